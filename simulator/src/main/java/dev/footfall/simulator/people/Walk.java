package dev.footfall.simulator.people;

import dev.footfall.simulator.place.Spot;
import dev.footfall.simulator.place.Stairs;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;

/** Walks to a spot by the shortest way, swaying a little; takes the stairs if it is on another floor. */
final class Walk implements Errand {
    private static final double BEND_SWAY_METRES = 0.22;

    private final Spot to;
    private final boolean forFun;
    private @Nullable Legs legs;

    Walk(Spot to, boolean forFun) {
        this.to = to;
        this.forFun = forFun;
    }

    @Override
    public boolean step(Person who, Shop shop) {
        if (legs == null) {
            Optional<Stairs> stairs = shop.premises().findStairs(who.floor(), to.floor());
            if (stairs.isPresent()) {
                Walk toStairs = new Walk(stairs.get().from(), false);
                who.first(this);
                who.first(new Climb(stairs.get()));
                if (toStairs.step(who, shop)) {
                    who.first(toStairs);
                }
                return false;
            }
            legs = plan(who, shop);
        }
        boolean more = legs.step(who);
        if (!more) {
            who.arriveAt(to);
        }
        return more;
    }

    private Legs plan(Person who, Shop shop) {
        Legs planned = new Legs(who);
        for (Coordinate bend : shop.premises().way(who.spot(), to).bends()) {
            addSwaying(planned, bend.x, bend.y, BEND_SWAY_METRES, who.dice());
        }
        addSwaying(planned, to.xMetres(), to.yMetres(), to.swayMetres(), who.dice());
        return planned;
    }

    private static void addSwaying(Legs legs, double x, double y, double sway, Dice dice) {
        double angle = dice.between(0, 2 * Math.PI);
        double radius = sway * Math.sqrt(dice.between(0, 1.0));
        legs.to(millimetres(x + radius * StrictMath.cos(angle)), millimetres(y + radius * StrictMath.sin(angle)));
    }

    static int millimetres(double metres) {
        return (int) Math.round(metres * 1000);
    }

    @Override
    public boolean canBeLeftOut() {
        return forFun && legs == null;
    }
}
