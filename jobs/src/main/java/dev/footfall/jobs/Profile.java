package dev.footfall.jobs;

import java.util.Locale;

/** How large what a job works for is: a choice of the running job, so it may be another at every start. */
public enum Profile {
    /** Few stores, looked at from second to second. */
    STORE,
    /** Thousands of stores: open windows are written more seldom, and there is no heat of minutes and quarters. */
    CHAIN;

    /** Of the live job. */
    public Cadence live() {
        return this == CHAIN ? Cadence.CHAIN : Cadence.LIVE;
    }

    /** Of a job that computes the same figures again, each when it is final. */
    public Cadence replay() {
        return this == CHAIN ? Cadence.CHAIN_FINAL_ONLY : Cadence.FINAL_ONLY;
    }

    /** The word of the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
