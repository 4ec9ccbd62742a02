package dev.footfall.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The short way through a payload takes what is documented, and gives what the plain reader gives, to the bit. */
class TemplateReaderProperties {
    private final TemplateReader template = new TemplateReader();
    private final EventJson json = new EventJson();

    @Property(seed = "20261122")
    void find_anArrayOfEventsThatComeInMasses_isThoseEvents(@ForAll("usual") SensorEvent event) {
        List<SensorEvent> twice = List.of(event, event);
        assertThat(template.find(event.kind(), EventJson.encode(event))).containsExactly(event);
        assertThat(template.find(event.kind(), EventJson.encode(twice))).isEqualTo(twice);
    }

    @Property(seed = "20261122")
    void find_theSameWithASpaceBehindCommasAndColons_isThatEvent(@ForAll("usual") SensorEvent event) {
        String spaced = new String(EventJson.encode(List.of(event, event)), StandardCharsets.US_ASCII)
                .replace(",", ", ")
                .replace(":", ": ");
        assertThat(template.find(event.kind(), ascii(spaced))).containsExactly(event, event);
    }

    @Property(tries = 20_000, seed = "20261122")
    void decode_anyNumber_isWhatThePlainReaderReads(@ForAll("numbers") String x, @ForAll("numbers") String floor) {
        byte[] payload =
                ascii("{\"time\":1793696400000,\"id\":\"7\",\"x\":" + x + ",\"y\":-0,\"floor\":" + floor + "}");
        assertThat(outcome(payload, true)).isEqualTo(outcome(payload, false));
    }

    @Property(tries = 20_000, seed = "20261122")
    void decode_anyMetres_isWhatThePlainReaderReads(@ForAll("metres") String x) {
        byte[] payload = ascii("{\"time\":1793696400000,\"tag\":\"7\",\"x\":" + x + ",\"y\":1.5}");
        assertThat(template.find(Kind.POSITION, payload)).isNotNull().isEqualTo(plainly(payload));
    }

    private List<SensorEvent> plainly(byte[] payload) {
        try {
            return json.decodePlainly(Kind.POSITION, payload);
        } catch (MalformedEventException e) {
            throw new AssertionError(e);
        }
    }

    private Object outcome(byte[] payload, boolean shortly) {
        try {
            return shortly ? json.decode(Kind.TRACK, payload) : json.decodePlainly(Kind.TRACK, payload);
        } catch (MalformedEventException e) {
            return e.getMessage() + "";
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Provide
    Arbitrary<SensorEvent> usual() {
        return SampleEvents.any().filter(event -> switch (event.kind()) {
            case DOOR, TRACK, SHELF, BEACON, POSITION -> isWithoutExponent(event);
            case RECEIPT, TOUCHPOINT, STATUS -> false;
        });
    }

    private static boolean isWithoutExponent(SensorEvent event) {
        return !new String(EventJson.encode(event), StandardCharsets.US_ASCII).matches(".*[0-9]E[-0-9].*");
    }

    @Provide
    Arbitrary<String> numbers() {
        Arbitrary<String> digits =
                Arbitraries.strings().numeric().ofMinLength(0).ofMaxLength(20);
        return Combinators.combine(
                        Arbitraries.of("", "", "", "-", "+", "0", "-0", "--"),
                        digits,
                        Arbitraries.of("", ".", ".", ".", "e", "E-", ".0", "..", " "),
                        digits)
                .as((sign, whole, point, decimals) -> sign + whole + point + decimals);
    }

    @Provide
    Arbitrary<String> metres() {
        return Combinators.combine(
                        Arbitraries.of("", "-"),
                        Arbitraries.integers().between(0, 99_999),
                        Arbitraries.strings().numeric().ofMinLength(1).ofMaxLength(12))
                .as((sign, whole, decimals) -> sign + whole + "." + decimals);
    }
}
