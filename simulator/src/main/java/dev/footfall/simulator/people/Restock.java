package dev.footfall.simulator.people;

import dev.footfall.simulator.place.Place;

/** What staff do all day: put things on shelves, here and there, until they may go home. */
final class Restock implements Errand {
    private static final int SHORTEST_SECONDS = 60;
    private static final int LONGEST_SECONDS = 420;

    private final long untilMillis;

    Restock(long untilMillis) {
        this.untilMillis = untilMillis;
    }

    @Override
    public boolean step(Person who, Shop shop) {
        if (shop.nowMillis() >= untilMillis || shop.premises().places().isEmpty()) {
            return false;
        }
        Place place = who.dice().one(shop.premises().places());
        who.first(this);
        who.first(new Stand(who.dice().between(SHORTEST_SECONDS, LONGEST_SECONDS), true));
        who.first(new Walk(who.dice().one(place.spots()), true));
        return false;
    }
}
