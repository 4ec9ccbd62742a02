package dev.footfall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.footfall.events.DeviceTopic;
import dev.footfall.events.EventJson;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.Kind;
import dev.footfall.events.LaneAnswer;
import dev.footfall.events.MalformedEventException;
import dev.footfall.events.Reason;
import dev.footfall.events.Tick;
import dev.footfall.events.Topics;
import dev.footfall.gateway.health.StoreHealth;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What {@code docs/asyncapi.yaml} says is what the code does. */
class AsyncApiTest {
    private static final Set<String> OTHER_CHANNELS = Set.of("deadLetters", "gatewayHealth", "lane", "acks");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final ObjectMapper JSON = new ObjectMapper();

    @SuppressWarnings("NullAway.Init")
    private static AsyncApi api;

    @BeforeAll
    static void read() throws IOException {
        api = AsyncApi.read();
    }

    @Test
    void document_isVersion3WithWhatThatRequires() {
        assertThat(api.at("/asyncapi").asText()).isEqualTo("3.0.0");
        assertThat(names(""))
                .containsOnly(
                        "asyncapi", "info", "defaultContentType", "servers", "channels", "operations", "components");
        assertThat(names("/info")).contains("title", "version");
        for (String server : names("/servers")) {
            assertThat(names("/servers/" + server)).contains("host", "protocol");
        }
        assertThat(names("/components")).containsOnly("parameters", "messageTraits", "messages");
    }

