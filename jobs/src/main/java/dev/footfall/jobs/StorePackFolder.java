package dev.footfall.jobs;

import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The folder of store packs, as every task sees it: packs lie where each TaskManager can read them and are read once per process.
 *
 * @param folder path of the folder
 */
public record StorePackFolder(String folder) implements Serializable {
    private static final Map<String, StorePacks> OPENED = new ConcurrentHashMap<>();

    /**
     * The pack of a store.
     *
     * @throws IllegalStateException when the folder has none, or a faulty one
     */
    public StorePack pack(String store) {
        return find(store)
                .orElseThrow(
                        () -> new IllegalStateException(
                                "no sound store pack for store " + store + " in " + folder
                                        + ": every task must read the same packs as the gateway; check them with 'footfall layout check'"));
    }

    /** The pack of a store; empty when the folder has none yet, or a faulty one. */
    public Optional<StorePack> find(String store) {
        return OPENED.computeIfAbsent(folder, path -> StorePacks.open(Path.of(path)))
                .find(store);
    }
}
