package dev.footfall.simulator.score;

import java.util.List;

/**
 * What was true in a simulated store.
 *
 * @param run which simulation it was
 * @param visits those of customers, each as the one device that sees it would see it without error
 * @param stays of these visits
 * @param crossings of doors, by everybody whom the door's source counts
 * @param occupancies how many people were inside, after each change
 * @param staff when somebody of the staff was seen
 */
record Truth(
        Run run,
        List<Visit> visits,
        List<Stay> stays,
        List<Crossing> crossings,
        List<Occupancy> occupancies,
        List<StaffSpan> staff) {

    Truth {
        visits = List.copyOf(visits);
        stays = List.copyOf(stays);
        crossings = List.copyOf(crossings);
        occupancies = List.copyOf(occupancies);
        staff = List.copyOf(staff);
    }

    /** A simulation from one instant (inclusive) until another; {@code errors} names what its sensors did wrong. */
    record Run(String store, String seed, long fromMillis, long untilMillis, String errors) {
        Run {
            if (untilMillis <= fromMillis) {
                throw new IllegalArgumentException(
                        "untilMillis is " + untilMillis + " but must be after fromMillis " + fromMillis);
            }
        }
    }

    /** A customer's visit; {@code byShelfCamera}: known from reported stays, which count whole where they end. */
    record Visit(String id, boolean byShelfCamera, long startedMillis, long endedMillis) {
        long durationMillis() {
            return endedMillis - startedMillis;
        }
    }

    /** A stay in a zone, in nanoseconds since the epoch. */
    record Stay(String visit, String zone, long enteredNanos, long leftNanos) {
        long dwellNanos() {
            return leftNanos - enteredNanos;
        }
    }

    /** Somebody at a door; {@code visit} is empty when it is nobody's whom a device follows. */
    record Crossing(long timeMillis, String door, Direction direction, String visit) {}

    /** Where somebody at a door went. */
    enum Direction {
        IN,
        OUT,
        PASSING
    }

    /** How many people were inside from an instant on. */
    record Occupancy(long timeMillis, long people) {}

    /** One of the staff was seen from an instant until another. */
    record StaffSpan(long fromMillis, long toMillis) {}
}
