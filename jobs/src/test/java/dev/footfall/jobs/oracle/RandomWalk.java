package dev.footfall.jobs.oracle;

import static java.util.Comparator.comparingDouble;

import dev.footfall.jobs.oracle.RandomLayout.FloorPlan;
import dev.footfall.jobs.oracle.RandomLayout.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The steps of one subject: wandering, and everything that tells a limit from what lies beside it. */
final class RandomWalk {

    /** Where the subject was seen. */
    record Step(long timeMillis, String floor, int xMillimetres, int yMillimetres) {}

    private final Dice dice;
    private final RandomSettings settings;
    private final List<FloorPlan> floors;
    private final List<Step> steps = new ArrayList<>();
    private FloorPlan floor;
    private long timeMillis;
    private int x;
    private int y;

    private RandomWalk(Dice dice, RandomSettings settings, List<FloorPlan> floors, long startMillis) {
        this.dice = dice;
        this.settings = settings;
        this.floors = floors;
        this.floor = dice.pick(floors);
        this.timeMillis = startMillis;
        moveTo(dice.pick(floor.spots()));
    }

    static List<Step> steps(Dice dice, RandomSettings settings, List<FloorPlan> floors, long startMillis) {
        RandomWalk walk = new RandomWalk(dice, settings, floors, startMillis);
        walk.seen();
        int moves = dice.pick(0, 3, 10, 30);
        for (int i = 0; i < moves; i++) {
            walk.move();
        }
        return walk.steps;
    }

    private void move() {
        switch (dice.between(0, 12)) {
            case 0, 1, 2 -> wander();
            case 3, 4, 5 -> walkTo(someSpot());
            case 6 -> walkTo(new Place(someSpot().xMillimetres(), y));
            case 7 -> walkTo(new Place(x, someSpot().yMillimetres()));
            case 8 -> after(dice.between(1, settings.bridgeMillis()));
            case 9 -> after(aLimit());
            case 10 -> outAndBackWithin(settings.someGraceMillis());
            case 11 -> jump();
            default -> leave();
        }
    }

    private void wander() {
        int millis = dice.between(40, 1200);
        double reach = millis * Math.min(1.8, settings.maxSpeedMillimetres() / 1500.0);
        double angle = dice.between(0, 2 * Math.PI);
        moveTo(new Place(x + (int) (reach * Math.cos(angle)), y + (int) (reach * Math.sin(angle))));
        after(millis);
    }

    private Place someSpot() {
        return Stream.generate(() -> dice.pick(floor.spots()))
                .limit(4)
                .min(comparingDouble(spot -> Math.hypot(spot.xMillimetres() - x, spot.yMillimetres() - y)))
                .orElseThrow();
    }

    /** In one segment when it is near enough; at the highest speed now and then. */
    private void walkTo(Place spot) {
        double distance = Math.hypot(spot.xMillimetres() - x, spot.yMillimetres() - y);
        int speed = dice.pick(settings.maxSpeedMillimetres(), 1000, 1250, 1777);
        moveTo(spot);
        after(Math.max(1, (long) Math.ceil(distance * 1000 / speed)));
    }

    private long aLimit() {
        int grace = settings.someGraceMillis();
        int limit =
                dice.pick(settings.bridgeMillis(), grace, grace + settings.bridgeMillis(), settings.visitGapMillis());
        return Math.max(1, limit + dice.pick(0, 0, 1, -1));
    }

    /** Out of wherever a spot lies and back to it, so that the time between is the grace exactly. */
    private void outAndBackWithin(int graceMillis) {
        walkTo(someSpot());
        Place edge = new Place(x, y);
        int out = graceMillis / 2;
        int way = Math.min(settings.maxSpeedMillimetres() * out / 1000, 700) * dice.pick(-1, 1);
        if (way != 0) {
            moveTo(dice.chance(0.5) ? new Place(x + way, y) : new Place(x, y + way));
            after(out);
            moveTo(edge);
            after(graceMillis - out);
        }
    }

    /** Just as fast as is possible, or too fast. */
    private void jump() {
        int tenths = dice.between(1, 10);
        int way = settings.maxSpeedMillimetres() * tenths / 10 + dice.pick(0, 1, 5000);
        moveTo(dice.chance(0.5) ? new Place(x + way, y) : new Place(x, y - way));
        after(100L * tenths);
    }

    /** To another floor, off the floor, or to the next full minute. */
    private void leave() {
        int how = dice.between(0, 2);
        if (how == 0) {
            floor = dice.pick(floors);
            after(dice.between(100, 2000));
        } else if (how == 1) {
            walkTo(Place.near(
                    floor.box().getMaxX() + dice.pick(0.0, 0.001, 0.4, 2.0),
                    dice.between(floor.box().getMinY() - 1, floor.box().getMaxY() + 1)));
        } else {
            after(60_000 - timeMillis % 60_000);
        }
    }

    private void moveTo(Place spot) {
        x = spot.xMillimetres();
        y = spot.yMillimetres();
    }

    private void after(long millis) {
        timeMillis += millis;
        seen();
    }

    private void seen() {
        steps.add(new Step(timeMillis, floor.id(), x, y));
    }
}
