package dev.footfall.jobs.heatmap;

import dev.footfall.geofences.CellPieces;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Grid;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Window;
import dev.footfall.jobs.batches.Ground;
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
import java.util.function.IntUnaryOperator;

/**
 * Where people were on each floor: the measurements {@code heatmap} (seconds and distinct visits per cell) and {@code cells} (where a cell
 * lies), and how long they were outside of every grid ({@code pipeline.off_floor_seconds}).
 *
 * <p>A segment is cut at cell borders and at minutes; each piece is rounded once, to a microsecond, and added to the windows of every length,
 * so that sums add up across windows. It is added to its minute, which goes to its windows before anybody asks for them.
 */
public final class HeatMap implements StoreState {
    private static final int VERSION = 3;
    private static final int FIRST_COMPACT_VERSION = 2;
    private static final int FIRST_VERSION_OF_BLOCKS = 3;
    private static final long MINUTE = 60_000;
    private static final long MINUTE_NANOS = MinuteCuts.nanos(MINUTE);
    /** A time that no piece begins at. */
    private static final long NOT_YET = Long.MAX_VALUE - MINUTE_NANOS;

    private static final int DAY_BIT = FirstPresences.bit(Window.DAY);

    private WalkedCells cells = new WalkedCells();
    private FirstPresences presences = new FirstPresences();
    private final Figures<HeatBucket> figures = new Figures<>(HeatBucket::new);
    private long offFloorMicros;
    private long reportedOffFloorMicros;
    /** The two minutes that movements are in, an even and an odd one: steps end on either side of a full minute in turn. */
    private final MinuteOfHeat[] minutes = {new MinuteOfHeat(), new MinuteOfHeat()};
    /** Bits of the lengths of windows that there are, by the schedule of the running job. */
    private int kept;

    @Override
    public void advance(StorePack pack, Schedule schedule, StoreBatch batch) {
        keep(schedule);
        if (batch.steps.size() > 0) {
            walk(pack, batch);
        }
        for (VisitEnd visit : batch.visitEnds) {
            presences.forget(visit.visit());
        }
        write(pack, schedule, batch);
    }

    private void keep(Schedule schedule) {
        int lengths = FirstPresences.bits(schedule.kept());
        if (lengths != kept) {
            fold();
            figures.keep(schedule.kept());
            kept = lengths;
        }
    }

    /** Takes the minutes to their windows; no figure changes by it. */
    private void fold() {
        for (MinuteOfHeat minute : minutes) {
            minute.fold(kept);
        }
    }

    private void walk(StorePack pack, StoreBatch batch) {
        Ground ground = new Ground(pack, batch);
        Steps steps = batch.steps;
        Walk walk = new Walk(pack, batch);
        for (int i = 0; i < steps.size(); i++) {
            if (steps.type(i) == Steps.STEP) {
                walk.step = i;
                ground.walk(steps, i, walk);
            } else if (steps.type(i) == Steps.LONE && steps.floor(i) >= 0) {
                Floor floor = ground.at(steps, i);
                Grid grid = floor.grid();
                walk.on(steps.visit(i), floor, steps.toMillis(i));
                walk.lone(grid.column(steps.toX(i)), grid.row(steps.toY(i)), steps.toMillis(i));
            }
        }
    }

    /** Adds up the pieces of one segment after the other. */
    private final class Walk implements CellPieces, Ground.Stretch, MinuteCuts.Pieces {
        private final StorePack pack;
        private final StoreBatch batch;
        private StoreDay day;
        private Grid grid;
        private int floorNumber = -1;
        private String floorId = "";
        private long visit;
        private int step;
        private long sinceNanos;
        private long untilNanos;
        private int pieceColumn;
        private int pieceRow;
        /** The minute that the last piece was in, and when it began: most pieces lie in it and need no cutting. */
        private int minute;

        private long minuteNanos = NOT_YET;

        Walk(StorePack pack, StoreBatch batch) {
            this.pack = pack;
            this.batch = batch;
            this.day = pack.calendar().dayOf(batch.layoutMillis);
            this.grid = pack.layoutAt(batch.layoutMillis).floors().get(0).grid();
        }

        void on(long visitNumber, Floor floor, long millis) {
            visit = visitNumber;
            if (!day.contains(millis)) {
                day = pack.calendar().dayOf(millis);
                minuteNanos = NOT_YET;
            }
            if (!floor.id().equals(floorId)) {
                floorId = floor.id();
                floorNumber = cells.floor(floorId);
            }
            grid = floor.grid();
        }

        @Override
        public void over(Floor floor, long fromNanos, long toNanos) {
            Steps steps = batch.steps;
            on(steps.visit(step), floor, steps.fromMillis(step));
            sinceNanos = fromNanos;
            untilNanos = toNanos;
            grid.cut(
                    steps.fromX(step),
                    steps.fromY(step),
                    MinuteCuts.nanos(steps.fromMillis(step)),
                    steps.toX(step),
                    steps.toY(step),
                    MinuteCuts.nanos(steps.toMillis(step)),
                    this);
        }

        void lone(int column, int row, long millis) {
            if (column >= 0 && row >= 0) {
                add(column, row, (int) ((millis - day.startMillis()) / MINUTE), 0);
            }
        }

