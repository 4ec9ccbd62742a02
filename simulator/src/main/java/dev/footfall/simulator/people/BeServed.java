package dev.footfall.simulator.people;

import dev.footfall.simulator.place.Desk;
import dev.footfall.simulator.place.Spot;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goes to the end of a line, moves up in it, is served, and pays if it is a checkout. */
final class BeServed implements Errand {
    private static final int PATIENCE_SECONDS = 20;
    private static final int LONG = 4;

    private final boolean checkout;
    private final int seconds;
    private @Nullable Line line;
    private @Nullable Walk walk;
    private Stage stage = Stage.APPROACH;
    private int left;

    private enum Stage {
        APPROACH,
        AT_THE_END,
        IN_LINE,
        CALLED,
        SERVED
    }

    BeServed(boolean checkout, int seconds) {
        this.checkout = checkout;
        this.seconds = seconds;
    }

    @Override
    public boolean step(Person who, Shop shop) {
        Line at = line == null ? choose(shop) : line;
        line = at;
        Desk desk = at.desk();
        if (walk != null && walk.step(who, shop)) {
            return true;
        }
        boolean walked = walk != null;
        walk = null;
        switch (stage) {
            case APPROACH -> {
                Spot end = desk.queue().get(desk.queue().size() - 1);
                stage = Stage.AT_THE_END;
                left = PATIENCE_SECONDS;
                if (end.floor() != who.floor()) {
                    who.first(this);
                    who.first(new Walk(end, false));
                    return false;
                }
                return walk(new Walk(end, false), who, shop, walked);
            }
            case AT_THE_END -> {
                if (at.join(who)) {
                    stage = Stage.IN_LINE;
                } else if (--left < 0) {
                    at.giveUp();
                    line = null;
                    stage = Stage.APPROACH;
                }
            }
            case IN_LINE -> {
                Spot place = desk.queue().get(at.placeOf(who));
                if (!place.equals(who.spot())) {
                    return walk(new Walk(place, false), who, shop, walked);
                }
                if (at.call(who)) {
                    stage = Stage.CALLED;
                    return walk(new Walk(desk.service(), false), who, shop, walked);
                }
            }
            case CALLED -> {
                stage = Stage.SERVED;
                left = seconds;
            }
            case SERVED -> {
                left--;
                if (left <= 0) {
                    at.free();
                    if (checkout) {
                        shop.pay(who, desk);
                        who.markDone();
                    }
                    return false;
                }
            }
        }
        return true;
    }

    /** Begins to walk, in this second unless it is used up. */
    private boolean walk(Walk next, Person who, Shop shop, boolean usedUp) {
        if (usedUp || next.step(who, shop)) {
            walk = next;
        }
        return true;
    }

    /** The first line that is not long, as if the others were closed until they are needed; else the shortest. */
    private Line choose(Shop shop) {
        List<Line> lines = shop.lines(checkout);
        Line best = lines.get(0);
        for (Line each : lines) {
            if (each.length() < LONG) {
                best = each;
                break;
            }
            best = each.length() < best.length() ? each : best;
        }
        best.approach();
        return best;
    }
}
