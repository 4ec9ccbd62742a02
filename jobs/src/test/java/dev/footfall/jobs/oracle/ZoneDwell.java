package dev.footfall.jobs.oracle;

import dev.footfall.geofences.Zone;
import dev.footfall.jobs.oracle.Stays.Inside;
import dev.footfall.jobs.oracle.Stays.Stay;
import dev.footfall.jobs.oracle.Visits.Visit;
import dev.footfall.jobs.oracle.Windows.Piece;
import dev.footfall.jobs.oracle.Windows.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a zone saw in a window: presence by when it was, stays by when they were left. */
final class ZoneDwell {

    private static final List<Long> HISTOGRAM_SECONDS = List.of(5L, 10L, 15L, 30L, 60L, 120L, 300L, 600L);

    private record Key(String floor, String zone, Span window) {}

    private static final class Seen {
        final Set<Visit> visits = new HashSet<>();
        final List<Stay> stays = new ArrayList<>();
        long micros;
    }

    private final Windows windows;
    private final Map<Key, Seen> seen = new LinkedHashMap<>();

    ZoneDwell(Windows windows, Stays stays, Visits visits) {
        this.windows = windows;
        for (Inside inside : stays.insides()) {
            Visit visit = visits.of(inside.subject(), Windows.millis(inside.fromNanos()));
            for (Piece piece : windows.pieces(inside.fromNanos(), inside.toNanos())) {
                add(inside.zone(), piece.fromNanos(), visit, piece.micros());
            }
            add(inside.zone(), inside.fromNanos(), visit, 0);
        }
        for (Stay stay : stays.all()) {
            if (stay.reported()) {
                add(stay.zone(), stay.leftNanos(), stay.visit(), stay.dwellNanos() / 1000);
            }
            for (Span window : windows.around(Windows.millis(stay.leftNanos()))) {
                at(stay.zone(), window).stays.add(stay);
            }
        }
    }

    private Seen at(Zone zone, Span window) {
        return seen.computeIfAbsent(new Key(zone.floor(), zone.id(), window), key -> new Seen());
    }

    private void add(Zone zone, long atNanos, Visit visit, long micros) {
        for (Span window : windows.around(Windows.millis(atNanos))) {
            at(zone, window).visits.add(visit);
            at(zone, window).micros += micros;
        }
    }

    void write(Points points) {
        seen.forEach((key, value) -> points.put(
                "zone_dwell", Map.of("floor", key.floor(), "zone", key.zone()), key.window(), fields(value)));
    }

    private static Map<String, Object> fields(Seen seen) {
        List<Long> dwells = seen.stays.stream().map(Stay::dwellNanos).toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("visits", (long) seen.visits.size());
        fields.put("seconds", seen.micros / 1e6);
        fields.put("stays", (long) seen.stays.size());
        fields.put("passes", seen.stays.stream().filter(s -> !s.isStop()).count());
        fields.put("stops", seen.stays.stream().filter(Stay::isStop).count());
        fields.put("engaged", seen.stays.stream().filter(Stay::isEngaged).count());
        fields.put("censored", seen.stays.stream().filter(Stay::censored).count());
        long micros = dwells.stream().mapToLong(d -> Math.round(d / 1e3)).sum();
        fields.put("dwell_ms_sum", Windows.writtenMillis(micros * 1000));
        if (!dwells.isEmpty()) {
            fields.put("dwell_ms_max", Windows.writtenMillis(Quantiles.nearestRank(1, dwells)));
            fields.put("dwell_ms_p50", Windows.writtenMillis(Quantiles.nearestRank(0.5, dwells)));
            fields.put("dwell_ms_p90", Windows.writtenMillis(Quantiles.nearestRank(0.9, dwells)));
        }
        for (long seconds : HISTOGRAM_SECONDS) {
            fields.put(
                    "le_" + seconds,
                    dwells.stream()
                            .filter(d -> d <= Windows.nanos(seconds * 1000))
                            .count());
        }
        fields.put("le_inf", (long) dwells.size());
        return fields;
    }
}
