package dev.footfall.local;

import dev.footfall.geofences.Fault;
import dev.footfall.geofences.LayoutCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code footfall layout check FILE…}: prints every fault of the store packs, one a line, and how many there are.
 *
 * <p>Files of one store may be named together; a fault that both show is printed once.
 */
@Command(
        name = "check",
        description = {
            "Print every fault of store packs with its place, one a line:",
            "  file: where: error|warning: what is wrong and what to do",
            "Exit code 1 if one of them is an error, 2 if a FILE cannot be read."
        },
        mixinStandardHelpOptions = true)
final class LayoutCheckCommand implements Callable<Integer> {
    private static final String STORE_FILE = "store.yaml";

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "A store's folder, a folder of such folders, or a layout or store.yaml in one.")
    private List<Path> files = List.of();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() {
        Set<PlacedFault> faults = new LinkedHashSet<>();
        List<Path> packs = files.stream().flatMap(file -> packs(file).stream()).toList();
        List<Path> unreadable = packs.stream().filter(file -> !isReadable(file)).toList();
        packs.stream().filter(file -> isReadable(file)).forEach(file -> check(file, faults));

        PrintWriter out = spec.commandLine().getOut();
        faults.forEach(out::println);
        long errors = faults.stream().filter(placed -> placed.fault().isError()).count();
        out.printf(
                "%d checked: %s, %s%n",
                packs.size() - unreadable.size(), count(errors, "error"), count(faults.size() - errors, "warning"));
        out.flush();

        PrintWriter err = spec.commandLine().getErr();
        unreadable.forEach(file -> err.println("footfall: " + file + " cannot be read: " + reason(file)));
        err.flush();
        if (!unreadable.isEmpty()) {
            return Footfall.UNUSABLE;
        }
        return errors > 0 ? Footfall.CHECK_FAILED : Footfall.DONE;
    }

    /** A fault as it is printed: its file as seen from where the command runs. */
    private record PlacedFault(Path folder, Fault fault) {
        @Override
        public String toString() {
            String where = fault.where().isEmpty() ? "" : fault.where() + ": ";
            String level = fault.isError() ? "error: " : "warning: ";
            return folder.resolve(fault.file()) + ": " + where + level + fault.message();
        }
    }

    /** The packs of a folder of stores; a store's folder, or a file, itself. */
    private static List<Path> packs(Path file) {
        if (!Files.isDirectory(file) || Files.exists(file.resolve(STORE_FILE))) {
            return List.of(file);
        }
        try (Stream<Path> inside = Files.list(file)) {
            List<Path> stores = inside.filter(folder -> Files.exists(folder.resolve(STORE_FILE)))
                    .sorted()
                    .toList();
            return stores.isEmpty() ? List.of(file) : stores;
        } catch (IOException e) {
            throw new UnusableInputException(file + " cannot be listed: " + e.getMessage(), e);
        }
    }

    private static void check(Path file, Set<PlacedFault> faults) {
        Path folder = Files.isDirectory(file) ? file : file.resolveSibling("");
        LayoutCheck.check(file).forEach(fault -> faults.add(new PlacedFault(folder, fault)));
    }

    private static boolean isReadable(Path file) {
        return Files.isReadable(file);
    }

    private static String reason(Path file) {
        return Files.exists(file) ? "no permission" : "there is no such file or folder";
    }

    private static String count(long number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
