package dev.footfall.jobs.oracle;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import dev.footfall.geofences.Door;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.Zone;
import dev.footfall.jobs.oracle.Cutting.Interval;
import dev.footfall.jobs.oracle.Tracks.Run;
import dev.footfall.jobs.oracle.Visits.Visit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;

/** Inside time and the stays made of it; the definitions' section on zones and stays. */
final class Stays {

    /** An uninterrupted time of a subject inside a zone; {@code opens}/{@code closes} its run of observations. */
    record Inside(String subject, Zone zone, Interval interval, boolean opens, boolean closes) {

        long fromNanos() {
            return interval.fromNanos();
        }

        long toNanos() {
            return interval.toNanos();
        }
    }

    /** Inside times of one subject and zone with no gap longer than the zone's grace. */
    record Stay(Visit visit, Zone zone, long enteredNanos, long leftNanos, boolean censored, boolean reported) {

        long dwellNanos() {
            return leftNanos - enteredNanos;
        }

        boolean lasts(long millis) {
            return dwellNanos() >= Windows.nanos(millis);
        }

        boolean isStop() {
            return lasts(zone.minStayMillis());
        }

        boolean isEngaged() {
            return lasts(zone.engagedAfterMillis());
        }
    }

    private final Windows windows;
    private final Visits visits;
    private final List<Inside> insides = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>();
    private final Map<String, List<Stay>> bySubject;

    Stays(Layout layout, Windows windows, Tracks tracks, Visits visits, Collection<ShelfReport> shelfReports) {
        this.windows = windows;
        this.visits = visits;
        for (Floor floor : layout.floors()) {
            for (Zone zone : floor.zones()) {
                boolean hasDoor = floor.doors().stream().anyMatch(door -> touches(door, zone));
                List<Inside> insideZone = new ArrayList<>();
                for (Run run : tracks.customerRuns()) {
                    if (run.floor().equals(floor.id())) {
                        insideZone.addAll(inside(zone, run));
                    }
                }
                insides.addAll(insideZone);
                insideZone.stream()
                        .collect(groupingBy(Inside::subject))
                        .values()
                        .forEach(all -> merge(all, hasDoor));
                shelfReports.stream()
                        .filter(report -> report.zone().equals(zone.id()) && report.leftMillis() != null)
                        .forEach(report -> stays.add(reported(report, zone)));
            }
        }
        bySubject = stays.stream().collect(groupingBy(stay -> stay.visit().subject()));
    }

    private static boolean touches(Door door, Zone zone) {
        Coordinate[] ends = {
            new Coordinate(door.axMetres(), door.ayMetres()), new Coordinate(door.bxMetres(), door.byMetres())
        };
        return zone.geometry().intersects(new GeometryFactory().createLineString(ends));
    }

    private static List<Inside> inside(Zone zone, Run run) {
        Observation first = run.first();
        if (run.isLonePoint()) {
            return Cutting.covers(zone.geometry(), first.xMetres(), first.yMetres())
                    ? List.of(new Inside(
                            run.subject(), zone, new Interval(first.timeNanos(), first.timeNanos()), true, true))
                    : List.of();
        }
        return run.segments().stream()
                .flatMap(segment -> Cutting.inside(zone.geometry(), segment).stream())
                .map(interval -> new Inside(
                        run.subject(),
                        zone,
                        interval,
                        interval.fromNanos() == first.timeNanos(),
                        interval.toNanos() == run.last().timeNanos()))
                .toList();
    }

    /** Merges the inside times of one subject in one zone. */
    private void merge(List<Inside> all, boolean hasDoor) {
        List<Inside> ordered =
                all.stream().sorted(comparingLong(Inside::fromNanos)).toList();
        int start = 0;
        for (int i = 1; i <= ordered.size(); i++) {
            if (i == ordered.size() || !isOneStay(ordered.get(i - 1), ordered.get(i))) {
                stays.add(observed(ordered.get(start), ordered.get(i - 1), hasDoor));
                start = i;
            }
        }
    }

    private boolean isOneStay(Inside a, Inside b) {
        return b.fromNanos() - a.toNanos() <= Windows.nanos(a.zone().graceMillis())
                && windows.dayStart(Windows.millis(a.toNanos())) == windows.dayStart(Windows.millis(b.fromNanos()));
    }

    private Stay observed(Inside first, Inside last, boolean hasDoor) {
        return new Stay(
                visits.of(first.subject(), Windows.millis(first.fromNanos())),
                first.zone(),
                first.fromNanos(),
                last.toNanos(),
                !hasDoor && (first.opens() || last.closes()),
                false);
    }

    private Stay reported(ShelfReport report, Zone zone) {
        long left = Objects.requireNonNull(report.leftMillis());
        return new Stay(
                visits.of(report.subject(), left),
                zone,
                Windows.nanos(report.enteredMillis()),
                Windows.nanos(left),
                false,
                true);
    }

    List<Inside> insides() {
        return insides;
    }

    List<Stay> all() {
        return stays;
    }

    /**
     * The stays that make a visit's path and serve its funnels: those its subject entered during it.
     *
     * <p>A reported stay over the day cut may so serve the visit before the cut too, though it counts in the visit after.
     */
    List<Stay> enteredDuring(Visit visit) {
        return bySubject.getOrDefault(visit.subject(), List.of()).stream()
                .filter(stay -> stay.enteredNanos() >= Windows.nanos(visit.startedMillis())
                        && stay.enteredNanos() <= Windows.nanos(visit.endedMillis()))
                .toList();
    }
}
