package dev.footfall.jobs.mqtt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.jspecify.annotations.Nullable;

/**
 * Gives lane i to reader i modulo their number. After a restart readers first hand in the lanes of their restored state, whoever holds them by then;
 * lanes are given out when all readers have, so that none begins anew while its state is still to come.
 */
final class LaneEnumerator implements SplitEnumerator<LaneSplit, UnassignedLanes> {
    private final SplitEnumeratorContext<LaneSplit> context;
    private final int lanes;
    private final int restoredLanes;
    private final Map<Integer, LaneSplit> unassigned = new TreeMap<>();
    private final Map<Integer, Integer> readers = new HashMap<>();

    private LaneEnumerator(SplitEnumeratorContext<LaneSplit> context, int lanes, UnassignedLanes unassigned) {
        this.context = context;
        this.lanes = lanes;
        this.restoredLanes = unassigned.lanes();
        unassigned.splits().forEach(split -> this.unassigned.put(split.lane(), split));
    }

    /** For a chain that begins: nobody has read any lane. */
    static LaneEnumerator begin(SplitEnumeratorContext<LaneSplit> context, int lanes) {
        List<LaneSplit> all =
                IntStream.range(0, lanes).mapToObj(LaneSplit::unread).toList();
        return new LaneEnumerator(context, lanes, new UnassignedLanes(lanes, all));
    }

    /** For a chain that goes on. */
    static LaneEnumerator restore(SplitEnumeratorContext<LaneSplit> context, int lanes, UnassignedLanes restored) {
        return new LaneEnumerator(context, lanes, restored);
    }

    /** With another number of lanes than before a chain cannot go on, however often it is started again. */
    @Override
    public void start() {
        if (restoredLanes != lanes) {
            throw new SuppressRestartsException(new IllegalStateException("lanes = " + lanes
                    + ", but the restored state has " + restoredLanes
                    + ": their number stays what it was when gateways and jobs were first started"));
        }
    }

    @Override
    public void addReader(int reader) {
        readers.values().removeIf(owner -> owner == reader);
        List<LaneSplit> reported = Objects.requireNonNull(
                        context.registeredReaders().get(reader), "reader " + reader + " is not registered")
                .getReportedSplitsOnRegistration();
        reported.forEach(this::handIn);
        if (context.registeredReaders().size() == context.currentParallelism()) {
            assign();
        }
    }

    /** Lanes that a reader was given after the checkpoint it goes back to; what it has in that checkpoint it hands in itself. */
    @Override
    public void addSplitsBack(List<LaneSplit> splits, int reader) {
        readers.values().removeIf(owner -> owner == reader);
        splits.forEach(this::handIn);
    }

    private void handIn(LaneSplit split) {
        if (split.lane() >= lanes) {
            throw new IllegalStateException("lane " + split.lane() + " in the restored state, but there are " + lanes);
        }
        if (!readers.containsKey(split.lane())) {
            unassigned.put(split.lane(), split);
        }
    }

    private void assign() {
        Map<Integer, List<LaneSplit>> assignment = new HashMap<>();
        for (int lane = 0; lane < lanes; lane++) {
            LaneSplit split = unassigned.remove(lane);
            if (split != null) {
                int reader = lane % context.currentParallelism();
                readers.put(lane, reader);
                assignment.computeIfAbsent(reader, key -> new ArrayList<>()).add(split);
            } else if (!readers.containsKey(lane)) {
                throw new IllegalStateException("lane " + lane + " is neither read nor in the restored state");
            }
        }
        if (!assignment.isEmpty()) {
            context.assignSplits(new SplitsAssignment<>(assignment));
        }
    }

    @Override
    public void handleSplitRequest(int reader, @Nullable String host) {
        throw new IllegalStateException(
                "reader " + reader + " asked for a lane; lanes are given without being asked for");
    }

    @Override
    public UnassignedLanes snapshotState(long checkpoint) {
        return new UnassignedLanes(lanes, List.copyOf(unassigned.values()));
    }

    @Override
    public void close() {
        // holds nothing
    }
}
