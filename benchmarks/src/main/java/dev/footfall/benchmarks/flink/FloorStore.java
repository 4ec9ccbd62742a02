package dev.footfall.benchmarks.flink;

import dev.footfall.events.Frame;
import dev.footfall.events.ObservationColumns;
import dev.footfall.geofences.CellPieces;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Grid;
import dev.footfall.geofences.Parameters;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Window;
import dev.footfall.geofences.Zone;
import dev.footfall.geofences.ZonePieces;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One store day of one store in memory: heat, time in zones, door counts. Observations of a subject are taken in the order they come. */
final class FloorStore {
    private static final long NANOS = 1_000_000;
    private static final long MINUTE = 60_000;
    private static final long SHORTEST_NANOS = 1_000;
    private static final double METRES = 1000.0;
    private static final int NEVER = -1;

    private final StorePack pack;
    private final Ledger ledger;
    private final List<Floor> floors;
    private final int[] firstCells;
    private final int[] firstZones;
    private final FloorGrids grids;
    private final Long2ObjectOpenHashMap<Subject> subjects = new Long2ObjectOpenHashMap<>();
    private final FloorDoors doors;
    private final Pieces pieces = new Pieces();
    private final int[] found;
    private @Nullable StoreDay day;
    private int settledMinute;

    /** Where a subject was last, and where its visit has been. */
    private static final class Subject {
        long lastMillis;
        int floor;
        int x;
        int y;
        boolean joined;
        final Int2IntOpenHashMap lastMinutes = new Int2IntOpenHashMap(64);

        Subject() {
            lastMinutes.defaultReturnValue(NEVER);
        }
    }

    FloorStore(StorePack pack, Ledger ledger) {
        this.pack = pack;
        this.ledger = ledger;
        this.doors = new FloorDoors(pack);
        this.floors = pack.layouts().get(0).floors();
        this.firstCells = new int[floors.size()];
        this.firstZones = new int[floors.size()];
        int places = 0;
        int mostZones = 0;
        for (Floor floor : floors) {
            firstCells[floor.index()] = places;
            places += floor.grid().columns() * floor.grid().rows();
            firstZones[floor.index()] = places;
            places += floor.zones().size();
            mostZones = Math.max(mostZones, floor.zones().size());
        }
        this.found = new int[mostZones];
        this.grids = new FloorGrids(places);
    }

    void take(Frame frame) {
        ObservationColumns seen = frame.track();
        Parameters parameters = pack.config().parameters();
        for (int row = 0; row < seen.rows(); row++) {
            if (!seen.staff(row)) {
                observe(parameters, seen, row);
            }
        }
        doors.take(frame.door());
        settle(frame.header().watermarkMillis());
    }

    private void observe(Parameters parameters, ObservationColumns seen, int row) {
        long time = seen.timeMillis(row);
        dayOf(time);
        Subject subject = subjects.get(seen.subject(row));
        boolean joined = false;
        int floor = floor(seen.floor(row));
        int x = seen.xMillimetres(row);
        int y = seen.yMillimetres(row);
        if (subject == null) {
            subject = new Subject();
            subjects.put(seen.subject(row), subject);
        } else {
            long elapsed = time - subject.lastMillis;
            if (elapsed <= 0) {
                return;
            }
            joined = elapsed <= parameters.bridgeMillis()
                    && floor == subject.floor
                    && !tooFast(parameters, elapsed, (long) x - subject.x, (long) y - subject.y);
            if (joined) {
                pieces.walk(subject, time, x, y);
            } else if (!subject.joined) {
                lone(subject);
            }
            if (elapsed > parameters.visitGapMillis()) {
                subject.lastMinutes.clear();
            }
        }
        subject.lastMillis = time;
        subject.floor = floor;
        subject.x = x;
        subject.y = y;
        subject.joined = joined;
    }

    private static boolean tooFast(Parameters parameters, long millis, long dx, long dy) {
        long limit = parameters.maxSpeedMillimetresPerSecond() * millis;
        return (dx * dx + dy * dy) * 1_000_000 > limit * limit;
    }

    private int floor(String id) {
        for (Floor floor : floors) {
            if (floor.id().equals(id)) {
                return floor.index();
            }
        }
        throw new IllegalArgumentException("no floor " + id);
    }

    private StoreDay dayOf(long millis) {
        StoreDay known = day;
        if (known == null) {
            known = pack.calendar().dayOf(millis);
            day = known;
        }
        if (!known.contains(millis)) {
            throw new IllegalArgumentException("traffic of more than one store day");
        }
        return known;
    }

    /** The pieces of one segment, by cells and by zones. */
    private final class Pieces implements CellPieces, ZonePieces {
        private int first;
        private int columns;
        private Int2IntOpenHashMap lastMinutes = new Int2IntOpenHashMap(0);

