package dev.footfall.jobs;

import dev.footfall.jobs.points.Point;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * A database of final points, in the JVM of the test, where the cluster is too: a point written again replaces what was there.
 *
 * @param name of the database
 */
record CollectedPoints(String name) implements Sink<Point> {
    private static final long serialVersionUID = 1L;
    private static final Map<String, SortedMap<String, String>> DATABASES = new ConcurrentHashMap<>();

    /** Fields by series and time, in the words of line protocol. */
    SortedMap<String, String> fields() {
        return DATABASES.computeIfAbsent(name, unseen -> new ConcurrentSkipListMap<>());
    }

    @Override
    public SinkWriter<Point> createWriter(WriterInitContext context) {
        return new SinkWriter<>() {
            @Override
            public void write(Point point, Context unused) {
                if (point.last()) {
                    fields().put(point.series() + ' ' + point.timeMillis(), point.fields());
                }
            }

            @Override
            public void flush(boolean endOfInput) {}

            @Override
            public void close() {}
        };
    }
}
