package dev.footfall.jobs.archive;

import dev.footfall.geofences.Layout;
import dev.footfall.geofences.StorePack;

/**
 * By which drawings events of a stretch of time are judged: {@link Layout#shapeHash} of the version at its beginning, then, for each version that
 * draws otherwise and begins in it, {@code |}, its {@code validFrom} in milliseconds, {@code :} and its hash. Equal texts mean equal judgement.
 */
public final class LayoutShapes {
    private LayoutShapes() {}

    /** Those of a span in the versions that a store pack holds now; nothing for a span of nothing. */
    public static String of(StorePack pack, Span span) {
        if (span.isEmpty()) {
            return "";
        }
        String before = pack.layoutAt(span.firstMillis()).shapeHash();
        StringBuilder shapes = new StringBuilder(before);
        for (Layout layout : pack.layouts()) {
            boolean begins =
                    layout.validFromMillis() > span.firstMillis() && layout.validFromMillis() <= span.lastMillis();
            if (begins && !layout.shapeHash().equals(before)) {
                before = layout.shapeHash();
                shapes.append('|').append(layout.validFromMillis()).append(':').append(before);
            }
        }
        return shapes.toString();
    }
}