        @Override
        public void in(int column, int row, long fromNanos, long toNanos) {
            long from = Math.max(fromNanos, sinceNanos);
            long to = Math.min(toNanos, untilNanos);
            if (!Ground.within(from, to)) {
                return;
            }
            if (column < 0) {
                offFloorMicros += MinuteCuts.micros(to - from);
            } else {
                if (from >= minuteNanos && to <= minuteNanos + MINUTE_NANOS) {
                    add(column, row, minute, MinuteCuts.micros(to - from));
                    return;
                }
                pieceColumn = column;
                pieceRow = row;
                MinuteCuts.cut(day.startMillis(), from, to, this);
            }
        }

        @Override
        public void piece(int itsMinute, long micros) {
            minute = itsMinute;
            minuteNanos = MinuteCuts.nanos(day.startMillis() + itsMinute * MINUTE);
            add(pieceColumn, pieceRow, itsMinute, micros);
        }

        private void add(int column, int row, int itsMinute, long micros) {
            int slot = cells.slot(floorNumber, column, row);
            int fresh = presences.note(visit, slot, itsMinute);
            if ((fresh & DAY_BIT) != 0 && cells.announce(slot, day.startMillis())) {
                announce(column, row);
            }
            MinuteOfHeat ofMinute = minutes[itsMinute & 1];
            long startMillis = day.startMillis() + itsMinute * MINUTE;
            if (ofMinute.startMillis() != startMillis) {
                ofMinute.fold(kept);
                ofMinute.begin(startMillis, figures.around(pack.calendar(), startMillis));
            }
            ofMinute.add(slot, micros, fresh, kept);
        }

        private void announce(int column, int row) {
            new PointWriter(batch.points, pack::definitionsAt)
                    .measurement("cells")
                    .tag("cell", column + "_" + row)
                    .tag("floor", floorId)
                    .tag("store", batch.store)
                    .number("x", grid.centreXMetres(column))
                    .number("y", grid.centreYMetres(row))
                    .number("lat", grid.latitude(column, row))
                    .number("lon", grid.longitude(column, row))
                    .plain(day.startMillis());
        }
    }

    private void write(StorePack pack, Schedule schedule, StoreBatch batch) {
        PointWriter points = new PointWriter(batch.points, pack::definitionsAt);
        long before = figures.shownMillis();
        long allowance = pack.config().parameters().bridgeMillis();
        if (figures.shows(schedule, batch.clockMillis, allowance)) {
            fold();
        }
        figures.show(schedule, batch.clockMillis, allowance, Finality.BY_WINDOW, (window, start, bucket, status) -> {
            CellPoints cellPoints = new CellPoints(points, cells, batch, window, start, status);
            for (int slot = 0; slot < bucket.size(); slot++) {
                if (status == PointWriter.FINAL ? bucket.visits(slot) > 0 : bucket.isDirty(slot)) {
                    cellPoints.write(slot, bucket.micros(slot), bucket.visits(slot));
                }
            }
            bucket.clean();
        });
        if (offFloorMicros != reportedOffFloorMicros && offFloorDue(schedule, before, batch.clockMillis)) {
            points.measurement("pipeline").tag("store", batch.store);
            long instant = batch.clockMillis == Long.MAX_VALUE ? batch.layoutMillis : batch.clockMillis;
            points.seconds("off_floor_seconds", offFloorMicros)
                    .plain(Window.MINUTE.start(pack.calendar().dayOf(instant), instant));
            reportedOffFloorMicros = offFloorMicros;
        }
    }

    /** As often as quarters are shown, and where they never are, hours. */
    private static boolean offFloorDue(Schedule schedule, long before, long clock) {
        return schedule.due(Window.QUARTER, before, clock) || schedule.due(Window.HOUR, before, clock);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        fold();
        out.writeLong(offFloorMicros);
        out.writeLong(reportedOffFloorMicros);
        cells.write(out);
        presences.write(out);
        figures.write(out);
    }

    /** How Flink keeps the heat. */
    public static final class Form implements StateForm<HeatMap> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return VERSION;
        }

        @Override
        public HeatMap create() {
            return new HeatMap();
        }

        @Override
        public HeatMap read(DataInput in, int version) throws IOException {
            HeatMap heat = new HeatMap();
            heat.offFloorMicros = in.readLong();
            heat.reportedOffFloorMicros = in.readLong();
            if (version >= FIRST_VERSION_OF_BLOCKS) {
                heat.cells = WalkedCells.read(in);
                heat.presences = FirstPresences.read(in);
                heat.figures.read(in, bucket -> HeatBucket.read(bucket, IntUnaryOperator.identity()));
            } else if (version >= FIRST_COMPACT_VERSION) {
                int[] slots = heat.cells.readSingly(in);
                heat.presences = FirstPresences.read(in, cell -> slots[cell]);
                heat.figures.read(in, bucket -> HeatBucket.read(bucket, cell -> slots[cell]));
            } else {
                int[] slots = heat.cells.readPlain(in);
                heat.presences = FirstPresences.readPlain(in, cell -> slots[cell]);
                heat.figures.read(in, bucket -> HeatBucket.readPlain(bucket, cell -> slots[cell]));
            }
            return heat;
        }
    }
}
