package dev.footfall.simulator.score;

import dev.footfall.geofences.StorePack;
import dev.footfall.simulator.score.Truth.Stay;
import dev.footfall.simulator.score.Truth.Visit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What every figure should be, computed from the truth as docs/metrics.md defines it, as plainly as can be. */
final class TruthFigures {
    private static final Comparator<Stay> BY_ENTERED =
            Comparator.comparingLong(Stay::enteredNanos).thenComparing(Stay::zone);

    private TruthFigures() {}

    static Figures of(StorePack pack, Truth truth) {
        Map<String, List<Stay>> staysByVisit =
                truth.stays().stream().sorted(BY_ENTERED).collect(Collectors.groupingBy(Stay::visit));
        Set<String> byShelfCamera = truth.visits().stream()
                .filter(Visit::byShelfCamera)
                .map(Visit::id)
                .collect(Collectors.toSet());
        Figures figures = new Figures();
        DoorTruth.addTo(figures, pack.calendar(), truth);
        VisitTruth.addTo(figures, pack, truth);
        ZoneTruth.addTo(figures, pack, truth, byShelfCamera::contains);
        RouteTruth.addTo(figures, pack, truth, staysByVisit);
        FunnelTruth.addTo(figures, pack, truth, staysByVisit);
        return figures;
    }
}
