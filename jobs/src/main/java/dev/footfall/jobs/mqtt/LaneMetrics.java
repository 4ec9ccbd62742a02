package dev.footfall.jobs.mqtt;

import java.util.function.LongSupplier;
import org.apache.flink.metrics.Gauge;
import org.apache.flink.metrics.MetricGroup;

/** The metrics of each lane, in the group {@code lane.N} of its reader. */
final class LaneMetrics {
    private LaneMetrics() {}

    static void register(MetricGroup reader, Lane lane, LaneConnection connection) {
        MetricGroup group = reader.addGroup("lane", Integer.toString(lane.number()));
        LaneLedger ledger = lane.ledger();
        register(group, "frames", ledger::frames);
        register(group, "ticks", ledger::ticks);
        register(group, "duplicates", ledger::duplicates);
        register(group, "gaps", ledger::gaps);
        register(group, "requests", ledger::requests);
        register(group, "bytes", lane::bytes);
        register(group, "unreadable", lane::unreadable);
        register(group, "unknownVersion", lane::unknownVersion);
        register(group, "lastFrameAgeMs", lane::lastFrameAgeMillis);
        register(group, "lagMs", lane::lagMillis);
        register(group, "inbox", connection::waiting);
        register(group, "reconnects", connection::reconnects);
        register(group, "connected", () -> connection.isUp() ? 1 : 0);
    }

    private static void register(MetricGroup group, String name, LongSupplier value) {
        group.gauge(name, (Gauge<Long>) value::getAsLong);
    }
}