        void walk(Subject subject, long time, int x, int y) {
            Floor floor = floors.get(subject.floor);
            Grid grid = floor.grid();
            lastMinutes = subject.lastMinutes;
            columns = grid.columns();
            first = firstCells[subject.floor];
            grid.cut(subject.x, subject.y, subject.lastMillis * NANOS, x, y, time * NANOS, this);
            first = firstZones[subject.floor];
            floor.zoneIndex().cut(subject.x, subject.y, subject.lastMillis * NANOS, x, y, time * NANOS, this);
        }

        @Override
        public void in(int column, int row, long fromNanos, long toNanos) {
            if (column >= 0) {
                add(first + row * columns + column, fromNanos, toNanos);
            }
        }

        @Override
        public void inside(int zone, long fromNanos, long toNanos) {
            add(first + zone, fromNanos, toNanos);
        }

        private void add(int place, long fromNanos, long toNanos) {
            long start = dayOf(fromNanos / NANOS).startMillis() * NANOS;
            long from = fromNanos;
            while (from < toNanos) {
                int minute = (int) ((from - start) / (MINUTE * NANOS));
                long to = Math.min(toNanos, start + (minute + 1) * (MINUTE * NANOS));
                if (to - from >= SHORTEST_NANOS) {
                    present(lastMinutes, place, minute, (to - from + 500) / 1_000);
                }
                from = to;
            }
        }
    }

    private void present(Int2IntOpenHashMap lastMinutes, int place, int minute, long micros) {
        int last = lastMinutes.put(place, minute);
        int fresh = last == minute
                ? 0
                : last == NEVER ? 15 : 1 | (last / 15 == minute / 15 ? 0 : 2) | (last / 60 == minute / 60 ? 0 : 4);
        grids.add(place, minute, micros, fresh);
    }

    private void lone(Subject subject) {
        int minute = minute(subject.lastMillis);
        Floor floor = floors.get(subject.floor);
        int column = floor.grid().column(subject.x);
        int row = floor.grid().row(subject.y);
        if (column >= 0 && row >= 0) {
            int cell = firstCells[subject.floor] + row * floor.grid().columns() + column;
            present(subject.lastMinutes, cell, minute, 0);
        }
        int count = floor.zoneIndex().zonesAt(subject.x / METRES, subject.y / METRES, found);
        for (int i = 0; i < count; i++) {
            present(subject.lastMinutes, firstZones[subject.floor] + found[i], minute, 0);
        }
    }

    private int minute(long millis) {
        return (int) ((millis - dayOf(millis).startMillis()) / MINUTE);
    }

    /** Nothing before that instant follows. */
    private void settle(long watermarkMillis) {
        StoreDay known = day;
        long clock = watermarkMillis - pack.config().parameters().bridgeMillis();
        if (known != null && clock >= known.startMillis()) {
            int minute = (int) Math.min(Integer.MAX_VALUE, (clock - known.startMillis()) / MINUTE);
            if (minute > settledMinute) {
                settledMinute = minute;
                forgetBefore(watermarkMillis);
                grids.settle(minute, this::done);
            }
        }
    }

    private void forgetBefore(long watermarkMillis) {
        Parameters parameters = pack.config().parameters();
        for (Iterator<Subject> each = subjects.values().iterator(); each.hasNext(); ) {
            Subject subject = each.next();
            if (!subject.joined && subject.lastMillis < watermarkMillis - parameters.bridgeMillis()) {
                lone(subject);
                subject.joined = true; // it is told
            }
            if (subject.lastMillis < watermarkMillis - parameters.visitGapMillis()) {
                each.remove();
            }
        }
    }

    /** Nothing follows. */
    void end() {
        settle(Long.MAX_VALUE);
        doors.end(ledger);
    }

    private void done(Window window, int startMinute, int[] places, int count, long[] micros, int[] visits) {
        for (int i = 0; i < count; i++) {
            Floor floor = floorOf(places[i]);
            boolean isCell = places[i] < firstZones[floor.index()];
            if (isCell) {
                ledger.countCells(1);
            }
            if (ledger.isKeeping()) {
                keep(window, startMinute, floor, isCell, places[i], micros[places[i]], visits[places[i]]);
            }
        }
    }

    private Floor floorOf(int place) {
        int floor = 0;
        while (floor + 1 < floors.size() && firstCells[floor + 1] <= place) {
            floor++;
        }
        return floors.get(floor);
    }

    private void keep(Window window, int startMinute, Floor floor, boolean isCell, int place, long micros, int visits) {
        long start = dayOf(Objects.requireNonNull(day).startMillis()).startMillis() + startMinute * MINUTE;
        String of = " " + pack.config().store() + " " + window.label() + " " + start + " ";
        if (isCell) {
            int cell = place - firstCells[floor.index()];
            int columns = floor.grid().columns();
            ledger.put("heatmap" + of + floor.id() + " " + cell % columns + "_" + cell / columns, micros, visits);
        } else {
            Zone zone = floor.zones().get(place - firstZones[floor.index()]);
            ledger.put("zone_dwell" + of + zone.id(), micros, visits);
        }
    }
}
