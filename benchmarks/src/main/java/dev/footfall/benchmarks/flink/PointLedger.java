package dev.footfall.benchmarks.flink;

import dev.footfall.jobs.points.Point;
import dev.footfall.jobs.points.Standing;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/** What a database would be told: how many points of each measurement and window, and what it would hold in the end. Of one task of this process. */
final class PointLedger {
    private static final Map<String, PointLedger> OPEN = new HashMap<>();
    private static final String WINDOW = ",window=";

    private final Map<String, long[]> written = new TreeMap<>();
    private final Map<String, Point> held = new HashMap<>();

    static synchronized PointLedger open(String name) {
        PointLedger ledger = new PointLedger();
        OPEN.put(name, ledger);
        return ledger;
    }

    private static synchronized PointLedger find(String name) {
        PointLedger ledger = OPEN.get(name);
        if (ledger == null) {
            throw new IllegalStateException("no ledger of points " + name + " is open in this process");
        }
        return ledger;
    }

    private synchronized void put(Point point) {
        written.computeIfAbsent(kind(point.series()), kind -> new long[1])[0]++;
        if (point.standing() != Standing.PLAIN) {
            held.put(point.series() + " " + point.timeMillis(), point);
        }
    }

    /** Measurement and window; a dash for none. */
    static String kind(String series) {
        int window = series.indexOf(WINDOW);
        String measurement = series.substring(0, series.indexOf(','));
        if (window < 0) {
            return measurement + " –";
        }
        int from = window + WINDOW.length();
        int end = series.indexOf(',', from);
        return measurement + " " + series.substring(from, end < 0 ? series.length() : end);
    }

    /** How many points were written, by measurement and window. */
    synchronized Map<String, Long> written() {
        Map<String, Long> counts = new TreeMap<>();
        written.forEach((kind, count) -> counts.put(kind, count[0]));
        return counts;
    }

    /** The final figures that are held in the end. */
    synchronized Map<String, String> held() {
        Map<String, String> figures = new TreeMap<>();
        held.forEach((name, point) -> {
            if (point.last()) {
                figures.put(name, point.fields());
            }
        });
        return figures;
    }

    /**
     * A sink into the ledger of a name.
     *
     * @param ledger its name
     */
    record Into(String ledger) implements Sink<Point> {
        private static final long serialVersionUID = 1L;

        @Override
        public SinkWriter<Point> createWriter(WriterInitContext context) {
            PointLedger found = find(ledger);
            return new SinkWriter<>() {
                @Override
                public void write(Point point, Context unused) {
                    found.put(point);
                }

                @Override
                public void flush(boolean endOfInput) {
                    // nothing is held back
                }

                @Override
                public void close() {
                    // the ledger belongs to who opened it
                }
            };
        }
    }
}
