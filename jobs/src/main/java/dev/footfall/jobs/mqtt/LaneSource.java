package dev.footfall.jobs.mqtt;

import dev.footfall.jobs.StoreFrame;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.api.connector.source.SupportsSplitReassignmentOnRecovery;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Frames and ticks from the lanes of an MQTT broker: of every gateway each frame once and in order, whatever the broker loses, repeats or turns
 * round, for gateways keep what no checkpoint holds.
 *
 * <p>A lane is a split, one topic filter and one connection. Lanes stay with reader {@code lane % parallelism}; when a job is started again with
 * another parallelism, they move with all they know.
 */
public final class LaneSource
        implements Source<StoreFrame, LaneSplit, UnassignedLanes>, SupportsSplitReassignmentOnRecovery {
    private static final long serialVersionUID = 1L;

    private final LaneSettings settings;

    private LaneSource(LaneSettings settings) {
        this.settings = settings;
    }

    /**
     * The lanes, for a job of that environment.
     *
     * @throws IllegalStateException when the environment makes no checkpoints: without one, no gateway could ever let go of a frame
     */
    public static LaneSource of(StreamExecutionEnvironment environment, LaneSettings settings) {
        if (!environment.getCheckpointConfig().isCheckpointingEnabled()) {
            throw new IllegalStateException(
                    "lanes are read by a job with checkpoints only, because gateways keep every frame until a checkpoint holds it:"
                            + " set execution.checkpointing.interval, e.g. to 10s");
        }
        return new LaneSource(settings);
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<StoreFrame, LaneSplit> createReader(SourceReaderContext context) {
        return new LaneReader(settings, context.metricGroup());
    }

    @Override
    public SplitEnumerator<LaneSplit, UnassignedLanes> createEnumerator(SplitEnumeratorContext<LaneSplit> context) {
        return LaneEnumerator.begin(context, settings.lanes());
    }

    @Override
    public SplitEnumerator<LaneSplit, UnassignedLanes> restoreEnumerator(
            SplitEnumeratorContext<LaneSplit> context, UnassignedLanes unassigned) {
        return LaneEnumerator.restore(context, settings.lanes(), unassigned);
    }

    @Override
    public SimpleVersionedSerializer<LaneSplit> getSplitSerializer() {
        return new LaneSplitSerializer();
    }

    @Override
    public SimpleVersionedSerializer<UnassignedLanes> getEnumeratorCheckpointSerializer() {
        return new UnassignedLanesSerializer();
    }
}
