package dev.footfall.benchmarks.peer;

/** Where a subject was last, and since when its visit runs; a state of Flink. */
public final class Track {
    public String store = "";
    public long startedMillis;
    public long lastMillis;
    public int floor;
    public int x;
    public int y;
    public boolean joined;
}
