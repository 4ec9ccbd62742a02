package dev.footfall.jobs.paths;

import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Window;
import dev.footfall.jobs.batches.Feed;
import dev.footfall.jobs.batches.Journey;
import dev.footfall.jobs.batches.Stay;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.points.PointWriter;
import dev.footfall.jobs.state.StateForm;
import dev.footfall.jobs.state.StoreState;
import dev.footfall.jobs.windows.Figures;
import dev.footfall.jobs.windows.Finality;
import dev.footfall.jobs.windows.Schedule;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Which way visits took through the zones: the measurements {@code zone_flow} (every step of every path) and {@code paths} (the most taken ones).
 *
 * <p>A flow or rank that was shown and turned out to be nobody's is taken back by a provisional point of zeros; it has no final one.
 */
public final class Paths implements StoreState {
    private static final int RANKS = 50;
    private static final Comparator<Map.Entry<String, PathBucket.Count>> MOST_TAKEN = Comparator.comparingLong(
                    (Map.Entry<String, PathBucket.Count> path) -> -path.getValue().visits)
            .thenComparing(Map.Entry::getKey);

    private final Figures<PathBucket> figures = new Figures<>(PathBucket::new);

    /** The places of a journey: {@code start}, the zones of its stops that are part of paths, consecutive repeats merged, {@code end}. */
    static List<String> places(Journey journey) {
        List<String> places = new ArrayList<>();
        places.add("start");
        for (Stay stay : journey.stays()) {
            if (stay.stop() && stay.path() && !stay.zone().equals(places.get(places.size() - 1))) {
                places.add(stay.zone());
            }
        }
        places.add("end");
        return places;
    }

    @Override
    public void advance(StorePack pack, Schedule schedule, StoreBatch batch) {
        for (Journey journey : batch.journeys) {
            List<String> places = places(journey);
            figures.around(pack.calendar(), journey.end().endedMillis())
                    .forEach(bucket -> bucket.add(places, journey.end().durationMillis(), journey.times()));
        }
        long allowance = pack.config().parameters().visitGapMillis();
        if (figures.movedOn(schedule, batch.clockMillis, allowance)) {
            return;
        }
        PointWriter points = new PointWriter(batch.points, pack::definitionsAt);
        figures.show(
                schedule,
                batch.clockMillis,
                allowance,
                Finality.of(pack),
                (window, start, bucket, status) -> write(points, batch, window, start, bucket, status));
    }

    private static void write(
            PointWriter points, StoreBatch batch, Window window, long start, PathBucket bucket, int status) {
        boolean isFinal = status == PointWriter.FINAL;
        if (!isFinal && !bucket.dirty) {
            return;
        }
        bucket.dirty = false;
        String store = batch.store;
        int completeness = batch.completeness(Feed.VISITS, window, start);
        bucket.flows.forEach((edge, count) -> {
            int shown = count.visits == 0 ? PointWriter.PROVISIONAL : status;
            if (shown == PointWriter.FINAL || count.dirty) {
                points.measurement("zone_flow").tag("edge", edge.label()).tag("store", store);
                points.tag("window", window.label()).integer("visits", count.visits);
                points.text("source", edge.source())
                        .text("target", edge.target())
                        .metric(start, shown, completeness);
                count.dirty = false;
            }
        });
        List<Map.Entry<String, PathBucket.Count>> ranked = bucket.paths.entrySet().stream()
                .filter(path -> path.getValue().visits > 0)
                .sorted(MOST_TAKEN)
                .limit(RANKS)
                .toList();
        for (int rank = 0; rank < ranked.size(); rank++) {
            PathBucket.Count count = ranked.get(rank).getValue();
            writePath(points, store, window, rank, ranked.get(rank).getKey(), count.visits, count.durationMillis);
            points.metric(start, status, completeness);
        }
        for (int rank = ranked.size(); rank < bucket.ranksShown; rank++) {
            writePath(points, store, window, rank, "", 0, 0);
            points.metric(start, PointWriter.PROVISIONAL, completeness);
        }
        bucket.ranksShown = Math.max(bucket.ranksShown, ranked.size());
    }

    private static void writePath(
            PointWriter points, String store, Window window, int rank, String path, long visits, long millis) {
        points.measurement("paths").tag("rank", twoDigits(rank + 1)).tag("store", store);
        points.tag("window", window.label()).text("path", path);
        points.integer("visits", visits).integer("duration_ms_sum", millis);
    }

    private static String twoDigits(int rank) {
        return rank < 10 ? "0" + rank : Integer.toString(rank);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        figures.write(out);
    }

    /** How Flink keeps the flows and paths. */
    public static final class Form implements StateForm<Paths> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Paths create() {
            return new Paths();
        }

        @Override
        public Paths read(DataInput in, int version) throws IOException {
            Paths paths = new Paths();
            paths.figures.read(in, PathBucket::read);
            return paths;
        }
    }
}
