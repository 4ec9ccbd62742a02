package dev.footfall.jobs.visits;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Window;
import dev.footfall.jobs.batches.Feed;
import dev.footfall.jobs.batches.ReportedStay;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.batches.VisitEnd;
import dev.footfall.jobs.points.PointWriter;
import dev.footfall.jobs.state.StateForm;
import dev.footfall.jobs.state.StoreState;
import dev.footfall.jobs.windows.Figures;
import dev.footfall.jobs.windows.Finality;
import dev.footfall.jobs.windows.Schedule;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The visits of one store and the measurement {@code visits}: how many ended in each window, how long they were. */
public final class Visits implements StoreState {
    private static final int VERSION = 2;
    /** Durations are written as differences since. */
    static final int FIRST_VERSION_WITH_DIFFERENCES = 2;

    private VisitTracker tracker = new VisitTracker();
    private ReportedVisits reported = new ReportedVisits();
    private final Figures<VisitBucket> figures = new Figures<>(VisitBucket::new);

    @Override
    public void advance(StorePack pack, Schedule schedule, StoreBatch batch) {
        tracker.advance(pack, batch);
        StoreCalendar calendar = pack.calendar();
        long bounceUnder = pack.config().parameters().bounceUnderMillis();
        reported.advance(pack, batch);
        for (ReportedStay stay : batch.reportedStays) {
            for (VisitEnd visit : stay.takenBack()) {
                boolean bounce = visit.durationMillis() < bounceUnder;
                figures.around(calendar, visit.endedMillis()).forEach(bucket -> bucket.takeBack(visit, bounce));
            }
        }
        for (VisitEnd visit : batch.visitEnds) {
            boolean bounce = visit.durationMillis() < bounceUnder;
            figures.around(calendar, visit.endedMillis()).forEach(bucket -> bucket.add(visit, bounce));
        }
        for (long[] span : batch.staffSpans) {
            addStaff(calendar, span[0], span[1]);
        }
        write(pack, schedule, batch);
    }

    private void addStaff(StoreCalendar calendar, long fromMillis, long toMillis) {
        long from = fromMillis;
        while (from < toMillis) {
            var day = calendar.dayOf(from);
            long to = Math.min(toMillis, Window.MINUTE.end(day, Window.MINUTE.start(day, from)));
            long millis = to - from;
            figures.around(calendar, from).forEach(bucket -> bucket.addStaff(millis));
            from = to;
        }
    }

    private void write(StorePack pack, Schedule schedule, StoreBatch batch) {
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
            PointWriter points, StoreBatch batch, Window window, long start, VisitBucket bucket, int status) {
        int shown = bucket.isEmpty() ? PointWriter.PROVISIONAL : status;
        if (bucket.hasPoint(shown == PointWriter.FINAL)) {
            points.measurement("visits").tag("store", batch.store).tag("window", window.label());
            bucket.figures(points);
            points.metric(start, shown, batch.completeness(Feed.VISITS, window, start));
            bucket.dirty = false;
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        tracker.write(out);
        reported.write(out);
        figures.write(out);
    }

    /** How Flink keeps the visits. */
    public static final class Form implements StateForm<Visits> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return VERSION;
        }

        @Override
        public Visits create() {
            return new Visits();
        }

        @Override
        public Visits read(DataInput in, int version) throws IOException {
            Visits visits = new Visits();
            visits.tracker = VisitTracker.read(in);
            visits.reported = ReportedVisits.read(in);
            visits.figures.read(in, bucket -> VisitBucket.read(bucket, version));
            return visits;
        }
    }
}
