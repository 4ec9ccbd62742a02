package dev.footfall.jobs.points;

/** How good a point is. */
public enum Standing {
    /** A figure that may still change. */
    PROVISIONAL,
    /** A figure that nothing will replace but a correction. */
    LAST,
    /** No figure of a window: where a cell lies, how the work goes. */
    PLAIN
}
