package dev.footfall.events;

import dev.footfall.events.fuzz.Fuzz;
import dev.footfall.events.fuzz.Spoiler;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever a device publishes, on whichever topic, and whatever is said in answer to a gateway, is read or refused with a reason. */
@SuppressWarnings("EnumOrdinal") // any number serves
class PayloadFuzzProperties {
    private static final String SEED = "20261122";
    private static final int BYTES_PER_BYTE = 200;

    private final EventJson json = new EventJson();
    private final Fuzz payloads =
            new Fuzz("payloads", new Spoiler(payloads(), words()), BYTES_PER_BYTE, this::readPayload);
    private final Fuzz answers = new Fuzz(
            "answers of lanes",
            new Spoiler(answers(), List.of("epoch", "next", "from", "run")),
            BYTES_PER_BYTE,
            PayloadFuzzProperties::readAnswer);

    /** The first byte says the kind. */
    private static List<byte[]> payloads() {
        List<byte[]> payloads = new ArrayList<>();
        for (String payload : List.of(
                "door {\"time\":1793696400000,\"in\":3,\"out\":1,\"passing\":7,\"seconds\":60}",
                "door [{\"time\":\"2026-11-03T09:00:00.5+01:00\",\"totalIn\":1000000,\"totalOut\":99},{\"time\":1793696400000,\"in\":0,\"out\":0}]",
                "track {\"time\":1793696400000,\"id\":\"t-17\",\"x\":12.345,\"y\":-0.5,\"floor\":\"0\",\"role\":\"staff\"}",
                "track [{\"time\":1793696400000,\"id\":\"a\",\"u\":512,\"v\":384.5},{\"time\":1793696400001,\"id\":\"b\",\"u\":1,\"v\":2}]",
                "shelf {\"id\":\"p1\",\"zone\":\"dairy\",\"entered\":1793696400000,\"left\":1793696407000,\"facing\":\"left\"}",
                "beacon {\"time\":1793696400000,\"tag\":\"c0-ff\",\"rssi\":-71.5,\"tx\":-59}",
                "position {\"time\":\"2026-11-03T09:00:00Z\",\"tag\":\"tag-1\",\"x\":1.5,\"y\":2.5,\"floor\":\"1\",\"accuracy\":0.35}",
                "receipt {\"time\":1793696400000,\"till\":\"till-3\",\"channel\":\"self\",\"items\":12,\"amount\":34.56,\"member\":true,\"tag\":\"m1\"}",
                "touchpoint {\"time\":1793696400000,\"channel\":\"coupon\",\"campaign\":\"spring\",\"tag\":\"t\",\"lat\":52.52,\"lon\":13.4,\"zone\":\"promo\"}",
                "status {\"time\":1793696400000,\"state\":\"online\",\"battery\":87.5,\"firmware\":\"1.4.2 beta\"}")) {
            String kind = payload.substring(0, payload.indexOf(' '));
            payloads.add(((char) ('a' + Kind.find(kind).orElseThrow().ordinal()) + payload.substring(kind.length() + 1))
                    .getBytes(StandardCharsets.UTF_8));
        }
        return payloads;
    }

    private static List<String> words() {
        return Stream.of(Kind.values())
                .flatMap(kind -> Field.of(kind).keySet().stream())
                .distinct()
                .map(field -> "\"" + field + "\":")
                .toList();
    }

    private static List<byte[]> answers() {
        return Stream.of(
                        "{\"epoch\":\"e1\",\"next\":41,\"run\":1793696400000}",
                        "{\"epoch\":\"e1\",\"from\":7,\"run\":1}")
                .map(answer -> answer.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    /** What came of a payload: its events, or why it was refused. */
    private static Object outcome(Decoding decoding, Kind kind, byte[] payload) {
        try {
            return decoding.decode(kind, payload);
        } catch (MalformedEventException e) {
            return e.reason() + " " + e.detail();
        }
    }

    private interface Decoding {
        List<SensorEvent> decode(Kind kind, byte[] payload) throws MalformedEventException;
    }

    private Optional<String> readPayload(byte[] input) {
        Kind kind = input.length == 0 ? Kind.DOOR : Kind.values()[Math.floorMod(input[0] - 'a', Kind.values().length)];
        byte[] payload = new byte[Math.max(0, input.length - 1)];
        System.arraycopy(input, input.length - payload.length, payload, 0, payload.length);
        Object plainly = outcome(json::decodePlainly, kind, payload);
        if (!outcome(json::decode, kind, payload).equals(plainly)) {
            throw new IllegalStateException("the short way differs from the plain one: " + plainly);
        }
        try {
            List<SensorEvent> events = json.decode(kind, payload);
            if (!json.decode(kind, EventJson.encode(events)).equals(events)) {
                throw new IllegalStateException("it is read otherwise from what is written of it: " + events);
            }
            return Optional.empty();
        } catch (MalformedEventException e) {
            return Optional.of(e.reason() + " " + e.detail());
        }
    }

    private static Optional<String> readAnswer(byte[] input) {
        return LaneAnswerJson.parse(input).isPresent() ? Optional.empty() : Optional.of("no answer");
    }

    @Provide
    Arbitrary<byte[]> somePayloads() {
        return payloads.inputs();
    }

    @Provide
    Arbitrary<byte[]> someAnswers() {
        return answers.inputs();
    }

    @Property(tries = 20_000, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anyPayload_isReadOrRefused(@ForAll("somePayloads") byte[] input) {
        payloads.judge(input);
    }

    @Property(tries = 3_000, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anyAnswer_isReadOrRefused(@ForAll("someAnswers") byte[] input) {
        answers.judge(input);
    }

    @Example
    void longRun_ifAskedFor() {
        payloads.runIfAsked(1);
        answers.runIfAsked(0.1);
    }
}
