package dev.footfall.jobs.framelog;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SplitsAssignment;
import org.jspecify.annotations.Nullable;

/** Deals files out to readers in turn, all at once when a reader is there. */
final class FrameLogEnumerator implements SplitEnumerator<FrameLogSplit, List<FrameLogSplit>> {
    private final SplitEnumeratorContext<FrameLogSplit> context;
    private final Map<Integer, List<FrameLogSplit>> unassigned = new TreeMap<>();

    FrameLogEnumerator(SplitEnumeratorContext<FrameLogSplit> context, List<FrameLogSplit> splits) {
        this.context = context;
        for (int i = 0; i < splits.size(); i++) {
            keep(i % context.currentParallelism(), List.of(splits.get(i)));
        }
    }

    private void keep(int reader, List<FrameLogSplit> splits) {
        unassigned.computeIfAbsent(reader, key -> new ArrayList<>()).addAll(splits);
    }

    @Override
    public void start() {
        // readers come by themselves
    }

    @Override
    public void addReader(int reader) {
        List<FrameLogSplit> its = unassigned.remove(reader);
        if (its != null) {
            context.assignSplits(new SplitsAssignment<>(Map.of(reader, its)));
        }
        context.signalNoMoreSplits(reader);
    }

    @Override
    public void addSplitsBack(List<FrameLogSplit> splits, int reader) {
        keep(reader, splits);
    }

    @Override
    public void handleSplitRequest(int reader, @Nullable String host) {
        throw new IllegalStateException(
                "reader " + reader + " asked for a file; files are given without being asked for");
    }

    @Override
    public List<FrameLogSplit> snapshotState(long checkpoint) {
        return unassigned.values().stream().flatMap(List::stream).toList();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
