package dev.footfall.gateway.live;

import static dev.footfall.gateway.TestStores.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.Tick;
import dev.footfall.gateway.TestStores;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.health.StoreHealth;
import dev.footfall.gateway.settings.GatewayClock;
import dev.footfall.gateway.settings.GatewaySettings;
import dev.footfall.gateway.spool.SpoolSettings;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import dev.footfall.mqtt.Broker;
import dev.footfall.servers.Mosquitto;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The gateway on a real broker: Debian's Mosquitto. */
@Execution(ExecutionMode.CONCURRENT)
@SuppressWarnings("NullAway.Init") // JUnit sets the fields
class LiveGatewayITCase {
    private static final String DOOR = "footfall/v1/shop/door/door-1";
    /** Where no broker listens. */
    private static final String NOBODY = "mqtt://127.0.0.1:1";

    private static final String HEALTH = "footfall/v1/shop/gateway/shop";

    @TempDir
    private Path folder;

    private Mosquitto mosquitto;
    private Devices devices;
    private LaneListener lanes;
    private @Nullable LiveGateway gateway;

    @BeforeAll
    static void patience() {
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
        Awaitility.setDefaultPollInterval(Duration.ofMillis(20));
    }

    @BeforeEach
    void broker() throws IOException {
        TestStores.write(folder.resolve("stores"));
        mosquitto = Mosquitto.start(folder.resolve("mosquitto"));
        devices = new Devices(mosquitto.uri().toString());
        lanes = new LaneListener(mosquitto.uri().toString());
        await().until(() -> devices.isUp() && lanes.isUp());
    }

    @AfterEach
    void end() throws IOException {
        if (gateway != null) {
            gateway.close();
        }
        lanes.close();
        devices.close();
        mosquitto.close();
    }

    private void start(GatewayClock clock) throws IOException {
        start(clock, SpoolSettings.defaults());
    }

    private void start(GatewayClock clock, SpoolSettings spool) throws IOException {
        start(clock, spool, mosquitto.uri().toString());
    }

    private void start(GatewayClock clock, SpoolSettings spool, String uplink) throws IOException {
        Broker broker = Broker.at(mosquitto.uri().toString());
        StorePacks packs = StorePacks.open(folder.resolve("stores"), Duration.ofSeconds(1));
        StorePack shop = packs.find("shop").orElseThrow();
        LiveGateway started = LiveGateway.start(new GatewaySettings(
                List.of(new GatewaySettings.Served(shop, "shop", packs)),
                broker,
                Broker.at(uplink),
                folder.resolve("spool"),
                spool,
                null,
                List.of("footfall"),
                new Framing(16, 100, 64 * 1024, 1),
                4 << 20,
                clock,
                "127.0.0.1",
                0));
        gateway = started;
        await().until(() -> started.health().containsKey("shop") && health().connected() && !health().clockHeld());
    }

    private LiveGateway running() {
        return Objects.requireNonNull(gateway);
    }

    private String heardHealth() {
        return devices.health.getOrDefault(HEALTH, "");
    }

    private StoreHealth health() {
        return Objects.requireNonNull(running().health().get("shop"));
    }

    private String epoch() {
        return health().spool().epoch();
    }

    private static String report(long atMillis) {
        return "{\"time\":" + atMillis + ",\"in\":1,\"out\":0}";
    }

    @Test
    void message_becomesAFrame_andIsForgottenWhenTheJobsHaveIt() throws IOException {
        start(GatewayClock.ofPublisher());

        devices.sayAt(NOON, DOOR, report(NOON));
        await().until(() -> lanes.rows() == 1);
        assertThat(lanes.heads().stream().filter(FrameHeader.class::isInstance).findFirst())
                .contains(new FrameHeader("shop", "shop", epoch(), 0, 0, NOON - 3_000));

        lanes.mark("shop", "shop", epoch(), 1, 1);
        await().until(() -> health().uplink().marks().equals(Map.of("footfall", 1L)));
        assertThat(health().uplink().behind()).isZero();
    }

    @Test
    void idle_ticksWithTheClock_andPromisesNothingWhileEventsWait() throws IOException {
        start(GatewayClock.ofPublisher());

        devices.sayAt(NOON, DOOR, "[]");

        Tick tick = new Tick("shop", "shop", epoch(), 0, 0, NOON - 3_000);
        await().until(() -> lanes.ticks().contains(tick));
        assertThat(lanes.ticks())
                .allMatch(each -> each.equals(tick) || each.watermarkMillis() <= SensorEvent.EARLIEST_MILLIS);
    }

