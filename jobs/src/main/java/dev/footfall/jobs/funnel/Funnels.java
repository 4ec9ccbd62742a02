package dev.footfall.jobs.funnel;

import dev.footfall.geofences.FunnelConfig;
import dev.footfall.geofences.StepEvent;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Window;
import dev.footfall.jobs.batches.Feed;
import dev.footfall.jobs.batches.Journey;
import dev.footfall.jobs.batches.Mark;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.points.PointWriter;
import dev.footfall.jobs.state.SortedKeys;
import dev.footfall.jobs.state.StateForm;
import dev.footfall.jobs.state.StoreState;
import dev.footfall.jobs.windows.Figures;
import dev.footfall.jobs.windows.Finality;
import dev.footfall.jobs.windows.Schedule;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How far visits get through the store's funnels: the measurement {@code funnel}. */
public final class Funnels implements StoreState {
    private static final int VERSION = 2;
    /** Durations are written as differences since. */
    static final int FIRST_VERSION_WITH_DIFFERENCES = 2;

    private final Long2ObjectOpenHashMap<List<Mark>> marks = new Long2ObjectOpenHashMap<>();
    private final Figures<FunnelBucket> figures = new Figures<>(FunnelBucket::new);

    @Override
    public void advance(StorePack pack, Schedule schedule, StoreBatch batch) {
        List<FunnelConfig> funnels = pack.config().funnels();
        if (!batch.marks.isEmpty()
                && funnels.stream()
                        .anyMatch(funnel -> funnel.steps().stream().anyMatch(step -> step.event() != null))) {
            for (Mark mark : batch.marks) {
                marks.computeIfAbsent(mark.visit(), unseen -> new ArrayList<>()).add(mark);
            }
        }
        for (Journey journey : batch.journeys) {
            List<Mark> events = marks.remove(journey.end().visit());
            for (FunnelConfig funnel : funnels) {
                long[] chain = FunnelMatcher.match(funnel, journey.stays(), events == null ? List.of() : events);
                figures.around(pack.calendar(), journey.end().endedMillis())
                        .forEach(bucket -> bucket.add(funnel, chain, journey.times()));
            }
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
            PointWriter points, StoreBatch batch, Window window, long start, FunnelBucket bucket, int status) {
        // visits that seemed to have ended here and had not: a point of zeros takes them back
        int shown = bucket.visits == 0 ? PointWriter.PROVISIONAL : status;
        if (shown != PointWriter.FINAL && !bucket.dirty) {
            return;
        }
        bucket.dirty = false;
        // a field that a later point of the same time lacks would stay in the database beside it
        StorePack pack = batch.pack;
        boolean withMedians = shown == PointWriter.FINAL || Finality.of(pack) == Finality.BY_WINDOW;
        for (FunnelConfig funnel : pack.config().funnels()) {
            int completeness = batch.completeness(Feed.funnel(funnel.id()), window, start);
            FunnelBucket.Step[] steps = bucket.steps(funnel.id(), funnel.steps().size());
            for (int i = 0; i < Math.min(steps.length, funnel.steps().size()); i++) {
                points.measurement("funnel")
                        .tag("funnel", funnel.id())
                        .tag("step", funnel.steps().get(i).label())
                        .tag("store", pack.config().store())
                        .tag("window", window.label())
                        .integer("visits", steps[i].visits)
                        .integer("entered", steps[0].visits);
                if (withMedians && steps[i].millis.count() > 0) {
                    points.integer("step_ms_p50", steps[i].millis.quantile(500));
                }
                points.metric(start, shown, completeness);
            }
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeInt(marks.size());
        for (long visit : SortedKeys.of(marks.keySet())) {
            List<Mark> events = marks.get(visit);
            out.writeLong(visit);
            out.writeInt(events.size());
            for (Mark mark : events) {
                out.writeUTF(mark.event().name());
                out.writeLong(mark.timeMillis());
            }
        }
        figures.write(out);
    }

    /** How Flink keeps the funnels. */
    public static final class Form implements StateForm<Funnels> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return VERSION;
        }

        @Override
        public Funnels create() {
            return new Funnels();
        }

        @Override
        public Funnels read(DataInput in, int version) throws IOException {
            Funnels funnels = new Funnels();
            int visits = in.readInt();
            for (int i = 0; i < visits; i++) {
                long visit = in.readLong();
                int size = in.readInt();
                List<Mark> events = new ArrayList<>(size);
                for (int m = 0; m < size; m++) {
                    events.add(new Mark(visit, StepEvent.valueOf(in.readUTF()), in.readLong()));
                }
                funnels.marks.put(visit, events);
            }
            funnels.figures.read(in, bucket -> FunnelBucket.read(bucket, version));
            return funnels;
        }
    }
}
