package dev.footfall.jobs.oracle;

import static java.util.Comparator.comparing;

import dev.footfall.geofences.FunnelConfig;
import dev.footfall.geofences.StepConfig;
import dev.footfall.geofences.StepEvent;
import dev.footfall.jobs.oracle.Footfall.Crossing;
import dev.footfall.jobs.oracle.Visits.Visit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How far visits get along a chain of steps; the definitions' section on funnels. */
final class Funnels {

    /** Something in a visit that may serve a step: a stay in a zone, or an event. */
    private record Moment(String zone, boolean doorIn, long enteredNanos, long dwellNanos) {

        boolean serves(StepConfig step) {
            if (step.event() != null) {
                return step.event() == StepEvent.DOOR_IN && doorIn;
            }
            return step.zones().contains(zone) && dwellNanos >= Windows.nanos(step.minDwellMillis());
        }
    }

    private final Visits visits;
    private final Stays stays;
    private final List<Crossing> crossings;

    Funnels(Visits visits, Stays stays, List<Crossing> crossings) {
        this.visits = visits;
        this.stays = stays;
        this.crossings = crossings;
    }

    private List<Moment> moments(Visit visit) {
        List<Moment> moments = new ArrayList<>();
        stays.enteredDuring(visit)
                .forEach(stay ->
                        moments.add(new Moment(stay.zone().id(), false, stay.enteredNanos(), stay.dwellNanos())));
        crossings.stream()
                .filter(crossing -> crossing.in()
                        && crossing.subject().equals(visit.subject())
                        && visits.of(crossing.subject(), crossing.timeMillis()).equals(visit))
                .forEach(crossing -> moments.add(new Moment("", true, Windows.nanos(crossing.timeMillis()), 0)));
        return moments;
    }

    /** When each step of the deepest, then earliest chain was entered; empty when not even the first is reached. */
    private static List<Long> deepestChain(FunnelConfig funnel, List<Moment> moments) {
        for (int depth = funnel.steps().size(); depth > 0; depth--) {
            List<List<Long>> chains = new ArrayList<>();
            collectChains(funnel, depth, moments, List.of(), chains);
            if (!chains.isEmpty()) {
                return chains.stream().min(Funnels::earlier).orElseThrow();
            }
        }
        return List.of();
    }

    private static int earlier(List<Long> a, List<Long> b) {
        for (int i = 0; i < a.size(); i++) {
            if (!a.get(i).equals(b.get(i))) {
                return a.get(i).compareTo(b.get(i));
            }
        }
        return 0;
    }

    private static void collectChains(
            FunnelConfig funnel, int depth, List<Moment> moments, List<Moment> chosen, List<List<Long>> chains) {
        if (chosen.size() == depth) {
            chains.add(chosen.stream().map(Moment::enteredNanos).toList());
            return;
        }
        StepConfig step = funnel.steps().get(chosen.size());
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            if (moment.serves(step) && follows(funnel, chosen, moment)) {
                List<Moment> others = new ArrayList<>(moments);
                others.remove(i);
                List<Moment> longer = new ArrayList<>(chosen);
                longer.add(moment);
                collectChains(funnel, depth, others, longer, chains);
            }
        }
    }

    private static boolean follows(FunnelConfig funnel, List<Moment> chosen, Moment next) {
        if (chosen.isEmpty()) {
            return true;
        }
        long sinceFirst = next.enteredNanos() - chosen.get(0).enteredNanos();
        return next.enteredNanos() >= chosen.get(chosen.size() - 1).enteredNanos()
                && (funnel.withinMillis() == 0 || sinceFirst <= Windows.nanos(funnel.withinMillis()));
    }

    void write(List<FunnelConfig> funnels, Points points) {
        Map<Visit, List<Moment>> moments = new HashMap<>();
        visits.all().forEach(visit -> moments.put(visit, moments(visit)));
        for (FunnelConfig funnel : funnels) {
            Map<Visit, List<Long>> chains = new HashMap<>();
            moments.forEach((visit, all) -> chains.put(visit, deepestChain(funnel, all)));
            visits.byWindowOfEnd().forEach((window, ended) -> {
                List<List<Long>> ofWindow = ended.stream().map(chains::get).toList();
                for (int k = 1; k <= funnel.steps().size(); k++) {
                    points.put(
                            "funnel",
                            Map.of(
                                    "funnel",
                                    funnel.id(),
                                    "step",
                                    funnel.steps().get(k - 1).label()),
                            window,
                            fields(k, ofWindow));
                }
            });
        }
    }

    private static Map<String, Object> fields(int k, List<List<Long>> chains) {
        List<List<Long>> reaching =
                chains.stream().filter(chain -> chain.size() >= k).toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("visits", (long) reaching.size());
        fields.put("entered", chains.stream().filter(chain -> !chain.isEmpty()).count());
        if (k > 1 && !reaching.isEmpty()) {
            List<Long> steps = reaching.stream()
                    .map(chain -> chain.get(k - 1) - chain.get(k - 2))
                    .sorted(comparing(step -> step))
                    .toList();
            fields.put("step_ms_p50", Windows.writtenMillis(Quantiles.nearestRank(0.5, steps)));
        }
        return fields;
    }
}
