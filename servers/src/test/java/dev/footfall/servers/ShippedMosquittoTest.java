package dev.footfall.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code examples/mosquitto} promises: who may publish and read what, and who may not even connect. */
class ShippedMosquittoTest {
    private static final List<String> TOPICS = List.of(
            "footfall/v1/acks/footfall/corner-shop/corner-shop",
            "footfall/v1/acks/footfall/other/other",
            "footfall/v1/acks/others/corner-shop/corner-shop",
            "footfall/v1/corner-shop/dead-letter",
            "footfall/v1/corner-shop/door/door-1",
            "footfall/v1/corner-shop/gateway/corner-shop",
            "footfall/v1/corner-shop/gateway/door-1",
            "footfall/v1/corner-shop/status/cam-1",
            "footfall/v1/corner-shop/status/door-1",
            "footfall/v1/corner-shop/track/cam-1",
            "footfall/v1/corner-shop/track/door-1",
            "footfall/v1/lanes/3/corner-shop",
            "footfall/v1/lanes/3/other",
            "footfall/v1/other/dead-letter",
            "footfall/v1/other/door/door-1",
            "footfall/v1/other/gateway/other");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static ShippedMosquitto broker;

    @BeforeAll
    static void startBroker() throws IOException {
        broker = ShippedMosquitto.start(folder);
    }

    @AfterAll
    static void stopBroker() throws IOException {
        broker.close();
    }

    @Test
    void acl_eachUser_publishesThisAndNothingElse() throws Exception {
        Map<String, List<String>> allowed = new TreeMap<>();
        try (Client all = broker.connect("all").subscribe("#")) {
            for (String user : ShippedMosquitto.USERS) {
                try (Client client = broker.connect(user)) {
                    for (String topic : TOPICS) {
                        client.send(topic, user, false, "").waitForCompletion();
                    }
                }
                all.publish("test/end", user);
                allowed.put(user, topicsUntil(all, "test/end"));
            }
        }
        assertThat(text(allowed))
                .isEqualTo(
                        """
                        corner-shop.cam-1 footfall/v1/corner-shop/status/cam-1
                        corner-shop.cam-1 footfall/v1/corner-shop/track/cam-1
                        corner-shop.door-1 footfall/v1/corner-shop/door/door-1
                        corner-shop.door-1 footfall/v1/corner-shop/status/door-1
                        corner-shop.gateway footfall/v1/corner-shop/dead-letter
                        corner-shop.gateway footfall/v1/corner-shop/gateway/corner-shop
                        corner-shop.gateway footfall/v1/lanes/3/corner-shop
                        jobs footfall/v1/acks/footfall/corner-shop/corner-shop
                        jobs footfall/v1/acks/footfall/other/other
                        """);
    }

    @Test
    void acl_eachUser_readsThisAndNothingElse() throws Exception {
        Map<String, List<String>> allowed = new TreeMap<>();
        try (Client all = broker.connect("all")) {
            for (String user : ShippedMosquitto.USERS) {
                try (Client client = broker.connect(user).subscribe("#")) {
                    for (String topic : TOPICS) {
                        all.publish(topic, "for " + user);
                    }
                    all.publish("test/" + user, "end");
                    allowed.put(user, topicsUntil(client, "test/" + user));
                }
            }
        }
        assertThat(text(allowed))
                .isEqualTo(
                        """
                        corner-shop.gateway footfall/v1/acks/footfall/corner-shop/corner-shop
                        corner-shop.gateway footfall/v1/acks/others/corner-shop/corner-shop
                        corner-shop.gateway footfall/v1/corner-shop/door/door-1
                        corner-shop.gateway footfall/v1/corner-shop/gateway/corner-shop
                        corner-shop.gateway footfall/v1/corner-shop/gateway/door-1
                        corner-shop.gateway footfall/v1/corner-shop/status/cam-1
                        corner-shop.gateway footfall/v1/corner-shop/status/door-1
                        corner-shop.gateway footfall/v1/corner-shop/track/cam-1
                        corner-shop.gateway footfall/v1/corner-shop/track/door-1
                        jobs footfall/v1/lanes/3/corner-shop
                        jobs footfall/v1/lanes/3/other
                        watch footfall/v1/corner-shop/dead-letter
                        watch footfall/v1/corner-shop/gateway/corner-shop
                        watch footfall/v1/corner-shop/gateway/door-1
                        watch footfall/v1/other/dead-letter
                        watch footfall/v1/other/gateway/other
                        """);
    }

    @Test
    void connect_withoutAPasswordOrWithAWrongOne_isRefused() {
        assertThatThrownBy(() -> broker.connectNameless()).isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> broker.connect("jobs", "wrong", folder)).isInstanceOf(MqttException.class);
        assertThatThrownBy(() -> broker.connect("stranger", "stranger!", folder))
                .isInstanceOf(MqttException.class);
    }

    @Test
    void connect_whoTrustsAnotherAuthority_refusesTheBroker(@TempDir Path other) throws IOException {
        ShippedMosquitto.makeCertificates(other);
        assertThatThrownBy(() -> broker.connect("jobs", "jobs!", other))
                .isInstanceOf(MqttException.class)
                .hasStackTraceContaining("PKIX path");
    }

    @Test
    void connect_withoutTls_isRefused() {
        assertThatThrownBy(() -> broker.connectPlain()).isInstanceOf(MqttException.class);
    }

    private static List<String> topicsUntil(Client client, String end) throws Exception {
        List<String> topics = new ArrayList<>();
        for (String topic = client.take(1).get(0).topic();
                !topic.equals(end);
                topic = client.take(1).get(0).topic()) {
            topics.add(topic);
        }
        return topics;
    }

    private static String text(Map<String, List<String>> allowed) {
        return allowed.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(topic -> entry.getKey() + " " + topic + "\n"))
                .collect(Collectors.joining());
    }
}
