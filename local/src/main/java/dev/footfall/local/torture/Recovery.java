package dev.footfall.local.torture;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** How long after a fault was over figures were as fresh as the shops again: until the database knew of the minute, by the shops' clocks, in which it ended. */
final class Recovery {
    private final Influxd influxd;
    private final String database;
    private final LongSupplier shopMillis;
    private final List<Waiting> waiting = new ArrayList<>();
    private final Map<FaultKind, List<Duration>> times = new EnumMap<>(FaultKind.class);

    private record Waiting(FaultKind kind, long overNanos, long shopMillis) {}

    Recovery(Influxd influxd, String database, LongSupplier shopMillis) {
        this.influxd = influxd;
        this.database = database;
        this.shopMillis = shopMillis;
    }

    /** A fault is over. */
    synchronized void begin(FaultKind kind, Duration lasted) {
        waiting.add(new Waiting(kind, System.nanoTime(), shopMillis.getAsLong()));
    }

    /** Looks how far the database has come. */
    synchronized void look() {
        if (waiting.isEmpty()) {
            return;
        }
        long known = knownMillis();
        for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
            Waiting fault = each.next();
            if (known >= fault.shopMillis) {
                times.computeIfAbsent(fault.kind, first -> new ArrayList<>())
                        .add(Duration.ofNanos(System.nanoTime() - fault.overNanos));
                each.remove();
            }
        }
    }

    /** The clock of the shop that is farthest behind, as the database knows it; the least number where it does not answer. */
    long knownMillis() {
        try {
            JsonNode series = influxd.query(database, "SELECT last(frames) FROM pipeline GROUP BY store")
                    .path("results")
                    .path(0)
                    .path("series");
            long least = Long.MAX_VALUE;
            for (JsonNode store : series) {
                least = Math.min(least, store.path("values").path(0).path(0).asLong());
            }
            return series.size() < Shops.ALL.size() ? Long.MIN_VALUE : least;
        } catch (IOException away) {
            return Long.MIN_VALUE;
        }
    }

    /** The times of each kind, shortest first. */
    synchronized Map<FaultKind, List<Duration>> times() {
        times.values().forEach(each -> each.sort(null));
        return times;
    }
}
