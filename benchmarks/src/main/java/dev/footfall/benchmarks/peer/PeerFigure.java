package dev.footfall.benchmarks.peer;

/** One figure of one window: of a place (a cell), or of a name (a zone, a door). */
public final class PeerFigure {
    public String measurement = "";
    public String window = "";
    public String store = "";
    public String name = "";
    public int place;
    public long startMillis;
    /**
     * Of a cell: microseconds, then visits that were new in the minute, the quarter, the hour, the day. Of a zone: stays, passes, engaged stays, milliseconds, the longest, and
     * a histogram. Of visits: how many, bounces, milliseconds. Of a door: in, out, passing.
     */
    public long[] values = {};
}
