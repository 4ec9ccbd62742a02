package dev.footfall.simulator.people;

import dev.footfall.simulator.place.Spot;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** Somebody in the store: where they are now, where they were a second ago, and what they have yet to do. */
public final class Person {
    /** The floor of somebody who is on none: on the stairs, or not in the store. */
    public static final int NOWHERE = -1;

    private final int number;
    private final boolean staff;
    private final int group;
    private final String mission;
    private final Dice dice;
    private final double metresPerSecond;
    private final boolean tagged;
    private final Deque<Errand> errands = new ArrayDeque<>();

    private int floor = NOWHERE;
    private int x;
    private int y;
    private int floorBefore = NOWHERE;
    private int xBefore;
    private int yBefore;
    private @Nullable Spot spot;
    private boolean gone;
    private boolean done;
    private int items;

    Person(int number, boolean staff, int group, String mission, double metresPerSecond, boolean tagged, Dice dice) {
        this.number = number;
        this.staff = staff;
        this.group = group;
        this.mission = mission;
        this.metresPerSecond = metresPerSecond;
        this.tagged = tagged;
        this.dice = dice;
    }

    /** Counts everybody who ever came, from 0. */
    public int number() {
        return number;
    }

    /** Whether they work here. */
    public boolean isStaff() {
        return staff;
    }

    /** The number of who leads their group; their own, of who came alone. */
    public int group() {
        return group;
    }

    /** What they came for. */
    public String mission() {
        return mission;
    }

    /** The index of the floor they are on, or {@link #NOWHERE}. */
    public int floor() {
        return floor;
    }

    /** Millimetres in the store frame. */
    public int x() {
        return x;
    }

    /** Millimetres in the store frame. */
    public int y() {
        return y;
    }

    /** The floor a second ago, or {@link #NOWHERE}. */
    public int floorBefore() {
        return floorBefore;
    }

    /** Millimetres, a second ago. */
    public int xBefore() {
        return xBefore;
    }

    /** Millimetres, a second ago. */
    public int yBefore() {
        return yBefore;
    }

    /** Whether they have left for good; they are in one last scene so, nowhere. */
    public boolean isGone() {
        return gone;
    }

    /** How many things they buy. */
    public int items() {
        return items;
    }

    /** Whether they carry a tag that beacon receivers hear. */
    public boolean isTagged() {
        return tagged;
    }

    Dice dice() {
        return dice;
    }

    double metresPerSecond() {
        return metresPerSecond;
    }

    /** The spot at or near which they stand; what they walked to last. */
    Spot spot() {
        if (spot == null) {
            throw new IllegalStateException("person " + number + " has not come in yet");
        }
        return spot;
    }

    void arriveAt(Spot at) {
        spot = at;
    }

    void moveTo(int toFloor, int toX, int toY) {
        floor = toFloor;
        x = toX;
        y = toY;
    }

    void leaveFloor() {
        floor = NOWHERE;
    }

    /** Whether their business is done, so that who came with them may leave. */
    boolean isDone() {
        return done;
    }

    void markDone() {
        done = true;
    }

    void goAway() {
        gone = true;
        floor = NOWHERE;
    }

    void buy(int number) {
        items = number;
    }

    void then(Errand errand) {
        errands.addLast(errand);
    }

    void first(Errand errand) {
        errands.addFirst(errand);
    }

    boolean isIdle() {
        return errands.isEmpty();
    }

    /** Gives up what can be left out, since the store closes. */
    void hurry() {
        errands.removeIf(Errand::canBeLeftOut);
    }

    /** Lives through one second. */
    void step(Shop shop) {
        floorBefore = floor;
        xBefore = x;
        yBefore = y;
        Errand errand = errands.pollFirst();
        if (errand == null) {
            throw new IllegalStateException("person " + number + " has nothing left to do, not even to leave");
        }
        if (errand.step(this, shop)) {
            errands.addFirst(errand);
        }
    }
}
