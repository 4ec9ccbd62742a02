package dev.footfall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.DeviceTopic;
import dev.footfall.events.Kind;
import dev.footfall.events.Topics;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.geofences.StorePacks;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Session;
import dev.footfall.servers.DebianPackages;
import dev.footfall.servers.Mosquitto;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code docs/sensors.md}: what its script publishes with Mosquitto's own client is one message of each kind, and all are taken. */
class EveryKindITCase {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("footfall.project", "..")).resolve("examples/every-sensor");
    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<Incoming> received = new LinkedBlockingQueue<>();
    private final CountDownLatch connected = new CountDownLatch(1);

    @Test
    void messages_ofTheExample_areOneOfEachKindAndAllTaken(@TempDir Path folder) throws Exception {
        Collected collected = new Collected();
        List<Kind> kinds = new ArrayList<>();
        try (Mosquitto mosquitto = Mosquitto.start(folder);
                Connection connection = listen(mosquitto.uri());
                Gateway gateway = Gateway.ofRecording(
                        StorePacks.open(EXAMPLE.resolve("stores")),
                        Framing.ofLive(),
                        StoreKeys.unprotected(),
                        collected,
                        collected)) {
            assertThat(connected.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            publish(mosquitto.uri());
            while (kinds.size() < Kind.values().length) {
                Incoming message = received.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
                assertThat(message).as("message after %s", kinds).isNotNull();
                kinds.add(Topics.parse(message.topic()).map(DeviceTopic::kind).orElseThrow());
                gateway.accept(System.currentTimeMillis(), message.topic(), message.payload());
                message.acknowledge();
            }
            assertThat(connection.isUp()).isTrue();
        }
        assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
        assertThat(collected.letters).extracting(DeadLetter::detail).isEmpty();
        assertThat(collected.rows()).isEqualTo(11);
    }

    private Connection listen(URI broker) {
        Session session = new Session("listener", List.of("footfall/v1/pilot/+/+"), 0, 1_000, null);
        return Connection.open(Broker.at(broker.toString()), session, new Listener() {
            @Override
            public void received(Incoming message) {
                received.add(message);
            }

            @Override
            public void connected() {
                connected.countDown();
            }
        });
    }

    private static void publish(URI broker) throws Exception {
        ProcessBuilder script = new ProcessBuilder(
                        "sh",
                        EXAMPLE.resolve("messages.sh").toString(),
                        "-h",
                        broker.getHost(),
                        "-p",
                        Integer.toString(broker.getPort()))
                .inheritIO();
        script.environment().putAll(DebianPackages.environment(DebianPackages.unpacked("mosquitto-clients")));
        assertThat(script.start().waitFor()).isZero();
    }
}
