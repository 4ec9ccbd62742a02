package dev.footfall.benchmarks.flink;

import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.StoreFrame;
import dev.footfall.jobs.StorePackFolder;
import dev.footfall.jobs.Topology;
import dev.footfall.jobs.framelog.FrameLogFormat;
import dev.footfall.jobs.points.Point;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.connector.file.src.FileSource;

/** Ours: the topology as it runs live and in replay, on frames in files. */
final class Engine {
    private static final String HEAT = "heatmap,";

    private Engine() {}

    /** Computes all figures of traffic into a ledger. */
    static LocalJob.Run run(Path packs, Path frames, String ledger, int parallelism, Path folder) throws Exception {
        return run(packs, frames, Cadence.FINAL_ONLY, new LedgerSink<>(ledger, Engine::put), parallelism, folder);
    }

    /** Computes all figures of traffic into a sink. */
    static LocalJob.Run run(Path packs, Path frames, Cadence cadence, Sink<Point> points, int parallelism, Path folder)
            throws Exception {
        return LocalJob.run(Topology.configuration(), parallelism, folder, environment -> new Topology(
                        new StorePackFolder(packs.toString()), cadence)
                .build(environment, source(frames), points));
    }

    /** The frames of a folder. */
    static Source<StoreFrame, ?, ?> source(Path frames) {
        return FileSource.forRecordStreamFormat(new FrameLogFormat(), new org.apache.flink.core.fs.Path(frames.toUri()))
                .build();
    }

    private static void put(Point point, Ledger ledger) {
        if (point.series().startsWith(HEAT)) {
            ledger.countCells(1);
        }
        if (ledger.isKeeping()) {
            PointFigures.put(point, ledger);
        }
    }
}
