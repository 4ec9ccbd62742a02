package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.gateway.recordings.Recording;
import dev.footfall.mqtt.Broker;
import dev.footfall.servers.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** A recording played to a real broker arrives as its devices sent it. */
class PublishITCase {
    private static final String TRACKS = "footfall/v1/north/track/cam";
    private static final String STATUS = "footfall/v1/north/status/cam";
    private static final long THREE_DAYS_MILLIS = 3 * 24 * 3_600_000L;

    @TempDir
    @SuppressWarnings("NullAway.Init") // before all tests
    private static Path brokerFolder;

    @SuppressWarnings("NullAway.Init")
    private static EmbeddedBroker broker;

    @TempDir
    private Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // before each test
    private Heard heard;

    @BeforeAll
    static void startBroker() throws IOException {
        broker = EmbeddedBroker.start(brokerFolder, 0);
    }

    @AfterAll
    static void stopBroker() throws IOException {
        broker.close();
    }

    @BeforeEach
    void listen(TestInfo test) {
        heard = new Heard(broker.uri().toString(), test.getDisplayName(), "#");
        await().until(heard::isUp);
    }

    @AfterEach
    void stopListening() {
        heard.close();
    }

    private static ConditionFactory await() {
        return Awaitility.await().atMost(Duration.ofMinutes(1));
    }

    private CommandLineRun publish(Path recording, String... more) {
        return publish(broker.uri().toString(), recording, more);
    }

    private static CommandLineRun publish(String uri, Path recording, String... more) {
        List<String> arguments = new ArrayList<>(List.of("publish", "--broker", uri, "--events", recording.toString()));
        arguments.addAll(List.of(more));
        return CommandLineRun.of(arguments.toArray(new String[0]));
    }

    private Path recording(List<String> lines) throws IOException {
        return Demo.write(folder.resolve("events.ndjson"), lines);
    }

    private static String payload(int number) {
        return "{\"time\":" + (Demo.START + number) + ",\"id\":\"p\",\"x\":1,\"y\":" + number + "}";
    }

