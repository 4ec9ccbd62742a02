package dev.footfall.simulator.score;

/** A figure that is compared: a field of a measurement, and how to tell it to people. */
enum Figure {
    IN("footfall", "in", Sort.COUNT, "in"),
    OUT("footfall", "out", Sort.COUNT, "out"),
    PASSING("footfall", "passing", Sort.COUNT, "passing"),
    PEOPLE("occupancy", "people", Sort.LEVEL, "people, end of window"),
    PEOPLE_MAX("occupancy", "people_max", Sort.LEVEL, "people, most"),
    VISITS("visits", "visits", Sort.COUNT, "visits"),
    BOUNCES("visits", "bounces", Sort.COUNT, "bounces"),
    DURATION("visits", "duration_ms_sum", Sort.TIME, "duration, s"),
    DURATION_P50("visits", "duration_ms_p50", Sort.MEDIAN, "duration, median, s"),
    STAFF("visits", "staff_seconds", Sort.SECONDS, "staff, s"),
    STAYS("zone_dwell", "stays", Sort.COUNT, "stays"),
    STOPS("zone_dwell", "stops", Sort.COUNT, "stops"),
    PASSES("zone_dwell", "passes", Sort.COUNT, "passes"),
    ENGAGED("zone_dwell", "engaged", Sort.COUNT, "engaged"),
    DWELL("zone_dwell", "dwell_ms_sum", Sort.TIME, "dwell, s"),
    DWELL_P50("zone_dwell", "dwell_ms_p50", Sort.MEDIAN, "dwell, median, s"),
    ZONE_VISITS("zone_dwell", "visits", Sort.COUNT, "visits"),
    FLOW("zone_flow", "visits", Sort.COUNT, "pairs of stops"),
    PATH("paths", "visits", Sort.COUNT, "visits on top paths"),
    PATH_DURATION("paths", "duration_ms_sum", Sort.TIME, "their duration, s"),
    STEP("funnel", "visits", Sort.COUNT, "visits"),
    STEP_P50("funnel", "step_ms_p50", Sort.MEDIAN, "step, median, s");

    /** How values add up, and how near is equal. */
    enum Sort {
        /** A number of things: adds up, equal when it is the same. */
        COUNT(0),
        /** A sum of milliseconds: equal within one. */
        TIME(1),
        /** A sum of seconds: equal within a millisecond. */
        SECONDS(0.001),
        /** A median of milliseconds: does not add up, equal within one. */
        MEDIAN(1),
        /** How much there is at a time: does not add up, equal when it is the same. */
        LEVEL(0);

        private final double rounding;

        Sort(double rounding) {
            this.rounding = rounding;
        }

        boolean addsUp() {
            return this == COUNT || this == TIME || this == SECONDS;
        }

        boolean isMillis() {
            return this == TIME || this == MEDIAN;
        }

        /** Whether two values are one but for rounding. */
        boolean equal(double one, double other) {
            return Math.abs(one - other) <= rounding * 1.000_001;
        }
    }

    private final String measurement;
    private final String field;
    private final Sort sort;
    private final String words;

    Figure(String measurement, String field, Sort sort, String words) {
        this.measurement = measurement;
        this.field = field;
        this.sort = sort;
        this.words = words;
    }

    String measurement() {
        return measurement;
    }

    String field() {
        return field;
    }

    Sort sort() {
        return sort;
    }

    String words() {
        return words;
    }

    /** Whether each door or step has a line of its own; zones, flows and paths are told together. */
    boolean isToldOneByOne() {
        return measurement.equals("footfall") || measurement.equals("funnel");
    }
}
