package dev.footfall.benchmarks.gateway;

import dev.footfall.events.EventJson;
import dev.footfall.events.Kind;
import dev.footfall.events.ObservationColumns;
import dev.footfall.events.Role;
import dev.footfall.events.Topics;
import dev.footfall.events.TrackPoint;
import dev.footfall.gateway.privacy.Pseudonyms;
import dev.footfall.gateway.privacy.Space;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * What the cameras publish: of message number n, made at some time, everything is known, so that rows of frames can be compared with it. A message has two looks
 * at 25 people, 200 ms apart. The messages repeat after a while, but for their times.
 */
final class Traffic {
    static final int EVENTS_A_MESSAGE = 50;

    private static final int PEOPLE = 25;
    private static final long BETWEEN_LOOKS_MILLIS = 200;
    private static final int DIFFERENT = 400;
    private static final int STEP_MILLIMETRES = 250;
    private static final long ANY_TIME_MILLIS = 1_793_696_400_000L;
    private static final int TIME_DIGITS = 13;
    private static final int BEFORE_TIME = "{\"time\":".length();

    private final List<Template> templates = new ArrayList<>();
    private final String[] topics = new String[Shop.CAMERAS];

    /** A message, with the places at which its times stand. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Template(List<TrackPoint> events, byte[] payload, int[] times) {}

    Traffic() {
        Random dice = new Random(20_261_122);
        int hall = Shop.SIDE_METRES * 1000;
        int[] x = dice.ints(Shop.CAMERAS * PEOPLE, 0, hall).toArray();
        int[] y = dice.ints(Shop.CAMERAS * PEOPLE, 0, hall).toArray();
        for (int number = 0; number < DIFFERENT; number++) {
            List<TrackPoint> events = new ArrayList<>();
            for (int i = 0; i < EVENTS_A_MESSAGE; i++) {
                int person = number % Shop.CAMERAS * PEOPLE + i % PEOPLE;
                x[person] = Math.floorMod(x[person] + dice.nextInt(STEP_MILLIMETRES), hall);
                y[person] = Math.floorMod(y[person] + dice.nextInt(STEP_MILLIMETRES), hall);
                events.add(new TrackPoint(
                        ANY_TIME_MILLIS,
                        "t-" + (1_000 + person),
                        x[person] / 1000.0,
                        y[person] / 1000.0,
                        Shop.FLOOR,
                        i % PEOPLE == 0 ? Role.STAFF : Role.CUSTOMER));
            }
            byte[] payload = EventJson.encode(events);
            templates.add(new Template(List.copyOf(events), payload, times(payload)));
        }
        for (int camera = 0; camera < Shop.CAMERAS; camera++) {
            topics[camera] = Topics.ROOT + '/' + Shop.STORE + '/' + Kind.TRACK.topicName() + '/' + Shop.device(camera);
        }
    }

    private static int[] times(byte[] payload) {
        int[] times = new int[EVENTS_A_MESSAGE];
        int found = 0;
        for (int i = 0; i < payload.length; i++) {
            if (payload[i] == '{') {
                times[found++] = i + BEFORE_TIME;
            }
        }
        return times;
    }

    String topic(int number) {
        return topics[number % Shop.CAMERAS];
    }

    /** Message {@code number} as bytes of its own, its second look at that time. */
    byte[] message(int number, long timeMillis) {
        Template template = templates.get(number % DIFFERENT);
        byte[] payload = template.payload().clone();
        byte[] first = digits(timeMillis - BETWEEN_LOOKS_MILLIS);
        byte[] second = digits(timeMillis);
        for (int i = 0; i < EVENTS_A_MESSAGE; i++) {
            System.arraycopy(i < PEOPLE ? first : second, 0, payload, template.times()[i], TIME_DIGITS);
        }
        return payload;
    }

    private static byte[] digits(long timeMillis) {
        byte[] digits = new byte[TIME_DIGITS];
        long rest = timeMillis;
        for (int i = TIME_DIGITS - 1; i >= 0; i--, rest /= 10) {
            digits[i] = (byte) ('0' + rest % 10);
        }
        return digits;
    }

    /** The messages that repeat. */
    List<byte[]> messages() {
        List<byte[]> messages = new ArrayList<>();
        for (int number = 0; number < DIFFERENT; number++) {
            messages.add(message(number, ANY_TIME_MILLIS));
        }
        return messages;
    }

    /** What is wrong with a row that is to be event {@code index} of message {@code number}, published at that time; empty when nothing is. */
    String difference(ObservationColumns rows, int row, int number, int index, long timeMillis, Pseudonyms pseudonyms) {
        TrackPoint event = templates.get(number % DIFFERENT).events().get(index);
        String device = Shop.device(number % Shop.CAMERAS);
        long time = index < PEOPLE ? timeMillis - BETWEEN_LOOKS_MILLIS : timeMillis;
        List<Object> published = List.of(
                time,
                device,
                pseudonyms.of(Space.TRACK, device, event.id(), time),
                (int) Math.round(event.x() * 1000),
                (int) Math.round(event.y() * 1000),
                Shop.FLOOR,
                event.role() == Role.STAFF);
        List<Object> framed = List.of(
                rows.timeMillis(row),
                rows.device(row),
                rows.subject(row),
                rows.xMillimetres(row),
                rows.yMillimetres(row),
                rows.floor(row),
                rows.staff(row));
        return published.equals(framed)
                ? ""
                : "event " + index + " of message " + number + " was published as " + published + " and framed as "
                        + framed + " of " + Arrays.asList("time", "device", "subject", "x", "y", "floor", "staff");
    }
}
