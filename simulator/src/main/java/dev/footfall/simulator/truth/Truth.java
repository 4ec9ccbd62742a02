package dev.footfall.simulator.truth;

/** Takes note of what was true, as it becomes known. */
public interface Truth {
    /** Forgets it. */
    Truth NONE = new Truth() {
        @Override
        public void visit(TrueVisit visit) {}

        @Override
        public void stay(TrueStay stay) {}

        @Override
        public void crossing(TrueCrossing crossing) {}

        @Override
        public void occupancy(long timeMillis, int people) {}

        @Override
        public void staff(long fromMillis, long toMillis, String floor) {}
    };

    /** A visit is over. */
    void visit(TrueVisit visit);

    /** A stay of a customer is over. */
    void stay(TrueStay stay);

    /** Somebody went through a door, or by; in order of time. */
    void crossing(TrueCrossing crossing);

    /** How many people are in the store, after a change at an instant; in order of time. */
    void occupancy(long timeMillis, int people);

    /** A member of staff was seen, without a break, on a floor. */
    void staff(long fromMillis, long toMillis, String floor);
}
