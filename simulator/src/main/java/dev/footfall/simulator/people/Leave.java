package dev.footfall.simulator.people;

import dev.footfall.simulator.place.Doorway;
import org.jspecify.annotations.Nullable;

/** Goes to a door, out, and away. */
final class Leave implements Errand {
    private final Doorway doorway;
    private @Nullable Walk toDoor;
    private @Nullable Legs out;
    private boolean outside;

    Leave(Doorway doorway) {
        this.doorway = doorway;
    }

    @Override
    public boolean step(Person who, Shop shop) {
        who.markDone();
        if (outside) {
            who.goAway();
            return false;
        }
        if (toDoor == null) {
            who.first(this);
            toDoor = new Walk(who.dice().one(doorway.inside()), false);
            if (toDoor.step(who, shop)) {
                who.first(toDoor);
            }
            return false;
        }
        if (out == null) {
            out = new Legs(who)
                    .to(
                            who.x() + Walk.millimetres(2 * Doorway.DEPTH_METRES * doorway.outwardX()),
                            who.y() + Walk.millimetres(2 * Doorway.DEPTH_METRES * doorway.outwardY()));
        }
        outside = !out.step(who);
        return true;
    }
}