    @Test
    void request_getsTheSameBytesAgain() throws IOException {
        start(GatewayClock.ofPublisher());
        for (int i = 0; i < 3; i++) {
            int sent = i + 1;
            devices.sayAt(NOON + i, DOOR, report(NOON + i));
            await().until(() -> lanes.rows() == sent);
        }

        long before = lanes.frames();
        lanes.request("shop", "shop", epoch(), 0);

        await().until(() -> lanes.frames() == before + before);
        List<byte[]> frames = lanes.messages.stream()
                .filter(message -> Arrays.equals(message, lanes.frame(0)))
                .toList();
        assertThat(frames).hasSize(2);
    }

    @Test
    void gatewayStartedAgain_goesOnWithTheSameNumbers_andLosesNothing() throws IOException {
        start(GatewayClock.ofPublisher());
        String epoch = epoch();
        devices.sayAt(NOON, DOOR, report(NOON));
        await().until(() -> lanes.rows() == 1);
        running().close();

        devices.sayAt(NOON + 1, DOOR, report(NOON + 1));
        start(GatewayClock.ofPublisher());

        await().until(() -> lanes.rows() == 2);
        assertThat(epoch()).isEqualTo(epoch);
        assertThat(lanes.heads().stream().filter(FrameHeader.class::isInstance).map(head -> ((FrameHeader) head).seq()))
                .contains(0L, 1L);
    }

    /** Hours without the jobs' broker become a few full frames, not one a second. */
    @Test
    void whatCannotBeSent_isNotCutBeforeAFrameIsFull() throws IOException {
        start(GatewayClock.ofPublisher(), SpoolSettings.defaults(), NOBODY);

        for (int second = 0; second < 300; second++) {
            devices.sayAt(NOON + 1_000L * second, DOOR, report(NOON + 1_000L * second));
        }

        await().until(() -> health().devices().values().stream().anyMatch(door -> door.messages() == 300));
        assertThat(health().spool().next()).isZero();
        running().close();
        start(GatewayClock.ofPublisher());
        await().until(() -> lanes.rows() == 300);
        assertThat(lanes.frames()).isLessThan(10);
    }

    @Test
    void brokerStartedAgain_losesNothing() throws IOException {
        start(GatewayClock.ofPublisher());
        devices.sayAt(NOON, DOOR, report(NOON));
        await().until(() -> lanes.rows() == 1);

        mosquitto.restart();
        await().until(devices::isUp);
        devices.sayAt(NOON + 1, DOOR, report(NOON + 1));

        await().until(() -> lanes.rows() == 2);
    }

    @Test
    void wallClock_standsStillUntilWhatTheBrokerKeptHasCome() throws IOException {
        start(GatewayClock.ofWall());
        running().close();
        long endedMillis = System.currentTimeMillis();
        long first = lanes.messages.size();
        for (int i = 0; i < 500; i++) {
            devices.say(DOOR, report(endedMillis + i));
        }
        start(GatewayClock.ofWall());

        await().until(() -> lanes.rows() == 500);
        List<FrameHead> heads = lanes.heads().subList((int) first, lanes.messages.size());
        long last = 0;
        for (FrameHead head : heads) {
            if (head instanceof FrameHeader) {
                assertThat(last).as("what was promised before %s", head).isLessThanOrEqualTo(endedMillis);
            }
            last = Math.max(last, head.watermarkMillis());
        }
    }

    @Test
    void wallClock_goesOnByItself() throws IOException {
        start(GatewayClock.ofWall());
        long now = System.currentTimeMillis();

        await().until(() -> lanes.ticks().stream().anyMatch(tick -> tick.watermarkMillis() > now - 3_000));
    }

    /** The machine's clock is an hour ahead for a while, as when somebody sets it by hand; the shop goes on as before. */
    @Test
    void wallClock_thatJumps_isHeldAgainstWhatDevicesSay() throws IOException {
        AtomicLong wrong = new AtomicLong();
        start(new GatewayClock(false, new WrongClock(wrong), System::nanoTime));
        long began = System.currentTimeMillis();
        devices.say(DOOR, report(began));
        await().until(() -> lanes.rows() == 1);

        wrong.set(3_600_000);
        await().until(() -> health().clockStep() != 0);
        devices.say(DOOR, report(System.currentTimeMillis()));
        await().until(() -> lanes.rows() == 2);
        assertThat(health().clock()).isLessThanOrEqualTo(System.currentTimeMillis() + 1_000);
        wrong.set(0);
        await().until(() -> health().clockStep() == 0);
        assertThat(lanes.heads()).allMatch(head -> head.watermarkMillis() <= System.currentTimeMillis());

        wrong.set(3_600_000);
        devices.say(DOOR, report(System.currentTimeMillis() + 3_600_000));
        await().until(() -> health().clock() >= began + 3_600_000);
        await().until(() -> lanes.rows() == 3);
        assertThat(devices.deadLetters).isEmpty();
    }

    private static final class WrongClock extends Clock {
        private final AtomicLong wrong;

        WrongClock(AtomicLong wrong) {
            this.wrong = wrong;
        }

