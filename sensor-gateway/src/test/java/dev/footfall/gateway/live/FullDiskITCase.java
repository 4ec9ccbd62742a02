package dev.footfall.gateway.live;

import static dev.footfall.gateway.TestStores.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.gateway.TestStores;
import dev.footfall.servers.Mosquitto;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A gateway whose disk takes no more: says so, leaves messages with their broker, sends what it has, and goes on when there is room. */
class FullDiskITCase {
    private static final String DOOR = "footfall/v1/shop/door/door-1";
    private static final String HEALTH = "footfall/v1/shop/gateway/shop";
    private static final int MAX_FILE_KIBIBYTES = 200;
    private static final int EVENTS_A_MESSAGE = 300;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFullDisk_losesNothing() throws Exception {
        TestStores.write(folder.resolve("stores"));
        try (Mosquitto mosquitto = Mosquitto.start(folder.resolve("mosquitto"));
                Devices devices = new Devices(mosquitto.uri().toString());
                LaneListener lanes = new LaneListener(mosquitto.uri().toString())) {
            await().until(() -> devices.isUp() && lanes.isUp());
            try (GatewayProcess gateway = GatewayProcess.start(MAX_FILE_KIBIBYTES, arguments(mosquitto))) {
                within().until(() -> health(devices).contains("\"clock_held\":false"));
                int messages = 0;
                while (health(devices).contains("\"online\"") && messages < 2_000) {
                    devices.sayAt(at(messages), DOOR, reports(messages));
                    messages++;
                }
                within().until(() -> health(devices).contains("\"disk\":"));
                assertThat(health(devices)).contains("\"full\":true", "too large");
                int events = (messages + 1) * EVENTS_A_MESSAGE;
                devices.sayAt(at(messages), DOOR, reports(messages));
                assertThat(lanes.doorTimes()).isLessThan(events);
                assertThat(gateway.isAlive()).isTrue();

                gateway.giveRoom();

                within().until(() -> lanes.doorTimes() == events);
                within().until(() -> health(devices).contains("\"full\":false"));
                assertThat(devices.deadLetters).isEmpty();
            }
        }
    }

    private List<String> arguments(Mosquitto mosquitto) {
        return List.of(
                "--stores",
                folder.resolve("stores").toString(),
                "--serve=shop",
                "--broker",
                mosquitto.uri().toString(),
                "--spool",
                folder.resolve("spool").toString(),
                "--frame-every=100ms",
                "--clock=publisher",
                "--metrics-port=off");
    }

    private static long at(int message) {
        return NOON + 1_000L * message;
    }

    private static String reports(int message) {
        return IntStream.range(0, EVENTS_A_MESSAGE)
                .mapToObj(i -> "{\"time\":" + (at(message) - 999 + 3L * i) + ",\"in\":" + (i * 7_919 % 1_000)
                        + ",\"out\":" + (i * 104_729 % 1_000) + "}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String health(Devices devices) {
        return devices.health.getOrDefault(HEALTH, "");
    }

    private static ConditionFactory within() {
        return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(100));
    }
}
