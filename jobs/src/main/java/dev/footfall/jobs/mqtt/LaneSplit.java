package dev.footfall.jobs.mqtt;

import java.util.List;
import org.apache.flink.api.connector.source.SourceSplit;

/**
 * A lane and how far it was read: what moves from reader to reader and lies in every checkpoint.
 *
 * @param lane its number
 * @param positions how far every spool heard on it was taken, as {@link LaneLedger#positions} orders them
 */
public record LaneSplit(int lane, List<LanePosition> positions) implements SourceSplit {
    public LaneSplit {
        if (lane < 0) {
            throw new IllegalArgumentException("lane = " + lane + ", must not be negative");
        }
        positions = List.copyOf(positions);
    }

    /** A lane that nobody has read. */
    static LaneSplit unread(int lane) {
        return new LaneSplit(lane, List.of());
    }

    @Override
    public String splitId() {
        return Integer.toString(lane);
    }
}
