package dev.footfall.simulator.score;

import dev.footfall.geofences.StorePack;
import dev.footfall.simulator.score.Truth.StaffSpan;
import dev.footfall.simulator.score.Truth.Visit;

/** Visits by the window in which they ended; the time of staff in each window that has such a visit. */
final class VisitTruth {
    private static final double MILLIS_PER_SECOND = 1_000;

    private VisitTruth() {}

    static void addTo(Figures figures, StorePack pack, Truth truth) {
        Median durations = new Median();
        for (Visit visit : truth.visits()) {
            boolean bounce = visit.durationMillis() < pack.config().parameters().bounceUnderMillis();
            for (WindowSpan span : WindowSpan.around(pack.calendar(), visit.endedMillis())) {
                figures.add(span.cell(Figure.VISITS, ""), 1);
                figures.add(span.cell(Figure.BOUNCES, ""), bounce ? 1 : 0);
                figures.add(span.cell(Figure.DURATION, ""), (double) visit.durationMillis());
                durations.add(span.cell(Figure.DURATION_P50, ""), visit.durationMillis());
            }
        }
        durations.putInto(figures);
        for (StaffSpan staff : truth.staff()) {
            for (WindowSpan span : WindowSpan.between(pack.calendar(), staff.fromMillis(), staff.toMillis())) {
                if (figures.find(span.cell(Figure.VISITS, "")).isPresent()) {
                    long millis = Math.min(staff.toMillis(), span.endMillis())
                            - Math.max(staff.fromMillis(), span.startMillis());
                    figures.add(span.cell(Figure.STAFF, ""), millis / MILLIS_PER_SECOND);
                }
            }
        }
    }
}