    @Test
    void references_allLeadSomewhere() {
        assertThat(api.references()).hasSizeGreaterThan(50).allSatisfy(reference -> assertThat(
                        api.target(reference).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void channels_areThoseOfTheKindsAndFourMore() {
        Set<String> expected = new TreeSet<>(OTHER_CHANNELS);
        Arrays.stream(Kind.values()).map(Kind::topicName).forEach(expected::add);
        assertThat(names("/channels")).isEqualTo(expected);
    }

    @Test
    void channels_haveTheAddressesThatTheCodeMakes() {
        for (Kind kind : Kind.values()) {
            assertThat(Topics.parse(address(kind.topicName()))).contains(new DeviceTopic("shop", kind, "thing"));
        }
        assertThat(address("deadLetters")).isEqualTo(Topics.deadLetter("shop"));
        assertThat(address("gatewayHealth")).isEqualTo(Topics.gatewayHealth("shop", "gate"));
        assertThat(address("lane")).isEqualTo(Topics.frames(3, "shop"));
        assertThat(address("acks")).isEqualTo(Topics.acks("jobs", "shop", "gate"));
    }

    @Test
    void channels_nameTheParametersOfTheirAddressAndMessagesThatAreThere() {
        for (String channel : names("/channels")) {
            JsonNode parts = api.at("/channels/" + channel);
            Set<String> parameters = new TreeSet<>();
            PARAMETER.matcher(parts.get("address").asText()).results().forEach(found -> parameters.add(found.group(1)));
            assertThat(names("/channels/" + channel + "/parameters"))
                    .as(channel)
                    .isEqualTo(parameters);
            assertThat(parts.get("messages")).as(channel).isNotEmpty();
        }
    }

    @Test
    void operations_areOfAChannelAndItsMessagesWithQualityOfService1() {
        Set<String> used = new TreeSet<>();
        for (String name : names("/operations")) {
            JsonNode operation = api.at("/operations/" + name);
            String channel = operation.at("/channel/$ref").asText();
            used.add(channel);
            assertThat(operation.get("action").asText()).isIn("send", "receive");
            assertThat(operation.get("messages")).isNotEmpty().allSatisfy(message -> assertThat(
                            message.get("$ref").asText())
                    .startsWith(channel + "/messages/"));
            assertThat(operation.at("/bindings/mqtt/qos").asInt()).isEqualTo(1);
        }
        assertThat(used).hasSize(names("/channels").size());
    }

    @Test
    void deviceMessages_haveTheSchemaOfTheirKindAndExamplesThatAreTaken() throws MalformedEventException, IOException {
        for (Kind kind : Kind.values()) {
            String message = kind.topicName();
            assertThat(api.at("/components/messages/" + message + "/payload/schema/$ref")
                            .asText())
                    .endsWith("/schemas/" + message + ".json");
            assertThat(api.examples(message)).isNotEmpty();
            for (JsonNode example : api.examples(message)) {
                assertThat(api.faults(message, example)).isEmpty();
                assertThat(new EventJson().decode(kind, JSON.writeValueAsBytes(example)))
                        .isNotEmpty();
            }
        }
    }

    @Test
    void answersOfJobs_fitTheirSchemas() throws IOException {
        LaneAnswer mark = new LaneAnswer.Mark("epoch", 123, 7);
        LaneAnswer request = new LaneAnswer.Request("epoch", 119, 7);
        assertThat(api.faults("mark", mark.toJson())).isEmpty();
        assertThat(api.faults("request", request.toJson())).isEmpty();
        assertThat(api.faults("mark", request.toJson())).isNotEmpty();
        for (String message : List.of("mark", "request")) {
            for (JsonNode example : api.examples(message)) {
                assertThat(LaneAnswer.parse(JSON.writeValueAsBytes(example))).isPresent();
            }
        }
    }

    @Test
    void deadLetters_fitTheirSchemaWithEveryReason() throws IOException {
        for (Reason reason : Reason.values()) {
            DeadLetter letter = new DeadLetter(1_793_696_430_250L, "a/topic", new byte[] {1, 2}, reason, "why");
            assertThat(api.faults("deadLetter", letter.toJson())).isEmpty();
        }
        assertThat(api.at("/components/messages/deadLetter/payload/properties/reason/enum"))
                .hasSize(Reason.values().length);
    }

    @Test
    void health_fitsItsSchema() throws IOException {
        StoreHealth health = new StoreHealth(
                StoreHealth.ONLINE,
                "shop",
                "gate",
                1_793_696_430_250L,
                1_793_696_430_000L,
                0,
                true,
                "word",
                true,
                true,
                "No space left on device",
                new StoreHealth.Uplink(true, new TreeMap<>(Map.of("footfall", 41L)), 2),
                new StoreHealth.Spool("epoch", 38, 43, 52_011, 1 << 30),
                new TreeMap<>(Map.of("cam-1", new StoreHealth.Device(1_793_696_430_000L, 812, 3_991, 0, 114))),
                new TreeMap<>(Map.of("unknown-device", 3L)));
        assertThat(api.faults("health", health.toJson())).isEmpty();
        assertThat(api.faults("offline", StoreHealth.offline("shop", "gate"))).isEmpty();
        assertThat(api.faults("health", StoreHealth.offline("shop", "gate"))).isNotEmpty();
        assertThat(names("/components/messages/health/payload/properties"))
                .isEqualTo(fields(JSON.readTree(health.toJson())));
    }

    @Test
    void tick_fitsItsSchema() throws IOException {
        byte[] cbor = FrameCodec.encode(new Tick("shop", "gate", "epoch", 43, 38, 1_793_696_428_000L));
        JsonNode tick = new ObjectMapper(new CBORFactory()).readTree(cbor);
        assertThat(api.faults("tick", tick)).isEmpty();
        assertThat(names("/components/messages/tick/payload/properties")).isEqualTo(fields(tick));
    }

    private static String address(String channel) {
        return api.at("/channels/" + channel + "/address")
                .asText()
                .replace("{store}", "shop")
                .replace("{device}", "thing")
                .replace("{gateway}", "gate")
                .replace("{lane}", "3")
                .replace("{group}", "jobs");
    }

    private static Set<String> names(String pointer) {
        return fields(api.at(pointer));
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new TreeSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
