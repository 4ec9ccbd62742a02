package dev.footfall.jobs.dwell;

import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.Parameters;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Window;
import dev.footfall.geofences.Zone;
import dev.footfall.geofences.ZonePieces;
import dev.footfall.jobs.batches.Feed;
import dev.footfall.jobs.batches.Ground;
import dev.footfall.jobs.batches.Journey;
import dev.footfall.jobs.batches.ReportedStay;
import dev.footfall.jobs.batches.ShelfReport;
import dev.footfall.jobs.batches.Stay;
import dev.footfall.jobs.batches.Steps;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.batches.VisitEnd;
import dev.footfall.jobs.points.PointWriter;
import dev.footfall.jobs.state.StateForm;
import dev.footfall.jobs.state.StoreState;
import dev.footfall.jobs.windows.Figures;
import dev.footfall.jobs.windows.Finality;
import dev.footfall.jobs.windows.FirstPresences;
import dev.footfall.jobs.windows.MinuteCuts;
import dev.footfall.jobs.windows.Schedule;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who stayed in which zone for how long: the measurements {@code zone_dwell} and {@code zone_now}, and the stays of every visit for those who
 * look at journeys. A little longer than other files: the two measurements share every step of a stay.
 */
public final class Dwell implements StoreState {
    private static final int VERSION = 2;
    /** Numbers take as few bytes as they need since. */
    static final int FIRST_COMPACT_VERSION = 2;

    private static final long MINUTE = 60_000;

    private StayTracker stays = new StayTracker();
    private FirstPresences presences = new FirstPresences();
    private ZoneNumbers numbers = new ZoneNumbers();
    private ReportedStays reports = new ReportedStays();
    private ZoneGauge gauge = new ZoneGauge();
    private final Figures<ZoneBucket> figures = new Figures<>(ZoneBucket::new);
    private long longestGraceMillis;
    private @Nullable StorePack longestGraceOf;

    @Override
    public void advance(StorePack pack, Schedule schedule, StoreBatch batch) {
        StayTracker.Closed closed = stay -> count(pack, stay);
        if (batch.steps.size() > 0) {
            walk(pack, batch, closed);
        }
        for (ReportedStay reported : batch.reportedStays) {
            take(pack, batch, reported);
        }
        Parameters parameters = pack.config().parameters();
        if (batch.clockMillis != Long.MAX_VALUE) {
            stays.closeBefore(MinuteCuts.nanos(batch.clockMillis - parameters.bridgeMillis()), closed);
        }
        for (VisitEnd visit : batch.visitEnds) {
            boolean isReported = visit.visit() < 0;
            List<Stay> ended = isReported ? reports.of(visit.visit()) : stays.end(visit.visit(), closed);
            batch.journeys.add(new Journey(visit, ended, 1));
            presences.forget(visit.visit());
        }
        reports.forgetBefore(batch.clockMillis);
        write(pack, schedule, batch, parameters.bridgeMillis());
    }

    private void count(StorePack pack, OpenStay stay) {
        int number = numbers.of(stay.zone);
        for (ZoneBucket bucket : figures.around(pack.calendar(), MinuteCuts.millisecondOf(stay.leftNanos))) {
            bucket.zone(number, stay.zone, stay.floor).addStay(stay.dwellNanos(), stay.rules, stay.censored());
        }
    }

    private void walk(StorePack pack, StoreBatch batch, StayTracker.Closed closed) {
        Ground ground = new Ground(pack, batch);
        Steps steps = batch.steps;
        Walk walk = new Walk(pack, batch, closed);
        for (int i = 0; i < steps.size(); i++) {
            long visit = steps.visit(i);
            long to = MinuteCuts.nanos(steps.toMillis(i));
            switch (steps.type(i)) {
                case Steps.BEGIN -> stays.trackBegan(visit, to);
                case Steps.STEP -> {
                    walk.step = i;
                    ground.walk(steps, i, walk);
                    stays.seen(visit, to);
                }
                case Steps.LONE -> {
                    if (steps.floor(i) >= 0) {
                        Floor floor = ground.at(steps, i);
                        walk.on(visit, floor, steps.toMillis(i));
                        walk.lone(floor, steps.toX(i), steps.toY(i), to);
                    }
                    stays.trackEnded(visit, to);
                }
                default -> stays.trackEnded(visit, to);
            }
        }
    }

