package dev.footfall.jobs.mqtt;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.jobs.StoreFrame;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Remembers the numbers of the frames that a job emits, by store; in the JVM of the test, where the cluster is too.
 *
 * @param job whose
 */
record Emitted(String job) implements Sink<StoreFrame> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, List<Long>> NUMBERS = new ConcurrentHashMap<>();

    private static final Set<String> FAILURES = ConcurrentHashMap.newKeySet();

    /** Frames of a store in the order in which they were emitted. */
    List<Long> of(String store) {
        return NUMBERS.computeIfAbsent(job + ' ' + store, key -> new CopyOnWriteArrayList<>());
    }

    /** Lets the job fail, once, when it emits that frame. */
    void failAt(String store, long seq) {
        FAILURES.add(job + ' ' + store + ' ' + seq);
    }

    @Override
    public SinkWriter<StoreFrame> createWriter(WriterInitContext context) {
        return new SinkWriter<>() {
            @Override
            public void write(StoreFrame frame, Context unused) throws IOException {
                try {
                    if (FrameCodec.header(frame.bytes()) instanceof FrameHeader header) {
                        if (FAILURES.remove(job + ' ' + frame.store() + ' ' + header.seq())) {
                            throw new IOException("a failure that the test wants");
                        }
                        of(frame.store()).add(header.seq());
                    }
                } catch (MalformedFrameException e) {
                    throw new IOException(e);
                }
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
