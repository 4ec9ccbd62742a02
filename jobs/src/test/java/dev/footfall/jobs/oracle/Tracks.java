package dev.footfall.jobs.oracle;

import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import dev.footfall.geofences.Parameters;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/** Observations joined to segments where movement is known; the definitions' section on tracks. */
final class Tracks {

    /** Two consecutive observations between which the subject moves in a straight line at constant speed. */
    record Segment(Observation from, Observation to) {

        long fromNanos() {
            return from.timeNanos();
        }

        long toNanos() {
            return to.timeNanos();
        }

        /** The instant at a fraction of the way. */
        long nanosAt(BigDecimal fraction) {
            BigDecimal since = fraction.multiply(BigDecimal.valueOf(toNanos() - fromNanos()));
            return fromNanos() + since.setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
    }

    /** Observations of a subject without a break between them; a single one is a lone point. */
    record Run(List<Observation> observations) {

        String subject() {
            return first().subject();
        }

        String floor() {
            return first().floor();
        }

        Observation first() {
            return observations.get(0);
        }

        Observation last() {
            return observations.get(observations.size() - 1);
        }

        boolean isLonePoint() {
            return observations.size() == 1;
        }

        List<Segment> segments() {
            List<Segment> segments = new ArrayList<>();
            for (int i = 1; i < observations.size(); i++) {
                segments.add(new Segment(observations.get(i - 1), observations.get(i)));
            }
            return segments;
        }
    }

    private final Parameters parameters;
    private final Windows windows;
    private final List<List<Observation>> ofCustomers = new ArrayList<>();
    private final List<List<Observation>> ofStaff = new ArrayList<>();

    Tracks(Parameters parameters, Windows windows, List<Observation> observations) {
        this.parameters = parameters;
        this.windows = windows;
        for (List<Observation> all :
                new TreeMap<>(observations.stream().collect(groupingBy(Observation::subject))).values()) {
            List<Observation> distinct = firstOfEachInstant(all);
            ofCustomers.add(distinct.stream().filter(o -> !o.staff()).toList());
            ofStaff.add(distinct.stream().filter(Observation::staff).toList());
        }
        ofCustomers.removeIf(List::isEmpty);
        ofStaff.removeIf(List::isEmpty);
    }

    /** Each customer's observations, ordered and distinct. */
    List<List<Observation>> customers() {
        return ofCustomers;
    }

    List<Run> customerRuns() {
        return ofCustomers.stream().flatMap(all -> runs(all).stream()).toList();
    }

    List<Run> staffRuns() {
        return ofStaff.stream().flatMap(all -> runs(all).stream()).toList();
    }

    private static List<Observation> firstOfEachInstant(List<Observation> all) {
        Set<Long> instants = new HashSet<>();
        return all.stream()
                .sorted(comparingLong(Observation::timeMillis).thenComparingLong(Observation::order))
                .filter(o -> instants.add(o.timeMillis()))
                .toList();
    }

    private List<Run> runs(List<Observation> ordered) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= ordered.size(); i++) {
            if (i == ordered.size() || !isSegment(ordered.get(i - 1), ordered.get(i))) {
                runs.add(new Run(List.copyOf(ordered.subList(start, i))));
                start = i;
            }
        }
        return runs;
    }

    private boolean isSegment(Observation p, Observation q) {
        return p.floor().equals(q.floor())
                && q.timeMillis() - p.timeMillis() <= parameters.bridgeMillis()
                && windows.dayStart(p.timeMillis()) == windows.dayStart(q.timeMillis())
                && isWithinMaxSpeed(p, q);
    }

    /** Distance² ≤ (speed · time)², in whole numbers: mm² · 1000² ≤ (mm/s)² · ms². */
    private boolean isWithinMaxSpeed(Observation p, Observation q) {
        BigInteger dx = BigInteger.valueOf((long) q.xMillimetres() - p.xMillimetres());
        BigInteger dy = BigInteger.valueOf((long) q.yMillimetres() - p.yMillimetres());
        BigInteger distanceSquared = dx.pow(2).add(dy.pow(2)).multiply(BigInteger.valueOf(1_000_000));
        BigInteger reach = BigInteger.valueOf(parameters.maxSpeedMillimetresPerSecond())
                .multiply(BigInteger.valueOf(q.timeMillis() - p.timeMillis()));
        return distanceSquared.compareTo(reach.pow(2)) <= 0;
    }
}