        @Override
        public Instant instant() {
            return Instant.ofEpochMilli(System.currentTimeMillis() + wrong.get());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void layoutVersion_thatAppears_isTakenFromItsInstantOn() throws IOException {
        start(GatewayClock.ofPublisher());
        Path layout = folder.resolve("stores/shop/layout.geojson");
        String further = Files.readString(layout)
                .replace(
                        "{\"type\":\"FeatureCollection\",",
                        "{\"type\":\"FeatureCollection\",\"validFrom\":" + NOON + ",")
                .replace("\"zone-0\"", "\"zone-new\"");
        Files.writeString(folder.resolve("stores/shop/layout.2026.geojson"), further);
        String stay = "{\"id\":\"1\",\"zone\":\"zone-new\",\"entered\":%d,\"left\":%d}";

        await().pollInterval(Duration.ofMillis(500)).until(() -> {
            devices.sayAt(NOON + 50, "footfall/v1/shop/shelf/shelf-1", String.format(stay, NOON, NOON + 50));
            return lanes.rows() > 0;
        });
        int refused = devices.deadLetters.size();
        devices.sayAt(NOON + 60, "footfall/v1/shop/shelf/shelf-1", String.format(stay, NOON - 60, NOON - 50));
        await().until(() -> devices.deadLetters.size() > refused);
        assertThat(devices.deadLetters.get(refused)).contains("unknown-zone");
    }

    @Test
    void refusedMessage_goesToTheDeadLetters_andIsNotSentAgain() throws IOException {
        start(GatewayClock.ofPublisher());

        devices.sayAt(NOON, "footfall/v1/shop/door/door-9", report(NOON));
        devices.say(DOOR, report(NOON));
        devices.sayAt(Long.MAX_VALUE, DOOR, "[]");
        await().until(() -> devices.deadLetters.size() == 3);

        assertThat(devices.deadLetters.get(0))
                .contains("\"reason\":\"unknown-device\"")
                .contains("door-9");
        assertThat(devices.deadLetters.get(1))
                .contains("\"reason\":\"missing-field\"")
                .contains("user property at");
        running().close();
        start(GatewayClock.ofPublisher());
        devices.sayAt(NOON, DOOR, report(NOON));
        await().until(() -> lanes.rows() == 1);
        assertThat(devices.deadLetters.get(2)).contains("from 2000 to 2100");
        assertThat(devices.deadLetters).hasSize(3);
    }

    @Test
    void fullSpool_leavesMessagesWithTheBroker_saysSo_andGoesOnWhenThereIsRoom() throws IOException {
        start(GatewayClock.ofPublisher(), SpoolSettings.ofMaxBytes(2 << 20));
        String many = "[" + String.join(",", Collections.nCopies(500, report(NOON))) + "]";
        int messages = 0;
        while (!health().full() && messages < 10_000) {
            devices.sayAt(NOON + messages, DOOR, many.replace("" + NOON, "" + (NOON + messages)));
            messages++;
        }
        await().until(() -> health().full());
        await().until(() -> heardHealth().contains("\"full\":true"));
        assertThat(health().spool().bytes()).isLessThanOrEqualTo(2 << 20);

        int all = messages;
        await().pollInterval(Duration.ofMillis(200)).until(() -> {
            lanes.mark("shop", "shop", epoch(), lanes.next(), 1); // of what came only: the rest would be forgotten
            return !health().full()
                    && health().devices().values().stream().anyMatch(door -> door.messages() >= all)
                    && lanes.doorTimes() == all;
        });
    }

    @Test
    void health_isKeptByTheBroker_andTellsTheEnd() throws IOException {
        start(GatewayClock.ofPublisher());
        devices.sayAt(NOON + 70, DOOR, report(NOON));

        await().until(() -> heardHealth().contains("\"state\":\"online\""));
        await().until(() -> health().devices().containsKey("door-1"));
        assertThat(health().devices())
                .hasEntrySatisfying("door-1", door -> assertThat(door.skewMs()).isEqualTo(70));
        running().close();
        await().until(() -> heardHealth().contains("\"state\":\"offline\""));
    }

    @Test
    void metrics_areServedOnThisMachine() throws Exception {
        start(GatewayClock.ofPublisher());
        devices.sayAt(NOON, DOOR, report(NOON));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + running().metricsPort() + "/metrics"))
                .build();

        await().until(() -> HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .contains("footfall_gateway_events_total{store=\"shop\"} 1.0"));
    }

    @Test
    void secret_isMadeOnce_forUsAlone() throws IOException {
        start(GatewayClock.ofPublisher());

        Path secret = folder.resolve("spool/secret");
        String made = Files.readString(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        running().close();
        start(GatewayClock.ofPublisher());
        assertThat(Files.readString(secret)).isEqualTo(made).hasSize(64);
    }
}
