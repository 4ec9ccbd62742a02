package dev.footfall.jobs;

import dev.footfall.jobs.points.Point;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * Hands points on and says when as many as expected have come; in the JVM of the test, where the cluster is too.
 *
 * @param name of the expectation
 * @param to where the points go
 */
record CountedSink(String name, Sink<Point> to) implements Sink<Point> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, CountDownLatch> EXPECTED = new ConcurrentHashMap<>();

    /** A sink that expects so many points. */
    static CountedSink expecting(int points, String name, Sink<Point> to) {
        EXPECTED.put(name, new CountDownLatch(points));
        return new CountedSink(name, to);
    }

    private CountDownLatch expected() {
        return Objects.requireNonNull(EXPECTED.get(name), name);
    }

    /** Returns when all have come. */
    void await() throws InterruptedException {
        expected().await();
    }

    @Override
    @SuppressWarnings("try") // a writer's close may be interrupted, says its interface
    public SinkWriter<Point> createWriter(WriterInitContext context) throws IOException {
        SinkWriter<Point> writer = to.createWriter(context);
        return new SinkWriter<>() {
            @Override
            public void write(Point point, Context unused) throws IOException, InterruptedException {
                writer.write(point, unused);
                expected().countDown();
            }

            @Override
            public void flush(boolean endOfInput) throws IOException, InterruptedException {
                writer.flush(endOfInput);
            }

            @Override
            public void close() throws Exception {
                writer.close();
            }
        };
    }
}
