package dev.footfall.jobs.footfall;

import dev.footfall.geofences.Door;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.StepEvent;
import dev.footfall.geofences.StoreCalendar;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Window;
import dev.footfall.jobs.batches.DoorReport;
import dev.footfall.jobs.batches.Feed;
import dev.footfall.jobs.batches.Mark;
import dev.footfall.jobs.batches.Steps;
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
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Who went in and out of one store: the measurements {@code footfall} (per door, from reports and from tracks that cross its line) and
 * {@code occupancy} (of the store).
 */
public final class Footfall implements StoreState {
    private static final int VERSION = 3;
    private static final int FIRST_VERSION_WITH_DRAWN = 2;

    private DoorSides sides = new DoorSides();
    private RunningTotals totals = new RunningTotals();
    private Occupancy occupancy = new Occupancy();
    private final Figures<DoorBucket> doors = new Figures<>(DoorBucket::new);
    private long layoutMillis = Long.MIN_VALUE;
    /** The doors that the sides are told of; empty in a state of before that was written down: then the layout of {@link #layoutMillis} says. */
    private String drawn = "";

    /** The layout that {@link #drawn} is of, where it was drawn since the state was read. */
    private @Nullable Layout drawnLayout;

    @Override
    public void advance(StorePack pack, Schedule schedule, StoreBatch batch) {
        StoreCalendar calendar = pack.calendar();
        for (DoorReport reported : batch.doors) {
            DoorReport report = totals.difference(reported, calendar);
            String door = DoorCounters.doorOf(pack.config(), report.device());
            count(calendar, door, report.instantMillis(), report.in(), report.out(), report.passing());
        }
        cross(pack, batch);
        long longest = DoorCounters.longestIntervalMillis(pack.config());
        occupancy.apply(calendar, batch.clockMillis == Long.MAX_VALUE ? Long.MAX_VALUE : batch.clockMillis - longest);
        write(pack, schedule, batch, longest);
    }

    private void count(StoreCalendar calendar, String door, long instant, long in, long out, long passing) {
        doors.around(calendar, instant).forEach(bucket -> bucket.add(door, in, out, passing));
        occupancy.change(instant, in - out);
    }

    private void cross(StorePack pack, StoreBatch batch) {
        Steps steps = batch.steps;
        if (steps.size() == 0) {
            return;
        }
        Layout layout = pack.layoutAt(batch.layoutMillis);
        if (layout != drawnLayout) {
            moveTo(pack, layout);
        }
        layoutMillis = batch.layoutMillis;
        Crossed crossed = new Crossed(pack.calendar(), batch);
        int band = pack.config().parameters().doorBandMillimetres();
        for (int i = 0; i < steps.size(); i++) {
            long visit = steps.visit(i);
            switch (steps.type(i)) {
                case Steps.BEGIN -> sides.begin(visit, floor(layout, steps, i), steps.toX(i), steps.toY(i));
                case Steps.STEP -> {
                    crossed.step = i;
                    sides.step(
                            visit,
                            floor(layout, steps, i),
                            steps.fromX(i),
                            steps.fromY(i),
                            steps.toX(i),
                            steps.toY(i),
                            band,
                            crossed);
                }
                default -> sides.end(visit);
            }
        }
    }

    /** Takes the doors of a layout; sides that were told of other doors are forgotten. */
    private void moveTo(StorePack pack, Layout layout) {
        if (drawn.isEmpty() && layoutMillis != Long.MIN_VALUE) {
            drawn = DoorSides.drawn(pack.layoutAt(layoutMillis));
        }
        String now = DoorSides.drawn(layout);
        if (!drawn.equals(now)) {
            sides.forget();
            drawn = now;
        }
        drawnLayout = layout;
    }

    /** Counts the crossings of one step after the other. */
    private final class Crossed implements DoorSides.Crossings {
        private final StoreCalendar calendar;
        private final StoreBatch batch;
        private int step;

        Crossed(StoreCalendar calendar, StoreBatch batch) {
            this.calendar = calendar;
            this.batch = batch;
        }

        @Override
        public void crossed(Door door, boolean inwards) {
            long time = batch.steps.toMillis(step);
            count(calendar, door.id(), time, inwards ? 1 : 0, inwards ? 0 : 1, 0);
            if (inwards) {
                batch.marks.add(new Mark(batch.steps.visit(step), StepEvent.DOOR_IN, time));
            }
        }
    }

    private static Floor floor(Layout layout, Steps steps, int i) {
        return layout.floors().get(steps.floor(i));
    }

    private void write(StorePack pack, Schedule schedule, StoreBatch batch, long longest) {
        PointWriter points = new PointWriter(batch.points, pack::definitionsAt);
        long before = doors.shownMillis();
        doors.show(
                schedule,
                batch.clockMillis,
                longest,
                Finality.BY_WINDOW,
                (window, start, bucket, status) -> writeDoors(points, batch, window, start, bucket, status));
        occupancy
                .windows()
                .settle(
                        batch.clockMillis,
                        longest,
                        Finality.BY_WINDOW,
                        (window, start, people, status) -> writePeople(points, batch, window, start, people, status));
        if (!schedule.anyDue(before, batch.clockMillis)) {
            return;
        }
        boolean expecting = occupancy.waits();
        Occupancy expected = expecting ? occupancy.expected(pack.calendar()) : occupancy;
        expected.windows().due(schedule, before, batch.clockMillis, (window, start, people, status) -> {
            if (people.dirty) {
                writePeople(points, batch, window, start, people, status);
                people.dirty = expecting;
            }
        });
    }

    private static void writeDoors(
            PointWriter points, StoreBatch batch, Window window, long start, DoorBucket bucket, int status) {
        bucket.doors.forEach((door, count) -> {
            if (status == PointWriter.FINAL || count.dirty) {
                points.measurement("footfall")
                        .tag("door", door)
                        .tag("store", batch.store)
                        .tag("window", window.label());
                points.integer("in", count.in).integer("out", count.out).integer("passing", count.passing);
                points.metric(start, status, batch.completeness(Feed.door(door), window, start));
                count.dirty = false;
            }
        });
    }

    private static void writePeople(
            PointWriter points, StoreBatch batch, Window window, long start, Occupancy.People people, int status) {
        points.measurement("occupancy").tag("store", batch.store).tag("window", window.label());
        points.integer("people", people.people)
                .integer("people_max", people.most)
                .integer("clamped", people.clamped)
                .metric(start, status, batch.completeness(Feed.OCCUPANCY, window, start));
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(layoutMillis);
        byte[] doorsDrawn = drawn.getBytes(StandardCharsets.UTF_8);
        out.writeInt(doorsDrawn.length);
        out.write(doorsDrawn);
        sides.write(out);
        totals.write(out);
        occupancy.write(out);
        doors.write(out);
    }

    /** How Flink keeps the counts. */
    public static final class Form implements StateForm<Footfall> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return VERSION;
        }

        @Override
        public Footfall create() {
            return new Footfall();
        }

        @Override
        public Footfall read(DataInput in, int version) throws IOException {
            Footfall footfall = new Footfall();
            footfall.layoutMillis = in.readLong();
            if (version >= FIRST_VERSION_WITH_DRAWN) {
                byte[] doorsDrawn = new byte[in.readInt()];
                in.readFully(doorsDrawn);
                footfall.drawn = new String(doorsDrawn, StandardCharsets.UTF_8);
            }
            footfall.sides = DoorSides.read(in);
            footfall.totals = RunningTotals.read(in, version);
            footfall.occupancy = Occupancy.read(in);
            footfall.doors.read(in, DoorBucket::read);
            return footfall;
        }
    }
}
