package dev.footfall.simulator.people;

import dev.footfall.simulator.place.Stairs;

/** Climbs stairs, on no floor meanwhile. */
final class Climb implements Errand {
    private final Stairs stairs;
    private int seconds;

    Climb(Stairs stairs) {
        this.stairs = stairs;
        this.seconds = stairs.seconds();
    }

    @Override
    public boolean step(Person who, Shop shop) {
        who.leaveFloor();
        seconds--;
        if (seconds > 0) {
            return true;
        }
        who.moveTo(
                stairs.to().floor(),
                Walk.millimetres(stairs.to().xMetres()),
                Walk.millimetres(stairs.to().yMetres()));
        who.arriveAt(stairs.to());
        return false;
    }
}
