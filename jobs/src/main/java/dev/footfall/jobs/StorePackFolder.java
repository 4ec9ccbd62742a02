package dev.footfall.jobs;

import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import java.io.Serializable;
import java.nio.file.Path;
import java.time.Duration;

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
