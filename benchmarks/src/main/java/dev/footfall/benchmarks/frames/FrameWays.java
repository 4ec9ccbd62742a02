package dev.footfall.benchmarks.frames;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.dataformat.cbor.databind.CBORMapper;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.ObservationColumns;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** The ways to write and read a thousand events; who reads uses every value. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(TrackRows.SIZE)
public class FrameWays {
    private final List<TrackRow> rows = TrackRows.rows();
    private final long[] subjects = TrackRows.subjects(rows);
    private final FrameBuilder builder = new FrameBuilder();
    private final byte[] frame = TrackRows.encode(builder, rows, subjects);
    private final PerEvent json = new PerEvent(new ObjectMapper());
    private final PerEvent cbor = new PerEvent(new CBORMapper());
    private final List<byte[]> jsonMessages = messages(json);
    private final List<byte[]> cborMessages = messages(cbor);

    /** A message for each event, by a mapper's reader and writer, made once. */
    static final class PerEvent {
        private final ObjectWriter writer;
        private final ObjectReader reader;

        PerEvent(ObjectMapper mapper) {
            writer = mapper.writerFor(TrackRow.class);
            reader = mapper.readerFor(TrackRow.class);
        }

        byte[] write(TrackRow row) throws IOException {
            return writer.writeValueAsBytes(row);
        }

        TrackRow read(byte[] message) throws IOException {
            return reader.readValue(message);
        }
    }

    private List<byte[]> messages(PerEvent format) {
        return rows.stream().map(row -> written(format, row)).toList();
    }

    private static byte[] written(PerEvent format, TrackRow row) {
        try {
            return format.write(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    public byte[] encodeFrame() {
        return TrackRows.encode(builder, rows, subjects);
    }

    @Benchmark
    public void encodeJson(Blackhole out) throws IOException {
        for (TrackRow row : rows) {
            out.consume(json.write(row));
        }
    }

    @Benchmark
    public void encodeCbor(Blackhole out) throws IOException {
        for (TrackRow row : rows) {
            out.consume(cbor.write(row));
        }
    }

    @Benchmark
    public long decodeFrame() throws MalformedFrameException {
        Frame decoded = FrameCodec.decode(frame);
        ObservationColumns track = decoded.track();
        long sum = 0;
        for (int row = 0; row < track.rows(); row++) {
            sum += track.timeMillis(row)
                    + track.subject(row)
                    + track.xMillimetres(row)
                    + track.yMillimetres(row)
                    + track.device(row).length()
                    + track.floor(row).length()
                    + (track.staff(row) ? 1 : 0);
        }
        return sum;
    }

    @Benchmark
    public long decodeJson() throws IOException {
        return sum(json, jsonMessages);
    }

    @Benchmark
    public long decodeCbor() throws IOException {
        return sum(cbor, cborMessages);
    }

    private static long sum(PerEvent format, List<byte[]> messages) throws IOException {
        long sum = 0;
        for (byte[] message : messages) {
            TrackRow row = format.read(message);
            sum += row.time()
                    + row.subject().length()
                    + row.x()
                    + row.y()
                    + row.device().length()
                    + row.floor().length()
                    + (row.staff() ? 1 : 0);
        }
        return sum;
    }
}
