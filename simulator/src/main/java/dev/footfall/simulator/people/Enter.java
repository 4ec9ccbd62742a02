package dev.footfall.simulator.people;

import dev.footfall.simulator.place.Doorway;
import dev.footfall.simulator.place.Spot;
import org.jspecify.annotations.Nullable;

/** Appears before a door and goes in. */
final class Enter implements Errand {
    private final Doorway doorway;
    private int delay;
    private @Nullable Legs legs;

    Enter(Doorway doorway, int delaySeconds) {
        this.doorway = doorway;
        this.delay = delaySeconds;
    }

    @Override
    public boolean step(Person who, Shop shop) {
        if (delay > 0) {
            delay--;
            return true;
        }
        if (legs == null) {
            Spot inside = who.dice().one(doorway.inside());
            double sway = inside.swayMetres() * Math.sqrt(0.5);
            int x = Walk.millimetres(inside.xMetres() + who.dice().between(-sway, sway));
            int y = Walk.millimetres(inside.yMetres() + who.dice().between(-sway, sway));
            int outX = x + Walk.millimetres(2 * Doorway.DEPTH_METRES * doorway.outwardX());
            int outY = y + Walk.millimetres(2 * Doorway.DEPTH_METRES * doorway.outwardY());
            legs = new Legs(doorway.floor(), outX, outY, who.metresPerSecond()).to(x, y);
            who.moveTo(doorway.floor(), outX, outY);
            who.arriveAt(inside);
            return true;
        }
        return legs.step(who);
    }
}
