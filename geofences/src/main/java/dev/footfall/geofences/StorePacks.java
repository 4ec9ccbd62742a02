package dev.footfall.geofences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The store packs of a folder of stores, each read when first asked for. Safe for use by several threads. */
public final class StorePacks {

    private final Path storesDir;
    private final ConcurrentHashMap<String, PackReading> readings = new ConcurrentHashMap<>();

    private StorePacks(Path storesDir) {
        this.storesDir = storesDir;
    }

    /**
     * Opens a folder of stores without reading any.
     *
     * @throws IllegalArgumentException when it is no folder
     */
    public static StorePacks open(Path storesDir) {
        if (!Files.isDirectory(storesDir)) {
            throw new IllegalArgumentException("storesDir is " + storesDir + " but must be a folder of stores");
        }
        return new StorePacks(storesDir);
    }

    /** The pack of a store; empty when there is none of that name or it has errors. */
    public Optional<StorePack> find(String store) {
        if (!Checks.isIdentifier(store)
                || !Files.isRegularFile(storesDir.resolve(store).resolve(PackReader.STORE_FILE))) {
            return Optional.empty();
        }
        return Optional.ofNullable(reading(store).pack());
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
        return readings.computeIfAbsent(store, this::read);
    }

    private PackReading read(String store) {
        PackReading reading = StorePack.read(storesDir.resolve(store));
        StorePack pack = reading.pack();
        if (pack == null || pack.config().store().equals(store)) {
            return reading;
        }
        FaultList faults = new FaultList(PackReader.STORE_FILE);
        faults.error(
                "store",
                "The folder is named '" + store + "' but the store '"
                        + pack.config().store() + "': name both alike.");
        return new PackReading(
                null,
                Stream.concat(reading.faults().stream(), faults.all().stream()).toList());
    }
}
