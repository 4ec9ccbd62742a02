package dev.footfall.jobs.mqtt;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** What gateways may be told: the positions that a completed checkpoint holds and that moved since they were told last. */
final class Marks {
    private final NavigableMap<Long, List<LanePosition>> snapshots = new TreeMap<>();
    private final Set<LanePosition> told = new HashSet<>();

    /** Begins with what gateways are told already: what this reader went on from. */
    Marks(List<LanePosition> restored) {
        told.addAll(restored);
    }

    /** Notes what a checkpoint holds that may or may not complete. */
    void snapshot(long checkpoint, List<LanePosition> positions) {
        snapshots.put(checkpoint, positions);
    }

    /** What moved, now that a checkpoint is complete; nothing when a later one was before it. */
    List<LanePosition> completed(long checkpoint) {
        List<LanePosition> safe = snapshots.get(checkpoint);
        snapshots.headMap(checkpoint, true).clear();
        if (safe == null) {
            return List.of();
        }
        List<LanePosition> moved = new ArrayList<>(safe);
        moved.removeAll(told);
        told.clear();
        told.addAll(safe);
        return moved;
    }
}
