package dev.footfall.benchmarks.frames;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Cost;
import dev.footfall.benchmarks.JmhCosts;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.Target;
import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameCodec;
import java.util.List;

/** Writes and reads frames. */
public final class FramesBenchmark implements Benchmark {
    @Override
    public String name() {
        return "frames";
    }

    @Override
    public String title() {
        return "Frames, written and read";
    }

    @Override
    public Report run(Bench bench) throws Exception {
        List<TrackRow> rows = TrackRows.rows();
        byte[] frame = TrackRows.encode(new FrameBuilder(), rows, TrackRows.subjects(rows));
        equal("the frame", rows, TrackRows.rows(FrameCodec.decode(frame)));
        long json = readBack("JSON", rows, new FrameWays.PerEvent(new ObjectMapper()));
        long cbor = readBack("CBOR", rows, new FrameWays.PerEvent(new CBORMapper()));
        List<Cost> costs = JmhCosts.of(FrameWays.class, bench);
        return new Report(
                "the thousand rows read back from the frame, from JSON and from CBOR are those written.",
                "event",
                costs,
                List.of(
                        faster("encodeJson", "encodeFrame", costs),
                        faster("encodeCbor", "encodeFrame", costs),
                        faster("decodeJson", "decodeFrame", costs),
                        faster("decodeCbor", "decodeFrame", costs)),
                List.of(
                        "1,000 sightings of 40 shoppers by 4 cameras within 13 s: one frame, or a message each by an `ObjectMapper`'s and a `CBORMapper`'s reader and writer of a record. Who reads uses every value.",
                        String.format(
                                "Bytes per event: frame %.1f, CBOR %.1f, JSON %.1f.",
                                (double) frame.length / TrackRows.SIZE,
                                (double) cbor / TrackRows.SIZE,
                                (double) json / TrackRows.SIZE)));
    }

    private static Target faster(String peer, String way, List<Cost> costs) {
        return Target.told(Cost.of(peer, costs), Cost.of(way, costs));
    }

    /** Their bytes. */
    private static long readBack(String name, List<TrackRow> rows, FrameWays.PerEvent format) throws Exception {
        long bytes = 0;
        for (TrackRow row : rows) {
            byte[] message = format.write(row);
            bytes += message.length;
            equal(name, List.of(row), List.of(format.read(message)));
        }
        return bytes;
    }

    private static void equal(String name, List<TrackRow> written, List<TrackRow> read) throws UnequalResultsException {
        if (!written.equals(read)) {
            throw new UnequalResultsException(name + " does not read back as it was written");
        }
    }
}
