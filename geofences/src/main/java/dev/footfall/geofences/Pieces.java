package dev.footfall.geofences;

import java.util.Arrays;

/** Intervals of one zone, collected in any order and told in order of time, joined where they meet or overlap. */
final class Pieces {

    private long[] froms = new long[8];
    private long[] tos = new long[8];
    private int count;

    void clear() {
        count = 0;
    }

    /** Adds an interval at its place by start. */
    void add(long from, long to) {
        if (count == froms.length) {
            froms = Arrays.copyOf(froms, 2 * count);
            tos = Arrays.copyOf(tos, 2 * count);
        }
        int at = count++;
        while (at > 0 && froms[at - 1] > from) {
            froms[at] = froms[at - 1];
            tos[at] = tos[at - 1];
            at--;
        }
        froms[at] = from;
        tos[at] = to;
    }

    /** Tells the joined intervals; neither a gap nor an interval shorter than 1 µs is more than rounding. */
    void report(int zone, ZonePieces sink) {
        int i = 0;
        while (i < count) {
            long from = froms[i];
            long to = tos[i];
            for (i++; i < count && froms[i] - to < Grid.SHORTEST_PIECE_NANOS; i++) {
                to = Math.max(to, tos[i]);
            }
            if (to - from >= Grid.SHORTEST_PIECE_NANOS) {
                sink.inside(zone, from, to);
            }
        }
    }
}
