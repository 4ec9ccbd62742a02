package dev.footfall.jobs.oracle;

import static java.util.Comparator.comparingLong;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.footfall.jobs.oracle.RandomStore.Trouble;
import dev.footfall.jobs.oracle.RandomWalk.Step;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What the devices of a random store publish, disordered within their slack. */
final class RandomTraffic {

    /** An event on its way; nothing arrives later than {@code slack} after its place in the stream. */
    private record Message(long atMillis, String topic, ObjectNode payload) {}

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Dice dice;
    private final RandomSettings settings;
    private final RandomLayout layout;
    private final Set<Trouble> troubles;
    private final long startMillis;
    private final List<Message> messages = new ArrayList<>();
    private final List<Long> instants = new ArrayList<>();

    RandomTraffic(Dice dice, Dice statuses, RandomSettings settings, RandomLayout layout, Set<Trouble> troubles) {
        this.dice = dice;
        this.settings = settings;
        this.layout = layout;
        this.troubles = troubles;
        this.startMillis = settings.cutMillis() + dice.pick(-40_000L, -10_000L, -500L, 3_570_000L, 7_000_123L);
        for (int i = dice.between(1, 6); i > 0; i--) {
            walk(i);
        }
        for (int i = dice.pick(0, 0, 2, 4); i > 0 && !layout.zones().isEmpty(); i--) {
            stayAtShelves("s" + i);
        }
        layout.doors().forEach(this::count);
        for (String device : List.of("cam-1", "cam-2", "rtls", "shelves")) {
            sayStatuses(statuses, device);
        }
        layout.doors().forEach(door -> sayStatuses(statuses, "counter-" + door));
    }

    /** Now and then; and at the beginning perhaps one that the broker kept for days. */
    private void sayStatuses(Dice statuses, String device) {
        long time = startMillis + statuses.between(-20_000, 20_000);
        if (statuses.chance(0.3)) {
            say(device, "online", time - 300_000_000, time);
        }
        for (int i = statuses.pick(0, 1, 3, 9); i > 0; i--) {
            String state = statuses.pick("online", "online", "offline");
            say(device, state, time, time + statuses.between(0, RandomSettings.SLACK_MILLIS));
            time += statuses.pick(1000, 7000, 20_000, 60_000);
        }
    }

    private void say(String device, String state, long timeMillis, long atMillis) {
        ObjectNode payload = JSON.createObjectNode().put("time", timeMillis).put("state", state);
        messages.add(new Message(atMillis, "footfall/v1/made-up/status/" + device, payload));
    }

    /** The recording, in the order of arrival. */
    List<String> lines() {
        List<Message> arrived =
                messages.stream().sorted(comparingLong(Message::atMillis)).toList();
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < arrived.size(); i++) {
            Message first = arrived.get(i);
            ArrayNode together = JSON.createArrayNode().add(first.payload());
            while (i + 1 < arrived.size() && isTogether(first, arrived.get(i + 1)) && dice.chance(0.7)) {
                together.add(arrived.get(++i).payload());
            }
            ObjectNode line =
                    JSON.createObjectNode().put("at", first.atMillis()).put("topic", first.topic());
            line.set("payload", together.size() == 1 ? first.payload() : together);
            lines.add(line.toString());
        }
        return lines;
    }

    private static boolean isTogether(Message first, Message next) {
        return first.topic().equals(next.topic()) && first.atMillis() == next.atMillis();
    }

    private void walk(int number) {
        boolean tag = dice.chance(0.2);
        String topic = tag ? "position/rtls" : dice.pick("track/cam-1", "track/cam-2");
        boolean staff = !tag && dice.chance(0.15);
        List<Step> steps = RandomWalk.steps(dice, settings, layout.floors(), startMillis + dice.between(0, 15_000));
        for (Step step : steps) {
            instants.add(step.timeMillis());
            ObjectNode payload = JSON.createObjectNode();
            payload.put(tag ? "tag" : "id", "p" + number);
            putTime(payload, "time", step.timeMillis());
            payload.put("x", BigDecimal.valueOf(step.xMillimetres(), 3));
            payload.put("y", BigDecimal.valueOf(step.yMillimetres(), 3));
            if (!step.floor().equals("0") || dice.chance(0.5)) {
                payload.put("floor", step.floor());
            }
            if (staff != (troubles.contains(Trouble.MIXED_ROLES) && dice.chance(0.03)) && !tag) {
                payload.put("role", "staff");
            }
            send(topic, step.timeMillis(), payload);
            if (dice.chance(0.03)) {
                ObjectNode elsewhere = payload.deepCopy();
                elsewhere.put("x", BigDecimal.valueOf(step.xMillimetres() + 137, 3));
                send(topic, step.timeMillis(), elsewhere);
            }
        }
    }

    private void stayAtShelves(String id) {
        long entered = startMillis + dice.between(0, 15_000);
        for (int i = dice.between(1, 5); i > 0; i--) {
            long left = entered + dice.pick(0, 1000, 3000, 5000, dice.between(0, 20_000));
            long cut = settings.cutMillis();
            boolean overCut = entered < cut && cut <= left;
            ObjectNode payload = JSON.createObjectNode();
            payload.put("id", id);
            payload.put("zone", dice.pick(layout.zones()));
            putTime(payload, "entered", entered);
            boolean open = dice.chance(0.1) || (overCut && !troubles.contains(Trouble.STAYS_OVER_THE_CUT));
            if (!open) {
                putTime(payload, "left", left);
            }
            send("shelf/shelves", open ? entered : left, payload);
            entered = left + dice.pick(-3000, 0, settings.visitGapMillis(), settings.visitGapMillis() + 1, 777, 4000);
        }
    }

    private void count(String door) {
        long time = startMillis + dice.between(0, 30_000);
        for (int i = dice.pick(0, 2, 8); i > 0; i--) {
            ObjectNode payload = JSON.createObjectNode();
            payload.put("in", dice.pick(0, 0, 1, 2, 5));
            payload.put("out", dice.pick(0, 0, 1, 3));
            if (dice.chance(0.5)) {
                payload.put("passing", dice.between(0, 9));
            }
            int seconds = dice.pick(0, 0, 1, 30, RandomSettings.INTERVAL_SECONDS);
            if (seconds > 0) {
                payload.put("seconds", seconds);
            }
            long reported = dice.chance(0.3) ? dice.pick(instants) + seconds * 1000L : time;
            putTime(payload, "time", reported);
            send("door/counter-" + door, reported, payload);
            time += dice.pick(1000, 20_000, 60_000);
        }
    }

    private void putTime(ObjectNode payload, String name, long millis) {
        if (dice.chance(0.1)) {
            payload.put(name, Instant.ofEpochMilli(millis).toString());
        } else {
            payload.put(name, millis);
        }
    }

    /** Once, and now and then again. */
    private void send(String topic, long placeMillis, ObjectNode payload) {
        do {
            long delay = dice.pick(0, 0, 200, dice.between(0, RandomSettings.SLACK_MILLIS));
            messages.add(new Message(placeMillis + delay, "footfall/v1/made-up/" + topic, payload));
        } while (dice.chance(0.04));
    }
}
