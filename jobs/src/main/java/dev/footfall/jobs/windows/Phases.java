package dev.footfall.jobs.windows;

/** A schedule as each store has it: where it is spread, at the phase that follows from the store's name. */
public final class Phases {
    /** Spreads names that differ in a digit over all phases: the golden ratio as a fraction of 2³². */
    private static final int MIX = 0x9E3779B9;

    private static final int LOW_BITS = 8;

    private final Schedule[] schedules;

    /** The phases of a schedule. */
    public Phases(Schedule schedule) {
        schedules = new Schedule[schedule.spread() ? Schedule.PHASES : 1];
        for (int phase = 0; phase < schedules.length; phase++) {
            schedules[phase] = schedule.at(phase);
        }
    }

    /** The schedule of a store. */
    public Schedule of(String store) {
        return schedules[((store.hashCode() * MIX) >>> LOW_BITS) % schedules.length];
    }
}
