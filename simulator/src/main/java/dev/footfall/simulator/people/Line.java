package dev.footfall.simulator.people;

import dev.footfall.simulator.place.Desk;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line at a desk: who is served, and who waits. */
final class Line {
    private final Desk desk;
    private final List<Person> waiting = new ArrayList<>();
    private @Nullable Person served;
    private int approaching;

    Line(Desk desk) {
        this.desk = desk;
    }

    Desk desk() {
        return desk;
    }

    /** How many are here or on their way. */
    int length() {
        return approaching + waiting.size() + (served == null ? 0 : 1);
    }

    int waiting() {
        return waiting.size();
    }

    void approach() {
        approaching++;
    }

    /** Takes a place at the end, if there is one. */
    boolean join(Person who) {
        if (waiting.size() >= desk.queue().size()) {
            return false;
        }
        approaching--;
        waiting.add(who);
        return true;
    }

    void giveUp() {
        approaching--;
    }

    int placeOf(Person who) {
        return waiting.indexOf(who);
    }

    /** Lets who is first be served, if nobody is. */
    boolean call(Person who) {
        if (served != null || waiting.isEmpty() || waiting.get(0) != who) {
            return false;
        }
        served = waiting.remove(0);
        return true;
    }

    void free() {
        served = null;
    }
}
