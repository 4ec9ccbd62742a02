package dev.footfall.jobs;

import dev.footfall.geofences.Fault;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The folder of store packs, as every task sees it: packs lie where each TaskManager can read them.
 *
 * @param folder path of the folder
 * @param lookEvery how long the layouts of a store are not looked at again, in a live job
 */
public record StorePackFolder(String folder, Duration lookEvery) implements Serializable {
    /** The folder, with layouts looked at as often as is usual. */
    public StorePackFolder(String folder) {
        this(folder, StorePacks.LOOK_EVERY);
    }

    /** What is wrong with a folder of store packs that was given as {@code --stores}, and with each pack in it, in words. */
    public static List<String> faults(Path stores) throws IOException {
        if (!Files.isDirectory(stores)) {
            return List.of("--stores " + stores + ": there is no such folder");
        }
        List<String> faults = new ArrayList<>();
        StorePacks packs = StorePacks.open(stores);
        if (packs.stores().isEmpty()) {
            faults.add("--stores " + stores + ": no store pack in it; a store pack is a folder with a store.yaml");
        }
        packs.faults().stream()
                .filter(Fault::isError)
                .forEach(fault -> faults.add(stores.resolve(fault.file()) + ": "
                        + (fault.where().isEmpty() ? "" : fault.where() + ": ") + fault.message()));
        return faults;
    }

    /** Opens the folder, for one who works with the packs until the job ends. */
    public StorePacks open() {
        return StorePacks.open(Path.of(folder), lookEvery);
    }

    /**
     * Reads the pack of a store.
     *
     * @throws IllegalStateException when the folder has none, or a faulty one
     */
    public StorePack pack(String store) {
        return open().find(store).orElseThrow(() -> new IllegalStateException(without(store)));
    }

    /** Says that a store has no pack that could be worked with. */
    public String without(String store) {
        return "no sound store pack for store " + store + " in " + folder
                + ": every task must read the same packs as the gateway; check them with 'footfall layout check'";
    }
}
