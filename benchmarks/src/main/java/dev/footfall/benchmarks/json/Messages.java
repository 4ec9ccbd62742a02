package dev.footfall.benchmarks.json;

import dev.footfall.events.EventJson;
import dev.footfall.events.Role;
import dev.footfall.events.TrackPoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** What a camera publishes that sees 25 people walk: whole millimetres, five times a second. */
final class Messages {
    static final int EVENTS_A_MESSAGE = 50;
    static final int MESSAGES = 20;
    static final int EVENTS = MESSAGES * EVENTS_A_MESSAGE;

    private static final int PEOPLE = 25;
    private static final long BEGIN_MILLIS = 1_793_696_400_000L;
    private static final long STEP_MILLIS = 200;
    private static final int HALL_MILLIMETRES = 40_000;
    private static final int STEP_MILLIMETRES = 250;

    private Messages() {}

    /** The events, by time. */
    static List<TrackPoint> events() {
        Random dice = new Random(20_261_122);
        int[] x = dice.ints(PEOPLE, 0, HALL_MILLIMETRES).toArray();
        int[] y = dice.ints(PEOPLE, 0, HALL_MILLIMETRES).toArray();
        List<TrackPoint> events = new ArrayList<>();
        for (int i = 0; i < EVENTS; i++) {
            int person = i % PEOPLE;
            x[person] += dice.nextInt(2 * STEP_MILLIMETRES) - STEP_MILLIMETRES;
            y[person] += dice.nextInt(2 * STEP_MILLIMETRES) - STEP_MILLIMETRES;
            events.add(new TrackPoint(
                    BEGIN_MILLIS + i / PEOPLE * STEP_MILLIS,
                    "t-" + (1_000 + person),
                    x[person] / 1000.0,
                    y[person] / 1000.0,
                    "0",
                    person == 0 ? Role.STAFF : Role.CUSTOMER));
        }
        return events;
    }

    /** Each event a message. */
    static byte[][] singles(List<TrackPoint> events) {
        return events.stream().map(EventJson::encode).toArray(byte[][]::new);
    }

    /** Fifty events a message. */
    static byte[][] arrays(List<TrackPoint> events) {
        byte[][] arrays = new byte[MESSAGES][];
        for (int i = 0; i < MESSAGES; i++) {
            arrays[i] = EventJson.encode(events.subList(i * EVENTS_A_MESSAGE, (i + 1) * EVENTS_A_MESSAGE));
        }
        return arrays;
    }
}
