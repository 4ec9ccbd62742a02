package dev.footfall.jobs.batches;

import java.util.List;

/**
 * A stay that a shelf camera reported, with the visit it belongs to and what it changes about visits known before.
 *
 * <p>A camera reports a stay when it ends, so a report may show that visits which looked over were parts of one that went on.
 *
 * @param report what the camera said
 * @param visit number of the visit; 0 when the stay is not over
 * @param takenBack visits that had been listed as ended and are now part of {@code visit}
 * @param absorbed numbers of other visits whose stays now belong to {@code visit}
 * @param startedMillis when the visit began, as far as is known now
 * @param dayBefore when the stay lies over the day cut, the person's visits of the day before
 */
public record ReportedStay(
        ShelfReport report,
        long visit,
        List<VisitEnd> takenBack,
        List<Long> absorbed,
        long startedMillis,
        List<VisitEnd> dayBefore) {
    public ReportedStay {
        takenBack = List.copyOf(takenBack);
        absorbed = List.copyOf(absorbed);
        dayBefore = List.copyOf(dayBefore);
    }

    /** A stay that is not over yet: it belongs to no visit. */
    public static ReportedStay open(ShelfReport report) {
        return new ReportedStay(report, 0, List.of(), List.of(), report.enteredMillis(), List.of());
    }
}
