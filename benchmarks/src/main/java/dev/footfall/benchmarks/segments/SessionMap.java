package dev.footfall.benchmarks.segments;

import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Zone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Stays as one writes them down first: a hash map from visit and zone to the session that is open, and one from zone and window to what was added up. Cut
 * at zones by {@link dev.footfall.geofences.ZoneIndex}.
 */
final class SessionMap {
    /** Who is where. */
    record Session(long visit, String zone) {}

    /** From when to when. */
    static final class Interval {
        long enteredNanos;
        long leftNanos;
    }

    /** A zone in a window. */
    record Key(String zone, WindowLength window, long startNanos) {}

    /** What is added up. */
    static final class Dwell {
        double seconds;
        int pieces;
        final Set<Long> visits = new HashSet<>();
        final List<Long> stays = new ArrayList<>();
    }

    private final Floor floor;
    private final Map<Session, Interval> open = new HashMap<>();
    final Map<Key, Dwell> dwells = new HashMap<>();

    SessionMap(Floor floor) {
        this.floor = floor;
    }

    void add(long visit, int x0, int y0, long fromNanos, int x1, int y1, long toNanos) {
        floor.zoneIndex().cut(x0, y0, fromNanos, x1, y1, toNanos, (zone, from, to) -> {
            inside(visit, floor.zones().get(zone), from, to);
        });
    }

    private void inside(long visit, Zone zone, long from, long to) {
        Session session = new Session(visit, zone.id());
        Interval interval = open.get(session);
        if (interval != null && from - interval.leftNanos > zone.graceMillis() * 1_000_000) {
            close(session, interval);
            interval = null;
        }
        if (interval == null) {
            interval = new Interval();
            interval.enteredNanos = from;
            open.put(session, interval);
        }
        interval.leftNanos = to;
        WindowLength.cut(from, to, (window, start, nanos) -> {
            Dwell dwell = dwell(zone.id(), window, start);
            dwell.seconds += nanos / 1e9;
            dwell.pieces++;
            dwell.visits.add(visit);
        });
    }

    private Dwell dwell(String zone, WindowLength window, long start) {
        return dwells.computeIfAbsent(new Key(zone, window, start), unseen -> new Dwell());
    }

    private void close(Session session, Interval interval) {
        for (WindowLength window : WindowLength.values()) {
            dwell(session.zone, window, window.start(interval.leftNanos))
                    .stays
                    .add(interval.leftNanos - interval.enteredNanos);
        }
    }

    /** Closes what is open. */
    void end() {
        open.forEach(this::close);
        open.clear();
    }
}