    /** Adds up the inside pieces of one segment after the other. */
    private final class Walk implements ZonePieces, Ground.Stretch, MinuteCuts.Pieces {
        private static final double METRES = 1000.0;

        private final StorePack pack;
        private final Steps steps;
        private final StayTracker.Closed closed;
        private int[] found = new int[8];
        private int zoneIndex;
        private int bucketsMinute = -1;
        private List<ZoneBucket> buckets = List.of();
        private List<Zone> zones = List.of();
        private @Nullable OpenStay stay;
        private StoreDay day;
        private @Nullable Floor floor;
        private long visit;
        private int step;
        private long sinceNanos;
        private long untilNanos;

        Walk(StorePack pack, StoreBatch batch, StayTracker.Closed closed) {
            this.pack = pack;
            this.steps = batch.steps;
            this.closed = closed;
            this.day = pack.calendar().dayOf(batch.layoutMillis);
        }

        void on(long visitNumber, Floor walked, long millis) {
            visit = visitNumber;
            if (walked != floor) {
                floor = walked;
                zones = walked.zones();
            }
            if (!day.contains(millis)) {
                day = pack.calendar().dayOf(millis);
                bucketsMinute = -1;
            }
        }

        @Override
        public void over(Floor walked, long fromNanos, long toNanos) {
            on(steps.visit(step), walked, steps.fromMillis(step));
            sinceNanos = fromNanos;
            untilNanos = toNanos;
            walked.zoneIndex()
                    .cut(
                            steps.fromX(step),
                            steps.fromY(step),
                            MinuteCuts.nanos(steps.fromMillis(step)),
                            steps.toX(step),
                            steps.toY(step),
                            MinuteCuts.nanos(steps.toMillis(step)),
                            this);
        }

        void lone(Floor walked, int x, int y, long atNanos) {
            if (found.length < zones.size()) {
                found = new int[zones.size()];
            }
            int count = walked.zoneIndex().zonesAt(x / METRES, y / METRES, found);
            for (int i = 0; i < count; i++) {
                zoneIndex = found[i];
                stay = stays.inside(visit, zones.get(zoneIndex), atNanos, atNanos, closed);
                piece((int) ((MinuteCuts.millisecondOf(atNanos) - day.startMillis()) / MINUTE), 0);
            }
        }

        @Override
        public void inside(int zone, long fromNanos, long toNanos) {
            long from = Math.max(fromNanos, sinceNanos);
            long to = Math.min(toNanos, untilNanos);
            if (!Ground.within(from, to)) {
                return;
            }
            Zone entered = zones.get(zone);
            OpenStay entering = stays.inside(visit, entered, from, to, closed);
            if (!entering.presence.added(entered, from, to)) {
                zoneIndex = zone;
                stay = entering;
                MinuteCuts.cut(day.startMillis(), from, to, this);
            }
        }

        /** The visit was in the zone during a minute. */
        @Override
        public void piece(int minute, long micros) {
            Zone zone = zones.get(zoneIndex);
            int number = numbers.of(zone.id());
            int fresh = presences.note(visit, number, minute);
            long minuteMillis = day.startMillis() + minute * MINUTE;
            if (minute != bucketsMinute) {
                buckets = figures.around(pack.calendar(), minuteMillis);
                bucketsMinute = minute;
            }
            List<ZoneCount> counts = new ArrayList<>(buckets.size());
            for (int w = 0; w < buckets.size(); w++) {
                counts.add(buckets.get(w).zone(number, zone.id(), zone.floor()));
            }
            Objects.requireNonNull(stay, "no stay").presence.begin(zone, minuteMillis, micros, counts, fresh);
        }
    }

