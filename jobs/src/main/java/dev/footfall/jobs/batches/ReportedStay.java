package dev.footfall.jobs.batches;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stay that a shelf camera reported, with the visit it belongs to and what it changes about visits known before.
 *
 * <p>A camera reports a stay when it ends, so a report may show that visits which looked over were parts of one that went on.
 *
 * @param report what the camera said
 * @param visit number of the visit; 0 when the stay is not over
 * @param takenBack visits that had been listed as ended and are now part of {@code visit}
 * @param absorbed numbers of other visits whose stays now belong to {@code visit}
 * @param enteredDuring the visit of the store day before during which the stay began, when it lies over the day cut: a stay of its journey too
 */
public record ReportedStay(
        ShelfReport report,
        long visit,
        List<VisitEnd> takenBack,
        List<Long> absorbed,
        @Nullable VisitEnd enteredDuring) {
    public ReportedStay {
        takenBack = List.copyOf(takenBack);
        absorbed = List.copyOf(absorbed);
    }
}
