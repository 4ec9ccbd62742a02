package dev.footfall.geofences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells every fault of a layout, a {@code store.yaml} or a whole store pack, each with its place. */
public final class LayoutCheck {

    private LayoutCheck() {}

    /**
     * Checks a store's folder, or one file.
     *
     * <p>A {@code store.yaml} or {@code layout*.geojson} that lies in a store's folder is checked in the company of that
     * folder's other files, and only its own faults are told. Any other {@code .yaml} or {@code .yml} is checked as a {@code
     * store.yaml} by itself, and any other file as a layout with the default parameters.
     *
     * @return all faults, in the order of the files; empty when there is none
     */
    public static List<Fault> check(Path path) {
        if (Files.isDirectory(path)) {
            return StorePack.read(path).faults();
        }
        String name = String.valueOf(path.getFileName());
        FaultList faults = new FaultList(name);
        if (!Files.isRegularFile(path)) {
            faults.error("", "There is no such file or folder.");
            return faults.all();
        }
        Path folder = path.toAbsolutePath().getParent();
        boolean ofPack = name.equals(PackReader.STORE_FILE) || PackReader.isLayoutFile(name);
        if (ofPack && folder != null && Files.isRegularFile(folder.resolve(PackReader.STORE_FILE))) {
            return StorePack.read(folder).faults().stream()
                    .filter(fault -> fault.file().equals(name))
                    .toList();
        }
        try {
            byte[] content = Files.readAllBytes(path);
            if (name.endsWith(".yaml") || name.endsWith(".yml")) {
                StoreConfigReader.read(content, faults);
            } else {
                LayoutReader.read(content, Parameters.DEFAULTS, faults);
            }
        } catch (IOException e) {
            faults.error("", "The file cannot be read: " + e.getMessage() + ".");
        }
        return faults.all();
    }
}
