package dev.footfall.benchmarks.flink;

import dev.footfall.geofences.Window;
import java.util.Arrays;

/** Time and distinct visits per place (a cell, a zone) in the windows of one store day that are open: two of each length, as arrays. */
final class FloorGrids {
    private static final Window[] WINDOWS = Window.values();
    private static final int[] MINUTES = {1, 15, 60, Integer.MAX_VALUE};
    private static final int OPEN = 2;

    /** Takes a window that is done. */
    @FunctionalInterface
    interface Done {
        /** Takes the first {@code count} of the places that were touched, with what was added up for each place. */
        void take(Window window, int startMinute, int[] places, int count, long[] micros, int[] visits);
    }

    private final int places;
    private final long[][] micros = new long[WINDOWS.length * OPEN][];
    private final int[][] visits = new int[WINDOWS.length * OPEN][];
    private final int[][] touched = new int[WINDOWS.length * OPEN][];
    private final int[] touchedCount = new int[WINDOWS.length * OPEN];
    private final int[] number = new int[WINDOWS.length * OPEN];

    FloorGrids(int places) {
        this.places = places;
        Arrays.fill(number, -1);
    }

    /** Adds a presence; a bit of {@code fresh} for every window, shortest first, in which the visit had not been there. */
    void add(int place, int minute, long addedMicros, int fresh) {
        for (int w = 0; w < WINDOWS.length; w++) {
            int window = minute / MINUTES[w];
            int at = w * OPEN + (window & OPEN - 1);
            if (number[at] != window) {
                begin(at, window);
            }
            if (visits[at][place] == 0) {
                touched[at][touchedCount[at]++] = place;
            }
            micros[at][place] += addedMicros;
            visits[at][place] += fresh >> w & 1;
        }
    }

    private void begin(int at, int window) {
        if (number[at] >= 0) {
            throw new IllegalStateException("window " + number[at] + " is open while " + window + " begins");
        }
        number[at] = window;
        if (micros[at] == null) {
            micros[at] = new long[places];
            visits[at] = new int[places];
            touched[at] = new int[places];
        }
    }

    /** Hands out the windows that end by a minute. */
    void settle(int minute, Done done) {
        for (int at = 0; at < number.length; at++) {
            int length = MINUTES[at / OPEN];
            if (number[at] >= 0 && (number[at] + 1L) * length <= minute) {
                done.take(
                        WINDOWS[at / OPEN],
                        length == Integer.MAX_VALUE ? 0 : number[at] * length,
                        touched[at],
                        touchedCount[at],
                        micros[at],
                        visits[at]);
                for (int i = 0; i < touchedCount[at]; i++) {
                    micros[at][touched[at][i]] = 0;
                    visits[at][touched[at][i]] = 0;
                }
                touchedCount[at] = 0;
                number[at] = -1;
            }
        }
    }
}
