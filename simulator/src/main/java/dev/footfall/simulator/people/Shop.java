package dev.footfall.simulator.people;

import dev.footfall.simulator.place.Desk;
import dev.footfall.simulator.place.Doorway;
import dev.footfall.simulator.place.Premises;
import dev.footfall.simulator.settings.Behaviour;
import dev.footfall.simulator.settings.Mission;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** A store with people in it, one second after the other. */
public final class Shop {
    private static final int STEP_MILLIS = 1000;
    private static final double USUAL_SPEED = 1.1;
    private static final double SPEED_DEVIATION = 0.16;
    private static final int EARLIEST_STAFF_SECONDS = 600;
    private static final int LATEST_STAFF_SECONDS = 900;

    private final Premises premises;
    private final Behaviour behaviour;
    private final ZoneId zone;
    private final long seed;
    private final Dice arrivals;
    private final Dice street;
    private final Planner planner;
    private final List<Doorway> entrances;
    private final List<Line> lines;
    private final double[] missionShares;
    private final double[] groupShares;
    private final List<Person> people = new ArrayList<>();
    private List<Payment> payments = new ArrayList<>();
    private long nowMillis;
    private int everybody;
    private boolean staffed;
    private boolean closed = true;

    /** A store in which nobody is at an instant, a full second. */
    public Shop(Premises premises, Behaviour behaviour, ZoneId zone, long seed, long startMillis) {
        this.premises = premises;
        this.behaviour = behaviour;
        this.zone = zone;
        this.seed = seed;
        this.nowMillis = startMillis;
        this.arrivals = new Dice(seed, -2);
        this.street = new Dice(seed, -3);
        this.entrances = doorways(behaviour.entrances(), "entrances");
        this.planner = new Planner(premises, behaviour, doorways(behaviour.exits(), "exits"));
        this.lines = premises.desks().stream().map(Line::new).toList();
        this.missionShares =
                behaviour.missions().stream().mapToDouble(Mission::share).toArray();
        this.groupShares =
                behaviour.groups().stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Goes on by one second. */
    public Scene step() {
        nowMillis += STEP_MILLIS;
        payments = new ArrayList<>();
        people.removeIf(Person::isGone);
        ZonedDateTime now = Instant.ofEpochMilli(nowMillis).atZone(zone);
        letStaffIn(now);
        letCustomersIn(now);
        boolean closing = !behaviour.opening().isOpen(now.toLocalTime());
        if (closing && !closed) {
            people.stream().filter(person -> !person.isStaff()).forEach(Person::hurry);
        }
        closed = closing;
        for (Person person : people) {
            person.step(this);
        }
        return new Scene(nowMillis, people, payments, passersBy(now));
    }

    Premises premises() {
        return premises;
    }

    long nowMillis() {
        return nowMillis;
    }

    List<Line> lines(boolean checkout) {
        return lines.stream().filter(line -> line.desk().checkout() == checkout).toList();
    }

    /** How many wait at the desk of a zone: served, in line, and on their way to it. */
    int waitingAt(String deskZone) {
        return lines.stream()
                .filter(line -> line.desk().zone().equals(deskZone))
                .mapToInt(Line::waiting)
                .sum();
    }

    void pay(Person who, Desk desk) {
        payments.add(new Payment(who, desk.zone(), nowMillis));
    }

    private void letCustomersIn(ZonedDateTime now) {
        double groups = behaviour.rates().perSecond(now, behaviour.opening()) / behaviour.meanGroup();
        for (int n = groups == 0 ? 0 : arrivals.poisson(groups); n > 0; n--) {
            Mission mission = behaviour.missions().get(arrivals.weighted(missionShares));
            Doorway doorway = arrivals.one(entrances);
            int size = 1 + arrivals.weighted(groupShares);
            List<Person> group = new ArrayList<>();
            double speed = 0;
            for (int member = 0; member < size; member++) {
                Dice dice = new Dice(seed, everybody);
                speed = member > 0 ? speed : Math.max(0.6, Math.min(1.8, dice.normal(USUAL_SPEED, SPEED_DEVIATION)));
                boolean tagged = dice.happens(behaviour.tagged());
                Person who = new Person(everybody, false, everybody - member, mission.name(), speed, tagged, dice);
                everybody++;
                who.then(new Enter(doorway, member * 2));
                group.add(who);
            }
            planner.plan(group, mission, doorway.inside().get(0));
            people.addAll(group);
        }
    }

    private List<PassBy> passersBy(ZonedDateTime now) {
        List<PassBy> passing = new ArrayList<>();
        for (Doorway doorway : premises.doorways()) {
            double perDay = behaviour.passing().getOrDefault(doorway.door().id(), 0.0);
            if (perDay > 0) {
                double mean = behaviour.rates().withVisitsPerDay(perDay).perSecond(now, behaviour.opening());
                for (int n = street.poisson(mean); n > 0; n--) {
                    passing.add(new PassBy(doorway.door().id(), nowMillis - street.between(1, STEP_MILLIS - 1)));
                }
            }
        }
        return passing;
    }

    /** Staff come some minutes before the store opens, or at once if it is open, and leave some minutes after it closes. */
    private void letStaffIn(ZonedDateTime now) {
        int second = now.toLocalTime().toSecondOfDay();
        int opens = behaviour.opening().from().toSecondOfDay();
        int closes = behaviour.opening().to().toSecondOfDay();
        boolean due = second >= opens - EARLIEST_STAFF_SECONDS && second < closes;
        if (due && !staffed) {
            for (int n = 0; n < behaviour.staff(); n++) {
                Dice dice = new Dice(seed, everybody);
                Person who = new Person(everybody, true, everybody, "restock", USUAL_SPEED, false, dice);
                everybody++;
                long home = nowMillis + (closes - second + dice.between(60, LATEST_STAFF_SECONDS)) * 1000L;
                who.then(new Enter(dice.one(entrances), dice.between(0, EARLIEST_STAFF_SECONDS / 2)));
                who.then(new Restock(home));
                who.then(new Leave(dice.one(planner.exits())));
                people.add(who);
            }
        }
        staffed = due;
    }

    private List<Doorway> doorways(List<String> named, String key) {
        Predicate<Doorway> wanted =
                doorway -> named.isEmpty() || named.contains(doorway.door().id());
        List<Doorway> found = premises.doorways().stream().filter(wanted).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException(
                    "simulation.yaml: " + key + " are " + named + " but must name doors of the layout");
        }
        return found;
    }
}
