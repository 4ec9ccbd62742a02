package dev.footfall.jobs.funnel;

import dev.footfall.geofences.FunnelConfig;
import dev.footfall.geofences.StepConfig;
import dev.footfall.jobs.batches.Mark;
import dev.footfall.jobs.batches.Stay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The meaning of a funnel, word for word: tries every choice of different stays or events, one for each step. Slow and obvious. */
final class BruteForceFunnel {
    private final FunnelConfig funnel;
    private final List<Stay> stays;
    private final List<Mark> marks;
    private long[] best = new long[0];

    private BruteForceFunnel(FunnelConfig funnel, List<Stay> stays, List<Mark> marks) {
        this.funnel = funnel;
        this.stays = stays;
        this.marks = marks;
    }

    static long[] match(FunnelConfig funnel, List<Stay> stays, List<Mark> marks) {
        BruteForceFunnel all = new BruteForceFunnel(funnel, stays, marks);
        all.choose(new ArrayList<>(), new ArrayList<>());
        return all.best;
    }

    private void choose(List<Object> chosen, List<Long> chain) {
        long[] instants = chain.stream().mapToLong(Long::longValue).toArray();
        if (instants.length > best.length || (instants.length == best.length && Arrays.compare(instants, best) < 0)) {
            best = instants;
        }
        if (chain.size() == funnel.steps().size()) {
            return;
        }
        StepConfig step = funnel.steps().get(chain.size());
        for (Stay stay : stays) {
            boolean serves =
                    step.zones().contains(stay.zone()) && stay.dwellNanos() >= step.minDwellMillis() * 1_000_000;
            if (serves) {
                goOn(chosen, chain, stay, stay.enteredNanos());
            }
        }
        for (Mark mark : marks) {
            if (mark.event() == step.event()) {
                goOn(chosen, chain, mark, mark.timeMillis() * 1_000_000);
            }
        }
    }

    private void goOn(List<Object> chosen, List<Long> chain, Object candidate, long nanos) {
        boolean isUsed = chosen.stream().anyMatch(other -> other == candidate);
        boolean isInOrder = chain.isEmpty() || nanos >= chain.get(chain.size() - 1);
        boolean isWithin = chain.isEmpty()
                || funnel.withinMillis() == 0
                || nanos - chain.get(0) <= funnel.withinMillis() * 1_000_000;
        if (!isUsed && isInOrder && isWithin) {
            chosen.add(candidate);
            chain.add(nanos);
            choose(chosen, chain);
            chosen.remove(chosen.size() - 1);
            chain.remove(chain.size() - 1);
        }
    }
}
