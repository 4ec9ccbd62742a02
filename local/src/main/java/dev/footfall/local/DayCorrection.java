package dev.footfall.local;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.archive.DayPoints;
import dev.footfall.jobs.archive.DirtyDay;
import dev.footfall.jobs.archive.StoreArchive;

/** A store day to be corrected, and by what. */
record DayCorrection(StorePack pack, StoreArchive archive, DirtyDay dirty) {

    /** What was done to the points of a day. */
    record Outcome(long points, long changed, long deleted, long kept) {
        /** In words. */
        String words() {
            return "points=" + points + " changed=" + changed + " deleted=" + deleted
                    + (kept == 0 ? "" : " not-deleted=" + kept);
        }
    }

    String store() {
        return pack.config().store();
    }

    DayPoints.Day day() {
        return new DayPoints.Day(store(), dirty.day().startMillis(), dirty.day().endMillis());
    }

    @Override
    public String toString() {
        return store() + " " + dirty.day().date();
    }
}
