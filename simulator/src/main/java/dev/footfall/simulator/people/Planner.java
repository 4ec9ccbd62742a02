package dev.footfall.simulator.people;

import dev.footfall.simulator.place.Desk;
import dev.footfall.simulator.place.Doorway;
import dev.footfall.simulator.place.Place;
import dev.footfall.simulator.place.Premises;
import dev.footfall.simulator.place.Spot;
import dev.footfall.simulator.settings.Behaviour;
import dev.footfall.simulator.settings.Mission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Plans what shoppers do, from their mission: where they stop and for how long, in an order that saves way. */
final class Planner {
    /** How much longer than usual people stay in zones of these types, and how much rarer they go there. */
    private static final Map<String, Double> LONGER = Map.of("fitting", 14.0);

    private static final Map<String, Double> RARER = Map.of("fitting", 0.5);
    private static final double STOP_SIGMA = 0.9;
    private static final int LONGEST_STOP_SECONDS = 900;
    private static final double DETOUR = 0.25;
    private static final double SERVICE_SECONDS = 55;
    private static final double PAY_SECONDS = 14;
    private static final double ITEM_SECONDS = 1.1;

    private final Premises premises;
    private final List<Doorway> exits;
    private final double[] attraction;
    private final boolean checkouts;
    private final boolean counters;

    Planner(Premises premises, Behaviour behaviour, List<Doorway> exits) {
        this.premises = premises;
        this.exits = exits;
        this.attraction = premises.places().stream()
                .mapToDouble(place ->
                        behaviour.attraction().getOrDefault(place.zone(), 1.0) * RARER.getOrDefault(place.type(), 1.0))
                .toArray();
        this.checkouts = premises.desks().stream().anyMatch(Desk::checkout);
        this.counters = premises.desks().stream().anyMatch(desk -> !desk.checkout());
    }

    List<Doorway> exits() {
        return exits;
    }

    /** A stop: where, and for how long. */
    private record Stop(Place place, int seconds) {}

    /** Plans the errands of a group; the first of it leads and pays. */
    void plan(List<Person> group, Mission mission, Spot entrance) {
        Person leader = group.get(0);
        Dice dice = leader.dice();
        List<Stop> stops = stops(mission, entrance, dice);
        int serviceAfter =
                counters && dice.happens(mission.service()) ? dice.between(0, Math.max(0, stops.size() - 1)) : -1;
        boolean buys = checkouts && dice.happens(mission.buys());
        for (Person who : group) {
            for (int n = 0; n < stops.size(); n++) {
                who.then(new Walk(who.dice().one(stops.get(n).place().spots()), true));
                who.then(new Stand(stops.get(n).seconds(), true));
                if (n == serviceAfter && who == leader) {
                    who.then(new BeServed(false, seconds(dice, SERVICE_SECONDS)));
                }
            }
            if (who == leader && buys) {
                who.buy(1 + dice.poisson(stops.size() * 0.9));
                who.then(new BeServed(true, seconds(dice, PAY_SECONDS + ITEM_SECONDS * who.items())));
            } else if (who != leader) {
                if (buys && !premises.waiting().isEmpty()) {
                    who.then(new Walk(who.dice().one(premises.waiting()), false));
                }
                who.then(new AwaitLeader(leader));
            }
            who.then(new Leave(who.dice().one(exits)));
        }
    }

    private static int seconds(Dice dice, double median) {
        return (int) Math.max(1, Math.min(LONGEST_STOP_SECONDS, Math.round(dice.logNormal(median, 0.35))));
    }

    /** Stops zone by zone, mostly going on to the nearest zone. */
    private List<Stop> stops(Mission mission, Spot entrance, Dice dice) {
        List<Place> places = premises.places();
        int[] wanted = new int[places.size()];
        int most = places.isEmpty() ? 0 : dice.between(mission.fewestStops(), mission.mostStops());
        for (int n = 0; n < most; n++) {
            wanted[dice.weighted(attraction)]++;
        }
        List<Stop> stops = new ArrayList<>();
        Spot at = entrance;
        for (int n = next(at, wanted, dice); n >= 0; n = next(at, wanted, dice)) {
            Place place = places.get(n);
            double median = mission.medianStopSeconds() * LONGER.getOrDefault(place.type(), 1.0);
            for (; wanted[n] > 0; wanted[n]--) {
                double seconds = dice.logNormal(median, STOP_SIGMA);
                stops.add(new Stop(place, (int) Math.max(2, Math.min(LONGEST_STOP_SECONDS, Math.round(seconds)))));
            }
            at = place.spots().get(0);
        }
        return stops;
    }

    private int next(Spot at, int[] wanted, Dice dice) {
        int best = -1;
        double shortest = Double.POSITIVE_INFINITY;
        for (int n = 0; n < wanted.length; n++) {
            if (wanted[n] > 0) {
                Spot there = premises.places().get(n).spots().get(0);
                double metres = premises.metres(at, there) * dice.between(1 - DETOUR, 1 + DETOUR);
                if (metres < shortest) {
                    shortest = metres;
                    best = n;
                }
            }
        }
        return best;
    }
}
