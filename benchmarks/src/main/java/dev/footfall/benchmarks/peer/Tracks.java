package dev.footfall.benchmarks.peer;

import dev.footfall.geofences.CellPieces;
import dev.footfall.geofences.Grid;
import dev.footfall.geofences.Parameters;
import dev.footfall.geofences.StorePacks;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.api.java.tuple.Tuple3;
import org.apache.flink.api.java.tuple.Tuple4;
import org.apache.flink.api.java.tuple.Tuple5;
import org.apache.flink.api.java.tuple.Tuple6;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;

/**
 * One subject after the other: joins its observations to segments, cuts these at cells and minutes, tells the first presence of a visit at a place from
 * later ones, and ends its visits by a timer.
 *
 * <p>In: (store, subject, floor, time, x, y) of customers. Out: (store, place, start of the minute, microseconds, in which windows it is new).
 */
final class Tracks
        extends KeyedProcessFunction<
                Long,
                Tuple6<String, Long, String, Long, Integer, Integer>,
                Tuple5<String, Integer, Long, Long, Integer>> {
    private static final long serialVersionUID = 1L;

    /** Visits that ended: store, begin, end. */
    static final OutputTag<Tuple3<String, Long, Long>> VISITS =
            new OutputTag<>("visits", Types.TUPLE(Types.STRING, Types.LONG, Types.LONG));

    /** Observations in zones: store, zone, subject, time. */
    static final OutputTag<Tuple4<String, String, Long, Long>> IN_ZONES =
            new OutputTag<>("in-zones", Types.TUPLE(Types.STRING, Types.STRING, Types.LONG, Types.LONG));

    private static final long NANOS = 1_000_000;
    private static final long MINUTE = 60_000;
    private static final long QUARTER = 15 * MINUTE;
    private static final long HOUR = 60 * MINUTE;
    private static final long SHORTEST_NANOS = 1_000;
    private static final double METRES = 1000.0;
    private static final int NEW_IN_ALL = 0b1111;

    private final String packs;
    private final Map<String, StoreGround> grounds = new HashMap<>();
    private transient StorePacks opened;
    private transient ValueState<Track> tracks;
    private transient MapState<Integer, Long> lastMinutes;
    private final Tuple5<String, Integer, Long, Long, Integer> piece = new Tuple5<>("", 0, 0L, 0L, 0);
    private final int[] found = new int[64];

    @SuppressWarnings("NullAway.Init") // open sets the rest
    Tracks(String packs) {
        this.packs = packs;
    }

    @Override
    public void open(OpenContext context) {
        opened = StorePacks.open(Path.of(packs));
        tracks = getRuntimeContext().getState(new ValueStateDescriptor<>("track", Types.POJO(Track.class)));
        lastMinutes = getRuntimeContext().getMapState(new MapStateDescriptor<>("minutes", Types.INT, Types.LONG));
    }

    private StoreGround ground(String store) {
        return grounds.computeIfAbsent(
                store, name -> new StoreGround(opened.find(name).orElseThrow()));
    }

    @Override
    public void processElement(
            Tuple6<String, Long, String, Long, Integer, Integer> seen,
            Context context,
            Collector<Tuple5<String, Integer, Long, Long, Integer>> out)
            throws Exception {
        StoreGround ground = ground(seen.f0);
        Parameters parameters = ground.pack.config().parameters();
        Track track = tracks.value();
        long time = seen.f3;
        if (track != null && time <= track.lastMillis) {
            return;
        }
        if (track != null && time - track.lastMillis > parameters.visitGapMillis()) {
            endVisit(track, context, out);
            track = null;
        }
        int floor = ground.floor(seen.f2);
        boolean joins = false;
        if (track == null) {
            track = new Track();
            track.store = seen.f0;
            track.startedMillis = time;
            context.timerService().registerEventTimeTimer(time + parameters.visitGapMillis() + 1);
        } else {
            joins = track.floor == floor
                    && time - track.lastMillis <= parameters.bridgeMillis()
                    && !tooFast(parameters, track, seen);
            if (joins) {
                segment(ground, track, seen, out);
            } else if (!track.joined) {
                lone(ground, track, out);
            }
        }
        track.lastMillis = time;
        track.floor = floor;
        track.x = seen.f4;
        track.y = seen.f5;
        track.joined = joins;
        tracks.update(track);
        if (floor >= 0) {
            int count = ground.zonesAt(floor, track.x / METRES, track.y / METRES, found);
            for (int i = 0; i < count; i++) {
                context.output(
                        IN_ZONES, Tuple4.of(seen.f0, ground.zones.get(found[i]).id(), seen.f1, time));
            }
        }
    }

    private static boolean tooFast(
            Parameters parameters, Track track, Tuple6<String, Long, String, Long, Integer, Integer> seen) {
        double metres = Math.hypot((seen.f4 - track.x) / METRES, (seen.f5 - track.y) / METRES);
        return metres / ((seen.f3 - track.lastMillis) / METRES) > parameters.maxSpeedMillimetresPerSecond() / METRES;
    }

    private void segment(
            StoreGround ground,
            Track track,
            Tuple6<String, Long, String, Long, Integer, Integer> seen,
            Collector<Tuple5<String, Integer, Long, Long, Integer>> out) {
        Grid grid = ground.floors.get(track.floor).grid();
        CellPieces cells = (column, row, from, to) -> {
            if (column >= 0) {
                pieces(track.store, cell(grid, track.floor, column, row), from, to, out);
            }
        };
        grid.cut(track.x, track.y, track.lastMillis * NANOS, seen.f4, seen.f5, seen.f3 * NANOS, cells);
    }

    private static int cell(Grid grid, int floor, int column, int row) {
        return floor * StoreGround.CELLS_OF_A_FLOOR + row * grid.columns() + column;
    }

    private void pieces(
            String store,
            int place,
            long fromNanos,
            long toNanos,
            Collector<Tuple5<String, Integer, Long, Long, Integer>> out) {
        long from = fromNanos;
        while (from < toNanos) {
            long minute = Math.floorDiv(from, MINUTE * NANOS) * MINUTE;
            long to = Math.min(toNanos, (minute + MINUTE) * NANOS);
            if (to - from >= SHORTEST_NANOS) {
                present(store, place, minute, Math.floorDiv(to - from + 500, 1_000), out);
            }
            from = to;
        }
    }

    private void present(
            String store,
            int place,
            long minute,
            long micros,
            Collector<Tuple5<String, Integer, Long, Long, Integer>> out) {
        piece.f0 = store;
        piece.f1 = place;
        piece.f2 = minute;
        piece.f3 = micros;
        piece.f4 = newIn(place, minute);
        out.collect(piece);
    }

    /** A bit for every window, shortest first, in which the visit had not been at the place. */
    private int newIn(int place, long minute) {
        try {
            Long last = lastMinutes.get(place);
            if (last != null && last == minute) {
                return 0;
            }
            lastMinutes.put(place, minute);
            if (last == null) {
                return NEW_IN_ALL;
            }
            return 1 | (last / QUARTER == minute / QUARTER ? 0 : 2) | (last / HOUR == minute / HOUR ? 0 : 4);
        } catch (Exception e) {
            throw new IllegalStateException("state of minutes", e);
        }
    }

    private void lone(StoreGround ground, Track track, Collector<Tuple5<String, Integer, Long, Long, Integer>> out) {
        if (track.floor >= 0) {
            Grid grid = ground.floors.get(track.floor).grid();
            int column = grid.column(track.x);
            int row = grid.row(track.y);
            if (column >= 0 && row >= 0) {
                long minute = Math.floorDiv(track.lastMillis, MINUTE) * MINUTE;
                present(track.store, cell(grid, track.floor, column, row), minute, 0, out);
            }
        }
    }

    private void endVisit(Track track, Context context, Collector<Tuple5<String, Integer, Long, Long, Integer>> out) {
        if (!track.joined) {
            lone(ground(track.store), track, out);
        }
        context.output(VISITS, Tuple3.of(track.store, track.startedMillis, track.lastMillis));
        tracks.clear();
        lastMinutes.clear();
    }

    @Override
    public void onTimer(
            long timestamp, OnTimerContext context, Collector<Tuple5<String, Integer, Long, Long, Integer>> out)
            throws Exception {
        Track track = tracks.value();
        if (track == null) {
            return;
        }
        long due = track.lastMillis
                + ground(track.store).pack.config().parameters().visitGapMillis()
                + 1;
        if (due <= timestamp) {
            endVisit(track, context, out);
        } else {
            context.timerService().registerEventTimeTimer(due);
        }
    }
}
