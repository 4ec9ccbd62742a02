package dev.footfall.jobs.mqtt;

import dev.footfall.jobs.StoreFrame;
import dev.footfall.jobs.mqtt.LaneConnection.LaneMessage;
import dev.footfall.mqtt.Incoming;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.io.InputStatus;
import org.apache.flink.metrics.MetricGroup;

/**
 * Reads some lanes. Connections put messages into one inbox; the task's thread takes them out, one a call, and acknowledges each when it was
 * emitted or dropped: so the broker sends no more than the job can take.
 */
final class LaneReader implements SourceReader<StoreFrame, LaneSplit> {
    private final LaneSettings settings;
    private final MetricGroup metrics;
    private final LaneAnswers answers;
    private final Inbox<LaneMessage> inbox = new Inbox<>();
    private final Map<Integer, LaneConnection> lanes = new TreeMap<>();

    LaneReader(LaneSettings settings, MetricGroup metrics) {
        this.settings = settings;
        this.metrics = metrics;
        this.answers = new LaneAnswers(settings.group(), System.currentTimeMillis());
    }

    @Override
    public void start() {
        // lanes come by themselves
    }

    /** Begins to read lanes, and tells gateways from where: under a new run, so that they send everything from there again. */
    @Override
    public void addSplits(List<LaneSplit> splits) {
        for (LaneSplit split : splits) {
            Lane lane = new Lane(split);
            LaneConnection connection = new LaneConnection(settings, lane, inbox, answers);
            lanes.put(split.lane(), connection);
            LaneMetrics.register(metrics, lane, connection);
            split.positions().forEach(connection::mark);
        }
    }

    @Override
    public InputStatus pollNext(ReaderOutput<StoreFrame> output) {
        LaneMessage next = inbox.poll();
        if (next == null) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        LaneConnection lane = next.from();
        Incoming message = next.message();
        Lane.Outcome outcome = lane.lane().take(message);
        if (outcome.frame() != null) {
            output.collect(outcome.frame());
        }
        if (outcome.missing() != null) {
            lane.request(outcome.missing());
        }
        if (outcome.repeated() != null) {
            lane.remind(outcome.repeated());
        }
        lane.done(message);
        return inbox.size() > 0 ? InputStatus.MORE_AVAILABLE : InputStatus.NOTHING_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return inbox.available();
    }

    @Override
    public List<LaneSplit> snapshotState(long checkpoint) {
        List<LaneSplit> splits = new ArrayList<>();
        lanes.values().forEach(lane -> splits.add(lane.lane().snapshot(checkpoint)));
        return splits;
    }

    /** Tells gateways what is safe now. */
    @Override
    public void notifyCheckpointComplete(long checkpoint) {
        lanes.values().forEach(lane -> lane.lane().completed(checkpoint).forEach(lane::mark));
    }

    @Override
    public void notifyNoMoreSplits() {
        // lanes have no end
    }

    /** Last words first, then the connections they go by. */
    @Override
    public void close() {
        answers.close();
        lanes.values().forEach(LaneConnection::close);
    }
}
