package dev.footfall.simulator.truth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The crossings of a second, put in order, and how many people are in the store after each instant. */
final class CrossingLedger {
    private static final Comparator<TrueCrossing> IN_ORDER = Comparator.comparingLong(TrueCrossing::timeMillis)
            .thenComparing(TrueCrossing::door)
            .thenComparing(TrueCrossing::direction)
            .thenComparing(TrueCrossing::visit);

    private final Truth truth;
    private final List<TrueCrossing> noted = new ArrayList<>();
    private int people;

    CrossingLedger(Truth truth) {
        this.truth = truth;
    }

    void note(TrueCrossing crossing) {
        noted.add(crossing);
    }

    /** Hands over what was noted and happened before an instant. */
    void handOver(long beforeMillis) {
        noted.sort(IN_ORDER);
        int count = 0;
        while (count < noted.size() && noted.get(count).timeMillis() < beforeMillis) {
            TrueCrossing crossing = noted.get(count);
            truth.crossing(crossing);
            count++;
            int change =
                    switch (crossing.direction()) {
                        case IN -> 1;
                        case OUT -> -1;
                        case PASSING -> 0;
                    };
            people += change;
            boolean last = count == noted.size() || noted.get(count).timeMillis() != crossing.timeMillis();
            if (change != 0 && last) {
                truth.occupancy(crossing.timeMillis(), people);
            }
        }
        noted.subList(0, count).clear();
    }
}
