package dev.footfall.geofences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * The store packs of a folder of stores, each read when first asked for. Safe for use by several threads.
 *
 * <p>What {@code store.yaml} says holds as long as this object is used. Layouts are taken anew by those who ask for {@link #refreshed} packs, so that a
 * further version needs no restart.
 */
public final class StorePacks {

    /** How long the files of a store are not looked at again, unless said otherwise. */
    public static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final Path storesDir;
    private final Duration lookEvery;
    private final LongSupplier nanoTime;
    private final ConcurrentHashMap<String, KeptPack> packs = new ConcurrentHashMap<>();

    StorePacks(Path storesDir, Duration lookEvery, LongSupplier nanoTime) {
        this.storesDir = storesDir;
        this.lookEvery = lookEvery;
        this.nanoTime = nanoTime;
    }

    /**
     * Opens a folder of stores without reading any.
     *
     * @throws IllegalArgumentException when it is no folder
     */
    public static StorePacks open(Path storesDir) {
        return open(storesDir, LOOK_EVERY);
    }

    /**
     * The same, for one who asks for {@link #refreshed} packs.
     *
     * @param lookEvery how long the files of a store are not looked at again
     */
    public static StorePacks open(Path storesDir, Duration lookEvery) {
        if (!Files.isDirectory(storesDir)) {
            throw new IllegalArgumentException("storesDir is " + storesDir + " but must be a folder of stores");
        }
        return new StorePacks(storesDir, lookEvery, System::nanoTime);
    }

    /** The pack of a store as it was last read; empty when there is none of that name or it has errors. */
    public Optional<StorePack> find(String store) {
        return isThere(store) ? kept(store).find() : Optional.empty();
    }

    /**
     * The pack of a store with the layouts that its files now say, looked at again when the last look is {@link #LOOK_EVERY} ago; cheap in between. A version whose file did
     * not change stays the same object. When a file has errors none of the changes is taken: the last sound versions stay, and at
     * the first reading the versions without errors.
     *
     * @param news hears of a change, taken or refused, before this returns
     * @return empty when there is no store of that name, or its pack was never without errors
     */
    public Optional<StorePack> refreshed(String store, PackNews news) {
        return isThere(store) ? kept(store).refreshed(news) : Optional.empty();
    }

    /** One that was read stays, even without its files. */
    private boolean isThere(String store) {
        return packs.containsKey(store)
                || (Checks.isIdentifier(store)
                        && Files.isRegularFile(storesDir.resolve(store).resolve(PackReader.STORE_FILE)));
    }

    /** The names of all stores, sorted: the folders that hold a {@code store.yaml}. */
    public List<String> stores() throws IOException {
        try (Stream<Path> folders = Files.list(storesDir)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve(PackReader.STORE_FILE)))
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The faults of all stores, their files named {@code store/file}; reads every pack not yet read. */
    public List<Fault> faults() throws IOException {
        return stores().stream()
                .flatMap(store -> reading(store).faults().stream()
                        .map(fault -> new Fault(
                                fault.severity(), store + "/" + fault.file(), fault.where(), fault.message())))
                .toList();
    }

    private PackReading reading(String store) {
        return kept(store).reading();
    }

    private KeptPack kept(String store) {
        return packs.computeIfAbsent(
                store, name -> new KeptPack(storesDir.resolve(name), nanoTime, lookEvery.toNanos()));
    }
}
