package dev.footfall.benchmarks.flink;

import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.PointSink;
import dev.footfall.jobs.StorePackFolder;
import dev.footfall.jobs.Topology;
import dev.footfall.jobs.framelog.FrameLogSource;
import dev.footfall.jobs.points.Point;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;

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
                .build(environment, FrameLogSource.of(frames), PointSink.of(points)));
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
