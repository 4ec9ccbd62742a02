package dev.footfall.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The published JSON Schemas take and refuse what the code takes and refuses. */
class EventSchemaProperties {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "{}",
            "[]",
            "\"\"",
            "\"a\"",
            "\"a b\"",
            "\"customer\"",
            "\"staff\"",
            "\"Staff\"",
            "\"till\"",
            "\"self\"",
            "\"scan\"",
            "\"online\"",
            "\"offline\"",
            "\"ü\"",
            "0",
            "-1",
            "1",
            "1.0",
            "1.5",
            "1000000000",
            "1000000001",
            "100000",
            "100000.5",
            "-100001",
            "-150",
            "-150.5",
            "20",
            "20.5",
            "90",
            "90.5",
            "180",
            "-180.5",
            "1000000",
            "1000001",
            "1e300",
            "946684800000",
            "946684799999",
            "4102444800000",
            "4102444800001",
            "1793696400000",
            "\"2026-11-03T09:00:00Z\"",
            "\"2026-11-03t09:00:00.5+05:30\"",
            "\"2026-11-03T09:00:00\"",
            "\"2026-13-03T09:00:00Z\"",
            "\"2026-11-03T24:00:00Z\"",
            "\"1999-11-03T09:00:00Z\"",
            "\"" + "x".repeat(64) + "\"",
            "\"" + "x".repeat(65) + "\"",
            "\"" + "x".repeat(128) + "\"",
            "\"" + "x".repeat(129) + "\"");
    private static final Map<Kind, JsonSchema> SCHEMAS = new EnumMap<>(Kind.class);

    static {
        for (Kind kind : Kind.values()) {
            SCHEMAS.put(kind, Schemas.read(kind.topicName()));
        }
    }

    private final EventJson json = new EventJson();

    @Property(tries = 5_000, edgeCases = EdgeCasesMode.NONE, seed = "20261122")
    void schema_anyMessage_agreesWithTheCode(@ForAll("messages") Message message) throws Exception {
        assertAgreement(message.kind(), message.payload());
    }

    @Property(seed = "20261122")
    void schema_aMessageOfTheCode_isValid(@ForAll("events") SensorEvent event) throws Exception {
        JsonNode payload = MAPPER.readTree(EventJson.encode(event));
        assertThat(schema(event.kind()).validate(payload)).isEmpty();
    }

    private void assertAgreement(Kind kind, JsonNode payload) throws Exception {
        boolean taken;
        try {
            json.decode(kind, MAPPER.writeValueAsBytes(payload));
            taken = true;
        } catch (MalformedEventException e) {
            Assume.that(!e.detail().contains("at or after entered")); // what a schema cannot say
            taken = false;
        }
        assertThat(schema(kind).validate(payload).isEmpty())
                .as("%s %s", kind, payload)
                .isEqualTo(taken);
    }

    private static JsonSchema schema(Kind kind) {
        return Objects.requireNonNull(SCHEMAS.get(kind));
    }

    record Message(Kind kind, JsonNode payload) {}

    @Provide
    Arbitrary<SensorEvent> events() {
        return SampleEvents.any();
    }

    /** A valid event with one or two of its kind's fields set to some value or taken away, alone or in an array. */
    @Provide
    Arbitrary<Message> messages() {
        return SampleEvents.any().flatMap(event -> {
            List<String> names = new ArrayList<>(Field.of(event.kind()).keySet());
            names.sort(null);
            names.add("unknown");
            Arbitrary<List<String>> changes = Arbitraries.of(names).list().ofMaxSize(2);
            Arbitrary<List<String>> values = Arbitraries.of(VALUES).list().ofSize(2);
            Arbitrary<Integer> forms = Arbitraries.integers().between(0, 3);
            return Combinators.combine(changes, values, forms)
                    .as((changed, set, form) -> message(event, changed, set, form));
        });
    }

    private static Message message(SensorEvent event, List<String> names, List<String> values, int form) {
        try {
            ObjectNode node = (ObjectNode) MAPPER.readTree(EventJson.encode(event));
            for (int i = 0; i < names.size(); i++) {
                if (values.get(i).equals("null") && form == 2) {
                    node.remove(names.get(i));
                } else {
                    node.set(names.get(i), MAPPER.readTree(values.get(i)));
                }
            }
            JsonNode payload =
                    form == 0 ? JsonNodeFactory.instance.arrayNode().add(node).add(node) : node;
            return new Message(event.kind(), payload);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
