package dev.footfall.simulator.people;

import java.util.ArrayList;
import java.util.List;

/**
 * A walk along corners on one floor. No second's step goes round a corner, so each lies on the planned line; a leg is divided evenly into as many
 * seconds as it takes.
 */
final class Legs {
    /** A remainder shorter than this share of a second's way is walked a little faster instead. */
    private static final double HASTE = 0.3;

    private final int floor;
    private final double millimetresPerSecond;
    private final List<int[]> corners = new ArrayList<>();
    private int fromX;
    private int fromY;
    private int at;
    private int second;
    private int seconds;

    Legs(Person who) {
        this(who.floor(), who.x(), who.y(), who.metresPerSecond());
    }

    Legs(int floor, int fromX, int fromY, double metresPerSecond) {
        this.floor = floor;
        this.fromX = fromX;
        this.fromY = fromY;
        this.millimetresPerSecond = metresPerSecond * 1000;
    }

    Legs to(int x, int y) {
        corners.add(new int[] {x, y});
        return this;
    }

    /** Walks for a second; answers whether the way goes on. */
    boolean step(Person who) {
        if (at == corners.size()) {
            return false;
        }
        int[] corner = corners.get(at);
        if (second == 0) {
            double length = Math.hypot(corner[0] - fromX, corner[1] - fromY);
            seconds = (int) Math.max(1, Math.ceil(length / millimetresPerSecond - HASTE));
        }
        second++;
        who.moveTo(floor, between(fromX, corner[0]), between(fromY, corner[1]));
        if (second == seconds) {
            fromX = corner[0];
            fromY = corner[1];
            second = 0;
            at++;
        }
        return at < corners.size();
    }

    private int between(int from, int to) {
        return from + (int) Math.round((double) (to - from) * second / seconds);
    }
}