    /** A stay that a shelf camera measured: as presence it counts whole where it ended, when it became known. */
    private void take(StorePack pack, StoreBatch batch, ReportedStay reported) {
        ShelfReport report = reported.report();
        gauge.report(report);
        if (report.open()) {
            return;
        }
        for (VisitEnd visit : reported.takenBack()) {
            batch.journeys.add(new Journey(visit, reports.of(visit.visit()), -1));
        }
        Zone zone = zone(pack, report.zone(), report.leftMillis());
        ZoneRules rules = ZoneRules.of(zone);
        long entered = MinuteCuts.nanos(report.enteredMillis());
        long left = MinuteCuts.nanos(report.leftMillis());
        long dwell = left - entered;
        for (ZoneBucket bucket : figures.around(pack.calendar(), report.leftMillis())) {
            ZoneCount count = bucket.zone(zone.id(), zone.floor());
            count.addStay(dwell, rules, false);
            count.addPresence(MinuteCuts.micros(dwell), 0);
        }
        Stay stay = new Stay(reported.visit(), zone.id(), entered, left, dwell >= rules.minStayNanos(), rules.path());
        for (VisitEnd before : reported.dayBefore()) {
            if (before.startedMillis() <= report.enteredMillis() && report.enteredMillis() <= before.endedMillis()) {
                batch.journeys.add(new Journey(before, reports.of(before.visit()), -1));
                reports.lend(stay, before.visit());
                batch.journeys.add(new Journey(before, reports.of(before.visit()), 1));
            }
        }
        reports.add(reported, stay, pack.calendar().dayOf(report.leftMillis()), (window, changed, visits) -> {
            long leftMillis = MinuteCuts.millisecondOf(changed.leftNanos());
            figures.around(pack.calendar(), leftMillis)
                    .get(FirstPresences.index(window))
                    .known(
                            changed.zone(),
                            pack.layoutAt(leftMillis).findZone(changed.zone()).map(Zone::floor))
                    .addPresence(0, visits);
        });
    }

    private static Zone zone(StorePack pack, String id, long millis) {
        return pack.layoutAt(millis)
                .findZone(id)
                .orElseThrow(() -> new IllegalStateException("zone " + id
                        + " of a reported stay is not in the layout of "
                        + pack.config().store() + ": ingest should have left it out"));
    }

    private void write(StorePack pack, Schedule schedule, StoreBatch batch, long bridge) {
        if (schedule.provisional() && batch.clockMillis != Long.MAX_VALUE) {
            gauge.write(pack, schedule, batch, stays, figures.shownMillis());
        }
        long allowance = bridge + knownLongestGraceMillis(pack);
        if (figures.movedOn(schedule, batch.clockMillis, allowance)) {
            return;
        }
        stays.foldPresence();
        PointWriter points = new PointWriter(batch.points, pack::definitionsAt);
        figures.show(
                schedule,
                batch.clockMillis,
                allowance,
                Finality.of(pack),
                (window, start, bucket, status) -> write(points, batch, window, start, bucket, status));
    }

    @SuppressWarnings("ReferenceEquality") // it mostly is the same object
    private long knownLongestGraceMillis(StorePack pack) {
        if (pack != longestGraceOf) {
            longestGraceMillis = longestGraceMillis(pack);
            longestGraceOf = pack;
        }
        return longestGraceMillis;
    }

    private static long longestGraceMillis(StorePack pack) {
        long longest = pack.config().parameters().graceMillis();
        for (Layout layout : pack.layouts()) {
            for (Floor floor : layout.floors()) {
                for (Zone zone : floor.zones()) {
                    longest = Math.max(longest, zone.graceMillis());
                }
            }
        }
        return longest;
    }

    private static void write(
            PointWriter points, StoreBatch batch, Window window, long start, ZoneBucket bucket, int status) {
        bucket.zones.forEach((place, count) -> {
            if (status == PointWriter.FINAL || count.dirty) {
                points.measurement("zone_dwell").tag("floor", count.floor).tag("store", batch.store);
                points.tag("window", window.label()).tag("zone", place.zone());
                count.figures(points);
                points.metric(start, status, batch.completeness(Feed.zonesOf(count.floor), window, start));
                count.dirty = false;
            }
        });
    }

    @Override
    public void write(DataOutput out) throws IOException {
        stays.foldPresence();
        stays.write(out);
        presences.write(out);
        numbers.write(out);
        reports.write(out);
        gauge.write(out);
        figures.write(out);
    }

    /** How Flink keeps the stays. */
    public static final class Form implements StateForm<Dwell> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return VERSION;
        }

        @Override
        public Dwell create() {
            return new Dwell();
        }

        @Override
        public Dwell read(DataInput in, int version) throws IOException {
            Dwell dwell = new Dwell();
            dwell.stays = StayTracker.read(in);
            dwell.presences = version < FIRST_COMPACT_VERSION ? FirstPresences.readPlain(in) : FirstPresences.read(in);
            dwell.numbers = ZoneNumbers.read(in);
            dwell.reports = ReportedStays.read(in);
            dwell.gauge = ZoneGauge.read(in);
            dwell.figures.read(in, bucket -> ZoneBucket.read(bucket, version));
            return dwell;
        }
    }
}
