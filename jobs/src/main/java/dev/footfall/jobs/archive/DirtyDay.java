package dev.footfall.jobs.archive;

import dev.footfall.geofences.StoreDay;

/**
 * A store day whose figures are not, or may not be, those of the archive.
 *
 * @param day which one
 * @param lateEvents how many of its events came too late
 * @param otherLayouts whether events of it were judged by other drawings than hold for their time now
 * @param fingerprint of what its figures follow from now: frames and drawings
 * @param standing whether it can be corrected
 */
public record DirtyDay(StoreDay day, long lateEvents, boolean otherLayouts, String fingerprint, Standing standing) {
    /** Whether a day can be corrected. */
    public enum Standing {
        /** All is final, and in the archive. */
        READY,
        /** The live job may still write figures of it, or what it counted is not all in complete files. */
        WAITING,
        /** Frames that may speak of it were taken and not archived: what was computed then is better than what could be now. */
        NOT_ARCHIVED
    }
}
