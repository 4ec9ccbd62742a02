package dev.footfall.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a device says is read as it was written, and whatever else arrives ends in the one checked exception. */
class EventJsonProperties {
    private final EventJson json = new EventJson();

    @Property(seed = "20261122")
    void decode_anEncodedEvent_isThatEvent(@ForAll("events") SensorEvent event) throws MalformedEventException {
        assertThat(json.decode(event.kind(), EventJson.encode(event))).containsExactly(event);
    }

    @Property(tries = 100, seed = "20261122")
    void decode_anEncodedArray_isThoseEvents(@ForAll("events") SensorEvent event) throws MalformedEventException {
        List<SensorEvent> twice = List.of(event, event);
        assertThat(json.decode(event.kind(), EventJson.encode(twice))).isEqualTo(twice);
    }

    @Property(seed = "20261122")
    void decode_anyBytes_isRefusedOrTaken(@ForAll Kind kind, @ForAll byte[] bytes) {
        assertTakenOrRefused(kind, bytes);
    }

    @Property(seed = "20261122")
    void decode_anyMixOfJson_isRefusedOrTaken(@ForAll Kind kind, @ForAll("pieces") List<String> pieces) {
        assertTakenOrRefused(kind, String.join("", pieces).getBytes(StandardCharsets.UTF_8));
    }

    @Property(seed = "20261122")
    void decode_aDamagedMessage_isRefusedOrTaken(@ForAll("events") SensorEvent event, @ForAll Random random) {
        byte[] bytes = EventJson.encode(event);
        for (int i = 0; i <= random.nextInt(3); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        assertTakenOrRefused(event.kind(), bytes);
    }

    private void assertTakenOrRefused(Kind kind, byte[] bytes) {
        assertThatCode(() -> {
                    try {
                        json.decode(kind, bytes)
                                .forEach(event -> assertThat(event.kind()).isEqualTo(kind));
                    } catch (MalformedEventException e) {
                        assertThat(e.detail()).isNotBlank();
                    }
                })
                .doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<SensorEvent> events() {
        return SampleEvents.any();
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of(
                        "{",
                        "}",
                        "[",
                        "]",
                        ":",
                        ",",
                        "\"time\"",
                        "\"x\"",
                        "\"id\"",
                        "\"in\"",
                        "\"u\"",
                        "null",
                        "true",
                        "1793696400000",
                        "-0",
                        "1e999",
                        "1e-999",
                        "NaN",
                        "\"",
                        "\\",
                        "\\u0000",
                        "ü",
                        "9".repeat(1200))
                .list()
                .ofMaxSize(30);
    }
}
