package dev.footfall.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A day of a few stores in files: {@code stores} is the folder of their packs, {@code frames} holds a file a store, with a frame or tick in Base64 on each
 * line.
 */
record StoredDay(Path packs, Map<String, List<byte[]>> frames) {
    /** A busy day, from its first frame to half past four or to its end, in the packs made for it in an empty folder. */
    static StoredDay busy(Path folder, List<String> stores, boolean toTheEnd) throws IOException {
        Path packs = folder.resolve("stores");
        Map<String, List<byte[]>> frames = new TreeMap<>();
        for (String store : stores) {
            StoreRun run = new StoreRun(BusyStore.pack(packs, store));
            BusyStore.untilHalfPastFour(run);
            if (toTheEnd) {
                BusyStore.untilTheEnd(run);
            }
            frames.put(store, run.frames());
        }
        return new StoredDay(packs, frames);
    }

    static StoredDay read(Path folder) throws IOException {
        Map<String, List<byte[]>> frames = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("frames"))) {
            for (Path file : files.toList()) {
                List<byte[]> ofStore = new ArrayList<>();
                Files.readAllLines(file)
                        .forEach(line -> ofStore.add(Base64.getDecoder().decode(line)));
                frames.put(String.valueOf(file.getFileName()), ofStore);
            }
        }
        return new StoredDay(folder.resolve("stores"), frames);
    }

    /** Writes the frames beside the packs. */
    void write(Path folder) throws IOException {
        Path files = Files.createDirectories(folder.resolve("frames"));
        for (Map.Entry<String, List<byte[]>> store : frames.entrySet()) {
            Files.write(
                    files.resolve(store.getKey()),
                    store.getValue().stream()
                            .map(frame -> Base64.getEncoder().encodeToString(frame))
                            .toList());
        }
    }

    /** The first frames and ticks of each store. */
    Map<String, List<byte[]>> part(double share) {
        Map<String, List<byte[]>> part = new TreeMap<>();
        frames.forEach((store, all) -> part.put(store, all.subList(0, (int) (share * all.size()))));
        return part;
    }

    /** The final points of the bare operators, as fields by series and time. */
    Map<String, String> finals() throws Exception {
        Map<String, String> finals = new TreeMap<>();
        StorePackFolder folder = new StorePackFolder(packs.toString());
        for (Map.Entry<String, List<byte[]>> store : frames.entrySet()) {
            Chain chain = new Chain(folder.pack(store.getKey()), Cadence.FINAL_ONLY);
            for (byte[] frame : store.getValue()) {
                chain.accept(frame);
            }
            chain.points().stream()
                    .filter(point -> point.last())
                    .forEach(point -> finals.put(point.series() + ' ' + point.timeMillis(), point.fields()));
        }
        return finals;
    }
}
