package dev.footfall.simulator.score;

import dev.footfall.events.Kind;
import dev.footfall.geofences.FunnelConfig;
import dev.footfall.geofences.StepConfig;
import dev.footfall.geofences.StepEvent;
import dev.footfall.geofences.StorePack;
import dev.footfall.simulator.score.Truth.Crossing;
import dev.footfall.simulator.score.Truth.Direction;
import dev.footfall.simulator.score.Truth.Stay;
import dev.footfall.simulator.score.Truth.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How far visits get through funnels, by trying every chain of their stays and doors. */
final class FunnelTruth {
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final FunnelConfig funnel;
    private final List<Moment> moments;
    private final List<Moment> chain = new ArrayList<>();
    private List<Moment> deepest = List.of();

    private FunnelTruth(FunnelConfig funnel, List<Moment> moments) {
        this.funnel = funnel;
        this.moments = moments;
    }

    /** A stay, or an entry by a door ({@code zone} is empty), that may serve as a step. */
    private record Moment(long nanos, String zone, long dwellNanos) {
        boolean serves(StepConfig step) {
            return step.event() == StepEvent.DOOR_IN
                    ? zone.isEmpty()
                    : step.zones().contains(zone) && dwellNanos >= step.minDwellMillis() * NANOS_PER_MILLI;
        }
    }

    /** Whether a truth can tell how far visits get: it knows of no receipts and touchpoints. */
    static boolean canTell(FunnelConfig funnel) {
        return funnel.steps().stream().allMatch(step -> step.event() == null || step.event() == StepEvent.DOOR_IN);
    }

    /** The subject of a step's figures. */
    static String subject(String funnel, String step) {
        return funnel + " " + step;
    }

    static void addTo(Figures figures, StorePack pack, Truth truth, Map<String, List<Stay>> staysByVisit) {
        Map<String, List<Moment>> entries = entries(pack, truth);
        Median times = new Median();
        for (FunnelConfig funnel :
                pack.config().funnels().stream().filter(FunnelTruth::canTell).toList()) {
            for (Visit visit : truth.visits()) {
                List<Moment> moments = new ArrayList<>(entries.getOrDefault(visit.id(), List.of()));
                for (Stay stay : staysByVisit.getOrDefault(visit.id(), List.of())) {
                    moments.add(new Moment(stay.enteredNanos(), stay.zone(), stay.dwellNanos()));
                }
                List<Moment> reached = deepest(funnel, moments);
                for (WindowSpan span : WindowSpan.around(pack.calendar(), visit.endedMillis())) {
                    count(figures, times, funnel, reached, span);
                }
            }
        }
        times.putInto(figures);
    }

    private static void count(
            Figures figures, Median times, FunnelConfig funnel, List<Moment> reached, WindowSpan span) {
        for (int i = 0; i < reached.size(); i++) {
            String subject = subject(funnel.id(), funnel.steps().get(i).label());
            figures.add(span.cell(Figure.STEP, subject), 1);
            if (i > 0) {
                long nanos = reached.get(i).nanos() - reached.get(i - 1).nanos();
                times.add(span.cell(Figure.STEP_P50, subject), Math.round(nanos / 1e6));
            }
        }
    }

    /** Who came in by a door that tracks cross; whom a counter counts is nobody's visit. */
    private static Map<String, List<Moment>> entries(StorePack pack, Truth truth) {
        Set<String> counted = pack.config().devices().stream()
                .filter(device -> device.kind() == Kind.DOOR)
                .map(device -> String.valueOf(device.door()))
                .collect(Collectors.toSet());
        Map<String, List<Moment>> entries = new HashMap<>();
        for (Crossing crossing : truth.crossings()) {
            if (crossing.direction() == Direction.IN && !counted.contains(crossing.door())) {
                entries.computeIfAbsent(crossing.visit(), unseen -> new ArrayList<>())
                        .add(new Moment(crossing.timeMillis() * NANOS_PER_MILLI, "", 0));
            }
        }
        return entries;
    }

    private static List<Moment> deepest(FunnelConfig funnel, List<Moment> moments) {
        moments.sort(Comparator.comparingLong(Moment::nanos));
        FunnelTruth search = new FunnelTruth(funnel, moments);
        search.extend(new HashSet<>());
        return search.deepest;
    }

    /** Tries every next moment in the order of time, so of chains as deep the first found is the one that counts. */
    private void extend(Set<Integer> used) {
        if (chain.size() > deepest.size()) {
            deepest = List.copyOf(chain);
        }
        for (int i = 0; i < moments.size() && deepest.size() < funnel.steps().size(); i++) {
            if (mayFollow(moments.get(i)) && used.add(i)) {
                chain.add(moments.get(i));
                extend(used);
                chain.remove(chain.size() - 1);
                used.remove(i);
            }
        }
    }

    private boolean mayFollow(Moment next) {
        if (!next.serves(funnel.steps().get(chain.size()))) {
            return false;
        }
        if (chain.isEmpty()) {
            return true;
        }
        long sinceFirst = next.nanos() - chain.get(0).nanos();
        return next.nanos() >= chain.get(chain.size() - 1).nanos()
                && (funnel.withinMillis() == 0 || sinceFirst <= funnel.withinMillis() * NANOS_PER_MILLI);
    }
}
