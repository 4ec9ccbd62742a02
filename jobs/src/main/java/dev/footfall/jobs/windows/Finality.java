package dev.footfall.jobs.windows;

import dev.footfall.events.Kind;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StorePack;

/** When figures about visits and stays are final. */
public enum Finality {
    /** When the clock has passed the window's end by the allowance of the measurement. */
    BY_WINDOW,
    /**
     * When, besides, the store day has been over for {@link #STAY_OVER_CUT_MILLIS}. A shelf camera reports a stay when it ends, however early it began,
     * so in a store that has one a visit that looked over may go on until then.
     */
    BY_DAY;

    /**
     * A reported stay that lies over the day cut belongs to the journey of the visit before the cut that it began in, too, when it ends less than this
     * after the cut.
     */
    public static final long STAY_OVER_CUT_MILLIS = 3_600_000;

    /** What holds for the figures about visits and stays of that store. */
    public static Finality of(StorePack pack) {
        for (DeviceConfig device : pack.config().devices()) {
            if (device.kind() == Kind.SHELF) {
                return BY_DAY;
            }
        }
        return BY_WINDOW;
    }
}
