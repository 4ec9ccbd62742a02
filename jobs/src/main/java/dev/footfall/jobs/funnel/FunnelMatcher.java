package dev.footfall.jobs.funnel;

import dev.footfall.geofences.FunnelConfig;
import dev.footfall.geofences.StepConfig;
import dev.footfall.jobs.batches.Mark;
import dev.footfall.jobs.batches.Stay;
import dev.footfall.jobs.windows.MinuteCuts;
import it.unimi.dsi.fastutil.longs.LongArraySet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/**
 * Finds how far one visit gets through one funnel: the deepest chain of different stays or events, one per step, in the order of time,
 * within {@code within} of the first; of several as deep, the one with the earliest first, then second, … instant.
 *
 * <p>Every candidate for the first step is tried (the meaning of ClickHouse's {@code windowFunnel}). After it the earliest candidate for
 * each step is never worse than a later one, since whatever may follow the later one may follow the earlier. Only candidates
 * of the very same instant have to be tried against each other, because one stay cannot serve two steps; those that serve the same
 * steps are interchangeable.
 */
final class FunnelMatcher {
    /** Something that may serve for the steps whose bits are set. */
    private static final class Candidate {
        final long nanos;
        final long steps;
        boolean used;

        Candidate(long nanos, long steps) {
            this.nanos = nanos;
            this.steps = steps;
        }

        boolean serves(int step) {
            return (steps >> step & 1) != 0;
        }
    }

    private final int depth;
    private final long withinNanos;
    private final List<Candidate> candidates;
    private final long[] chain;
    private long[] deepest = new long[0];

    private FunnelMatcher(FunnelConfig funnel, List<Candidate> candidates) {
        this.depth = funnel.steps().size();
        this.withinNanos = funnel.withinMillis() > 0 ? MinuteCuts.nanos(funnel.withinMillis()) : Long.MAX_VALUE;
        this.candidates = candidates;
        this.chain = new long[depth];
    }

    /**
     * The instants of the deepest chain, in nanoseconds since the epoch; as many as steps were reached.
     *
     * @param stays the visit's stays, in any order
     * @param marks the visit's events, in any order
     */
    static long[] match(FunnelConfig funnel, List<Stay> stays, List<Mark> marks) {
        List<Candidate> candidates = new ArrayList<>();
        for (Stay stay : stays) {
            offer(candidates, funnel, stay.enteredNanos(), step -> serves(step, stay));
        }
        for (Mark mark : marks) {
            offer(candidates, funnel, MinuteCuts.nanos(mark.timeMillis()), step -> step.event() == mark.event());
        }
        candidates.sort(Comparator.comparingLong(candidate -> candidate.nanos));
        FunnelMatcher matcher = new FunnelMatcher(funnel, candidates);
        for (int first = 0; first < candidates.size(); first++) {
            matcher.extendFrom(first);
        }
        return matcher.deepest;
    }

    private static boolean serves(StepConfig step, Stay stay) {
        return step.event() == null
                && step.zones().contains(stay.zone())
                && stay.dwellNanos() >= MinuteCuts.nanos(step.minDwellMillis());
    }

    private static void offer(List<Candidate> out, FunnelConfig funnel, long nanos, Predicate<StepConfig> serves) {
        long steps = 0;
        for (int step = 0; step < funnel.steps().size(); step++) {
            if (serves.test(funnel.steps().get(step))) {
                steps |= 1L << step;
            }
        }
        if (steps != 0) {
            out.add(new Candidate(nanos, steps));
        }
    }

    private void extendFrom(int first) {
        Candidate candidate = candidates.get(first);
        boolean cannotBeBetter = deepest.length == depth && candidate.nanos > deepest[0];
        if (candidate.serves(0) && !cannotBeBetter) {
            take(candidate, 0, first);
        }
    }

    private void take(Candidate candidate, int step, int at) {
        chain[step] = candidate.nanos;
        candidate.used = true;
        keepIfBetter(step + 1);
        if (step + 1 < depth) {
            extend(step + 1, at);
        }
        candidate.used = false;
    }

    /** Tries the earliest candidates for a step that come no earlier than the one before it, which stands at {@code before}. */
    private void extend(int step, int before) {
        int i = before;
        while (i > 0 && candidates.get(i - 1).nanos == chain[step - 1]) {
            i--;
        }
        LongArraySet tried = new LongArraySet();
        long earliest = Long.MAX_VALUE;
        for (; i < candidates.size(); i++) {
            Candidate next = candidates.get(i);
            if (next.nanos > earliest || next.nanos - chain[0] > withinNanos) {
                return;
            }
            if (!next.used && next.serves(step) && tried.add(next.steps)) {
                earliest = next.nanos;
                take(next, step, i);
            }
        }
    }

    private void keepIfBetter(int length) {
        if (length > deepest.length
                || (length == deepest.length && Arrays.compare(chain, 0, length, deepest, 0, length) < 0)) {
            deepest = Arrays.copyOf(chain, length);
        }
    }
}