    /** One message every 100 ms. */
    private static List<String> lines(int count) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(Demo.line(at(i), i % 3 == 0 ? TRACKS : TRACKS + i % 3, payload(i)));
        }
        return lines;
    }

    private static long at(int number) {
        return Demo.START + number * 100L;
    }

    private static List<Heard.Message> messages(int count) {
        List<Heard.Message> messages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            messages.add(
                    new Heard.Message(i % 3 == 0 ? TRACKS : TRACKS + i % 3, payload(i), Long.toString(at(i)), false));
        }
        return messages;
    }

    private void awaitMessages(int count) {
        await().until(() -> heard.messages().size() >= count);
    }

    @Test
    void publish_asFastAsPossible_keepsOrderBytesAndTimesOfReceipt() throws IOException {
        CommandLineRun run = publish(recording(lines(2_000)), "--speed", "max");
        assertThat(run.code()).as(run.err()).isZero();
        awaitMessages(2_000);
        assertThat(heard.messages()).containsExactlyElementsOf(messages(2_000));
        assertThat(run.out()).containsPattern("messages +2,000\n").containsPattern("resent +0\n");
    }

    @Test
    void publish_atASpeed_takesAsLong() throws IOException {
        long before = System.nanoTime();
        CommandLineRun run = publish(recording(lines(11)), "--speed", "2");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(System.nanoTime() - before).isGreaterThanOrEqualTo(500_000_000L);
        awaitMessages(11);
        assertThat(heard.messages()).containsExactlyElementsOf(messages(11));
    }

    @Test
    void publish_aStatus_isRetained_andNothingElseIs() throws IOException {
        List<String> lines = lines(3);
        String state = "{\"time\":" + Demo.START + ",\"state\":\"online\"}";
        lines.add(Demo.line(at(3), STATUS, state));
        assertThat(publish(recording(lines), "--speed", "max", "--close").code())
                .isZero();
        try (Heard later = new Heard(broker.uri().toString(), "later", "footfall/v1/north/+/+")) {
            await().until(() -> !later.messages().isEmpty());
            assertThat(later.messages()).containsExactly(new Heard.Message(STATUS, state, Long.toString(at(3)), true));
        }
    }

    @Test
    void publish_withClose_endsWithThreeDaysOfNothingOnEachTopic() throws IOException {
        CommandLineRun run = publish(recording(lines(6)), "--speed", "max", "--close");
        assertThat(run.out()).containsPattern("closing +3 ");
        awaitMessages(9);
        String at = Long.toString(at(5) + THREE_DAYS_MILLIS);
        List<Heard.Message> expected = messages(6);
        for (String topic : List.of(TRACKS, TRACKS + "1", TRACKS + "2")) {
            expected.add(new Heard.Message(topic, "[]", at, false));
        }
        assertThat(heard.messages()).containsExactlyElementsOf(expected);
    }

    @Test
    void publish_linesThatNoDeviceSent_passesThemOver() throws IOException {
        List<String> lines = new ArrayList<>(List.of(
                "not a message",
                Demo.line(at(0), "footfall/v1/acks/footfall/north/north", "{\"epoch\":\"x\",\"next\":9,\"run\":1}"),
                Demo.line(at(0), "footfall/v1/lanes/3/north", "{}"),
                Demo.line(at(0), "footfall/v1/north/gateway/north", "{}"),
                Demo.line(at(0), "footfall/v1/north/dead-letter", "{}"),
                Demo.line(at(0), "footfall/v1/north/track/+", "{}"),
                Demo.line(at(0), "vendor/cam", "{}")));
        lines.addAll(lines(1));
        CommandLineRun run = publish(recording(lines), "--speed", "max", "--close");
        assertThat(run.out()).containsPattern("messages +2\n").containsPattern("skipped +6 ");
        awaitMessages(3);
        assertThat(heard.messages()).extracting(Heard.Message::topic).containsExactly("vendor/cam", TRACKS, TRACKS);
    }

    @Test
    void publish_whileTheBrokerIsRestarted_losesNothingAndKeepsTheOrder() throws Exception {
        Path recording = recording(lines(3_000));
        CompletableFuture<CommandLineRun> running =
                CompletableFuture.supplyAsync(() -> publish(recording, "--speed", "100"));
        awaitMessages(500);
        int port = broker.uri().getPort();
        broker.close();
        broker = EmbeddedBroker.start(brokerFolder, port);
        CommandLineRun run = running.get();
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("connection to").contains("lost");
        List<Heard.Message> expected = messages(3_000);
        await().untilAsserted(
                        () -> assertThat(new LinkedHashSet<>(heard.messages())).containsExactlyElementsOf(expected));
    }

    @Test
    void publish_overALineThatIsCutAgainAndAgain_losesNothingAndSendsAgainInOrder() throws IOException {
        try (CuttingProxy line = new CuttingProxy(broker.uri().getPort(), new Random(20261122))) {
            CommandLineRun run = publish(line.uri(), recording(lines(1_000)), "--speed", "max");
            assertThat(run.code()).as(run.err()).isZero();
            assertThat(line.cuts()).isGreaterThan(5);
        }
        List<Heard.Message> expected = messages(1_000);
        await().untilAsserted(
                        () -> assertThat(new LinkedHashSet<>(heard.messages())).containsExactlyElementsOf(expected));
        Map<Heard.Message, Integer> places = new HashMap<>();
        expected.forEach(each -> places.put(each, places.size()));
        int before = -1;
        for (Heard.Message each : heard.messages()) {
            int place = places.getOrDefault(each, Integer.MAX_VALUE);
            assertThat(place).isLessThanOrEqualTo(before + 1); // goes back to send again, never ahead
            before = place;
        }
    }

    @Test
    void publish_aMessageThatAlwaysEndsTheConnection_namesIt() throws IOException {
        List<String> lines = lines(2);
        lines.add(Demo.line(at(2), TRACKS + "-large", "\"" + "x".repeat(100_000) + "\""));
        try (CuttingProxy line = new CuttingProxy(broker.uri().getPort(), new Random(1))) {
            CommandLineRun run = publish(line.uri(), recording(lines), "--speed", "max");
            assertThat(run.code()).isEqualTo(Footfall.UNUSABLE);
            assertThat(run.err()).contains("whenever it gets the message on " + TRACKS + "-large");
        }
    }

    @Test
    void stop_whilePlaying_endsAfterWhatIsUnderWay() throws Exception {
        Path recording = recording(lines(100_000));
        try (Outbox outbox = new Outbox(Broker.at(broker.uri().toString()), new PrintWriter(Writer.nullWriter()));
                Recording lines = Recording.open(recording)) {
            Player player = new Player(outbox, new Speed(10));
            CompletableFuture<Void> stopping = CompletableFuture.runAsync(() -> {
                awaitMessages(5);
                outbox.stop();
            });
            while (!outbox.isStopped() && lines.readLine(player)) {}
            outbox.drain();
            stopping.get();
            assertThat(outbox.unacknowledged()).isZero();
            int played = Math.toIntExact(player.messages());
            assertThat(played).isBetween(5, 99_999);
            awaitMessages(played);
            assertThat(heard.messages()).containsExactlyElementsOf(messages(played));
        }
    }
}
