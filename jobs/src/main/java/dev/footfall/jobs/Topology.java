package dev.footfall.jobs;

import dev.footfall.jobs.archive.ArchiveRecord;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.batches.StoreBatchType;
import dev.footfall.jobs.coverage.Coverage;
import dev.footfall.jobs.devices.Devices;
import dev.footfall.jobs.dwell.Dwell;
import dev.footfall.jobs.footfall.Footfall;
import dev.footfall.jobs.funnel.Funnels;
import dev.footfall.jobs.heatmap.HeatMap;
import dev.footfall.jobs.ingest.IngestFunction;
import dev.footfall.jobs.ingest.Patience;
import dev.footfall.jobs.paths.Paths;
import dev.footfall.jobs.positions.TrackJoiner;
import dev.footfall.jobs.state.PerStore;
import dev.footfall.jobs.state.StateForm;
import dev.footfall.jobs.state.StoreState;
import dev.footfall.jobs.visits.Visits;
import dev.footfall.jobs.windows.Schedule;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The one topology, live and in replay: frames in, points out. Frames are shuffled once, by store; from there one chain of operators runs to and
 * including the sink, each keeping its own state of the store.
 *
 * @param packs where the store packs lie
 * @param cadence when provisional figures are written
 * @param patience how long a store's clock waits for a silent gateway
 * @param archive where every frame goes as it came; null for nowhere
 */
public record Topology(
        StorePackFolder packs, Cadence cadence, Patience patience, @Nullable Sink<ArchiveRecord> archive) {
    private static final int MAX_PARALLELISM = 720;

    /** A topology that waits for every gateway, however long it takes. */
    public Topology(StorePackFolder packs, Cadence cadence) {
        this(packs, cadence, Patience.ENDLESS, null);
    }

    /** What every job of this topology is run with. */
    public static Configuration configuration() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.OBJECT_REUSE, true);
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        configuration.set(PipelineOptions.AUTO_GENERATE_UIDS, false);
        configuration.set(PipelineOptions.MAX_PARALLELISM, MAX_PARALLELISM);
        return configuration;
    }

    /** Lays the topology out from a source of frames to a sink of points. */
    public void build(StreamExecutionEnvironment environment, Source<StoreFrame, ?, ?> frames, PointSink points) {
        SingleOutputStreamOperator<StoreBatch> batches = environment
                .fromSource(frames, WatermarkStrategy.noWatermarks(), "frames")
                .uid("frames")
                .keyBy(StoreFrame::store)
                .process(new IngestFunction(packs, patience, archive != null), StoreBatchType.INSTANCE)
                .name("ingest")
                .uid("ingest");
        if (archive != null) {
            batches.getSideOutput(IngestFunction.ARCHIVE)
                    .sinkTo(archive)
                    .name("archive")
                    .uid("archive");
        }
        batches = then(batches, "coverage", new Coverage.Form(), Schedule.FINAL_ONLY);
        batches = then(batches, "positions", new TrackJoiner.Form(), Schedule.FINAL_ONLY);
        batches = then(batches, "visits", new Visits.Form(), cadence.counts());
        batches = then(batches, "footfall", new Footfall.Form(), cadence.counts());
        batches = then(batches, "heatmap", new HeatMap.Form(), cadence.heat());
        batches = then(batches, "dwell", new Dwell.Form(), cadence.maps());
        batches = then(batches, "paths", new Paths.Form(), cadence.maps());
        batches = then(batches, "funnel", new Funnels.Form(), cadence.maps());
        batches = then(batches, "devices", new Devices.Form(), cadence.counts());
        points.end(batches.flatMap(new EmitPoints(cadence.provisional()))
                .name("points")
                .uid("points"));
    }

    private static <S extends StoreState> SingleOutputStreamOperator<StoreBatch> then(
            DataStream<StoreBatch> batches, String name, StateForm<S> form, Schedule schedule) {
        return DataStreamUtils.reinterpretAsKeyedStream(batches, batch -> batch.store, Types.STRING)
                .process(new PerStore<>(form, schedule), StoreBatchType.INSTANCE)
                .name(name)
                .uid(name);
    }
}
