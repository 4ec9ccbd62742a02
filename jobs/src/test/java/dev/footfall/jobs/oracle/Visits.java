package dev.footfall.jobs.oracle;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import dev.footfall.geofences.Parameters;
import dev.footfall.jobs.oracle.Windows.Piece;
import dev.footfall.jobs.oracle.Windows.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Who came, from when to when; the definitions' section on visits. */
final class Visits {

    /** A stretch of a subject's presence without a gap longer than {@code visitGap}, within one store day. */
    record Visit(String subject, long dayStart, long startedMillis, long endedMillis) {

        long durationMillis() {
            return endedMillis - startedMillis;
        }
    }

    /** Something seen of a subject: an observation, or a shelf stay from {@code entered} to {@code left}. */
    private record Sighting(long fromMillis, long toMillis) {}

    private final Parameters parameters;
    private final Windows windows;
    private final List<Visit> visits = new ArrayList<>();
    private final Map<String, List<Visit>> bySubject;

    Visits(Parameters parameters, Windows windows, Tracks tracks, Collection<ShelfReport> shelfReports) {
        this.parameters = parameters;
        this.windows = windows;
        for (List<Observation> ofSubject : tracks.customers()) {
            join(
                    ofSubject.get(0).subject(),
                    ofSubject.stream()
                            .map(o -> new Sighting(o.timeMillis(), o.timeMillis()))
                            .toList());
        }
        shelfReports.stream()
                .filter(report -> report.leftMillis() != null)
                .collect(groupingBy(ShelfReport::subject))
                .forEach((subject, reports) -> join(
                        subject,
                        reports.stream()
                                .map(r -> new Sighting(r.enteredMillis(), Objects.requireNonNull(r.leftMillis())))
                                .toList()));
        bySubject = visits.stream().collect(groupingBy(Visit::subject));
    }

    /** Joins the sightings of each store day, in the order in which they began. */
    private void join(String subject, List<Sighting> sightings) {
        List<Sighting> ordered = sightings.stream()
                .sorted(comparingLong((Sighting s) -> windows.dayStart(s.toMillis()))
                        .thenComparingLong(Sighting::fromMillis))
                .toList();
        Visit visit = null;
        for (Sighting next : ordered) {
            long day = windows.dayStart(next.toMillis());
            if (visit != null
                    && visit.dayStart() == day
                    && next.fromMillis() - visit.endedMillis() <= parameters.visitGapMillis()) {
                visit = new Visit(subject, day, visit.startedMillis(), Math.max(visit.endedMillis(), next.toMillis()));
            } else {
                if (visit != null) {
                    visits.add(visit);
                }
                visit = new Visit(subject, day, next.fromMillis(), next.toMillis());
            }
        }
        visits.add(Objects.requireNonNull(visit));
    }

    List<Visit> all() {
        return visits;
    }

    /** The visit of a subject that an instant belongs to. */
    Visit of(String subject, long millis) {
        return bySubject.getOrDefault(subject, List.of()).stream()
                .filter(v -> v.dayStart() == windows.dayStart(millis)
                        && v.startedMillis() <= millis
                        && millis <= v.endedMillis())
                .findFirst()
                .orElseThrow();
    }

    /** The visits by the windows they ended in. */
    Map<Span, List<Visit>> byWindowOfEnd() {
        Map<Span, List<Visit>> byWindow = new LinkedHashMap<>();
        for (Visit visit : visits) {
            for (Span span : windows.around(visit.endedMillis())) {
                byWindow.computeIfAbsent(span, s -> new ArrayList<>()).add(visit);
            }
        }
        return byWindow;
    }

    void write(Tracks tracks, Points points) {
        Map<Span, Long> staffMicros = staffMicros(tracks);
        byWindowOfEnd().forEach((span, ended) -> {
            List<Long> durations = ended.stream().map(Visit::durationMillis).toList();
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("visits", (long) ended.size());
            fields.put(
                    "bounces",
                    durations.stream()
                            .filter(d -> d < parameters.bounceUnderMillis())
                            .count());
            fields.put(
                    "duration_ms_sum",
                    durations.stream().mapToLong(Long::longValue).sum());
            fields.put("duration_ms_p50", Quantiles.nearestRank(0.5, durations));
            fields.put("staff_seconds", staffMicros.getOrDefault(span, 0L) / 1e6);
            points.put("visits", Map.of(), span, fields);
        });
    }

    private Map<Span, Long> staffMicros(Tracks tracks) {
        Map<Span, Long> micros = new TreeMap<>(comparingLong(Span::startMillis).thenComparing(Span::label));
        for (Tracks.Run run : tracks.staffRuns()) {
            for (Tracks.Segment segment : run.segments()) {
                for (Piece piece : windows.pieces(segment.fromNanos(), segment.toNanos())) {
                    piece.spans(windows).forEach(span -> micros.merge(span, piece.micros(), Long::sum));
                }
            }
        }
        return micros;
    }
}
