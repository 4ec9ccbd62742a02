package dev.footfall.geofences;

/**
 * The lengths of time that figures are given for. Windows count from the start of the store day; none crosses its end,
 * so the last of a day may be short.
 */
public enum Window {
    MINUTE("1m", 60_000L),
    QUARTER("15m", 900_000L),
    HOUR("1h", 3_600_000L),
    /** The whole store day, however many hours it has. */
    DAY("1d", Long.MAX_VALUE);

    private final String label;
    private final long lengthMillis;

    Window(String label, long lengthMillis) {
        this.label = label;
        this.lengthMillis = lengthMillis;
    }

    /** As it stands in the {@code window} tag. */
    public String label() {
        return label;
    }

    /** Where the window begins in which an instant of the day falls; a border belongs to the window it begins. */
    public long start(StoreDay day, long millis) {
        long sinceStart = millis - day.startMillis();
        return this == DAY
                ? day.startMillis()
                : day.startMillis() + sinceStart - Math.floorMod(sinceStart, lengthMillis);
    }

    /** Where the window ends that begins at {@code startMillis} (exclusive). */
    public long end(StoreDay day, long startMillis) {
        return this == DAY ? day.endMillis() : Math.min(startMillis + lengthMillis, day.endMillis());
    }
}
