package dev.footfall.geofences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads the files of a store's folder. */
final class PackReader {

    static final String STORE_FILE = "store.yaml";
    static final String LAYOUT_FILE = "layout.geojson";
    private static final Pattern LAYOUT_FILES = Pattern.compile("layout(\\..+)?\\.geojson");
    private static final Pattern IMDF_FILES = Pattern.compile("layout(\\..+)?\\.imdf\\.zip");

    private final Path folder;
    private final Set<String> without;
    /** One list per file, in the order in which they are told. */
    private final List<FaultList> faults = new ArrayList<>();

    private PackReader(Path folder, Set<String> without) {
        this.folder = folder;
        this.without = without;
    }

    /** A version of the layout and the faults of its file. */
    record Version(String file, LayoutReader reader, FaultList faults) {}

    static boolean isLayoutFile(String name) {
        return LAYOUT_FILES.matcher(name).matches();
    }

    static PackReading read(Path folder) {
        return read(folder, null, Set.of());
    }

    /** Reads the folder with that content of its {@code store.yaml}, or with what the file says, and without some of its files. */
    static PackReading read(Path folder, byte @Nullable [] storeFile, Set<String> without) {
        return new PackReader(folder, without).read(storeFile);
    }

    private PackReading read(byte @Nullable [] storeFile) {
        FaultList storeFaults = faultsOf(STORE_FILE);
        StoreConfigReader store =
                storeFile == null ? readStore(storeFaults) : StoreConfigReader.read(storeFile, storeFaults);
        List<Version> versions = readLayouts(store == null ? Parameters.DEFAULTS : store.parameters());
        PackAgreement.checkVersions(versions);
        boolean allReadable = !versions.isEmpty() && versions.stream().allMatch(version -> version.reader.isReadable());
        if (store != null && allReadable) {
            PackAgreement.checkReferences(store, storeFaults, versions);
        }
        if (store != null) {
            PackAgreement.checkVisitGap(store, storeFaults, versions);
        }
        List<Fault> all = faults.stream().flatMap(list -> list.all().stream()).toList();
        StoreConfig config = store == null ? null : store.config();
        if (config == null || all.stream().anyMatch(Fault::isError)) {
            return new PackReading(null, all);
        }
        return new PackReading(pack(config, versions), all);
    }

    private static StorePack pack(StoreConfig config, List<Version> versions) {
        List<Layout> layouts = versions.stream()
                .map(version -> version.reader.layout())
                .flatMap(Stream::ofNullable)
                .sorted(Comparator.comparingLong(Layout::validFromMillis))
                .toList();
        StoreCalendar calendar = new StoreCalendar(config.timezone(), config.dayCut());
        List<String> definitions =
                layouts.stream().map(layout -> Definitions.hash(config, layout)).toList();
        return new StorePack(config, layouts, calendar, definitions);
    }

    private @Nullable StoreConfigReader readStore(FaultList storeFaults) {
        Path file = folder.resolve(STORE_FILE);
        if (!Files.isRegularFile(file)) {
            storeFaults.error("", "The folder has no " + STORE_FILE + ": add one.");
            return null;
        }
        return bytes(file, storeFaults)
                .map(content -> StoreConfigReader.read(content, storeFaults))
                .orElse(null);
    }

    /** The versions whose files could be read. */
    private List<Version> readLayouts(Parameters parameters) {
        List<Version> versions = new ArrayList<>();
        boolean found = false;
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (isLayoutFile(name)) {
                found = true;
                FaultList own = faultsOf(name);
                bytes(file, own)
                        .ifPresent(content ->
                                versions.add(new Version(name, LayoutReader.read(content, parameters, own), own)));
            } else if (IMDF_FILES.matcher(name).matches()) {
                faultsOf(name).warning("", "This build does not read IMDF: export the layout as GeoJSON.");
            }
        }
        if (!found) {
            faultsOf(LAYOUT_FILE).error("", "The folder has no " + LAYOUT_FILE + ": add one.");
        }
        return versions;
    }

    private List<Path> files() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> !without.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            faultsOf(".").error("", "The folder cannot be listed: " + e + ".");
            return List.of();
        }
    }

    private static Optional<byte[]> bytes(Path file, FaultList faults) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            faults.error("", "The file cannot be read: " + e + ".");
            return Optional.empty();
        }
    }

    private FaultList faultsOf(String file) {
        FaultList list = new FaultList(file);
        faults.add(list);
        return list;
    }
}
