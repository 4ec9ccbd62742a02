package dev.footfall.benchmarks.flink;

import dev.footfall.events.Frame;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.geofences.StorePacks;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The floor under all costs: one thread that decodes frames and fills grids, with no Flink, no fault tolerance and no order but that of arrival. */
final class SingleThread {
    private static final int BUFFER = 1 << 16;

    private SingleThread() {}

    /** Computes what it can of traffic into a ledger. */
    static LocalJob.Run run(Path packFolder, Path frames, String ledgerName) throws Exception {
        Ledger ledger = Ledger.find(ledgerName);
        StorePacks packs = StorePacks.open(packFolder);
        Map<String, FloorStore> stores = new HashMap<>();
        long cpu = Processor.nanos();
        long wall = System.nanoTime();
        for (Path file : files(frames)) {
            try (DataInputStream in =
                    new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
                for (byte[] head = in.readNBytes(2 * Integer.BYTES);
                        head.length > 0;
                        head = in.readNBytes(2 * Integer.BYTES)) {
                    byte[] bytes = in.readNBytes(ByteBuffer.wrap(head).getInt());
                    if (FrameCodec.header(bytes) instanceof FrameHeader header) {
                        Frame frame = FrameCodec.decode(bytes);
                        stores.computeIfAbsent(
                                        header.store(),
                                        name -> new FloorStore(packs.find(name).orElseThrow(), ledger))
                                .take(frame);
                    }
                }
            }
        }
        stores.values().forEach(FloorStore::end);
        return new LocalJob.Run(System.nanoTime() - wall, Processor.nanos() - cpu);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted().toList();
        }
    }
}
