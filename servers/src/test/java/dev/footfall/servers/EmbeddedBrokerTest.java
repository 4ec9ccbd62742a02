package dev.footfall.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedBrokerTest extends BrokerContract {
    @Override
    Running start(Path folder) throws IOException {
        EmbeddedBroker first = EmbeddedBroker.start(folder, 0);
        return new Running() {
            private EmbeddedBroker broker = first;

            @Override
            public URI uri() {
                return broker.uri();
            }

            @Override
            public void restart() throws IOException {
                broker.close();
                broker = EmbeddedBroker.start(folder, broker.uri().getPort());
            }

            @Override
            public void close() throws IOException {
                broker.close();
            }
        };
    }

    @Test
    void killed_whilePublishing_keepsWhatItAcknowledgedInOrder(@TempDir Path other) throws Exception {
        String topic = "footfall/v1/s1/door/d1";
        int acknowledged;
        try (BrokerProcess broker = BrokerProcess.start(other)) {
            Client.connect(broker.uri(), "reader")
                    .subscribe("footfall/v1/s1/+/+")
                    .close();
            Client device = Client.connect(broker.uri(), "device");
            List<IMqttToken> tokens = new ArrayList<>();
            for (int i = 0; i < 3_000; i++) {
                tokens.add(device.send(topic, Integer.toString(i), false, ""));
            }
            Client.await(tokens.get(1_000));
            broker.kill();
            acknowledged = (int) tokens.stream()
                    .filter(token -> token.isComplete() && token.getException() == null)
                    .count();
            device.close();
        }
        assertThat(acknowledged).isGreaterThan(1_000);
        try (EmbeddedBroker broker = EmbeddedBroker.start(other, 0);
                Client reader = Client.connect(broker.uri(), "reader")) {
            assertThat(reader.payloads(acknowledged))
                    .isEqualTo(IntStream.range(0, acknowledged)
                            .mapToObj(Integer::toString)
                            .toList());
        }
    }

    @Test
    void start_whereOthersReachIt_needsALogin(@TempDir Path other) {
        assertThatThrownBy(() -> EmbeddedBroker.start(other, "0.0.0.0", 0, null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0.0.0.0")
                .hasMessageContaining("login");
    }

    @Test
    void login_isAskedOfEveryClient(@TempDir Path other) throws Exception {
        Login login = new Login("store", "open sesame");
        try (EmbeddedBroker broker = EmbeddedBroker.start(other, "0.0.0.0", 0, login)) {
            assertThatThrownBy(() -> Client.connect(broker.uri(), "nobody")).isInstanceOf(MqttException.class);
            assertThatThrownBy(() -> Client.connect(broker.uri(), "guess", options(login.user(), "wrong")))
                    .isInstanceOf(MqttException.class);
            try (Client client = Client.connect(broker.uri(), "known", options(login.user(), login.password()))) {
                client.subscribe("footfall/v1/+/+/+").retain("footfall/v1/s1/status/d1", "here");
                assertThat(client.payloads(1)).containsExactly("here");
            }
        }
    }

    @Test
    void start_portInUse_saysSo(@TempDir Path one, @TempDir Path other) throws Exception {
        try (EmbeddedBroker first = EmbeddedBroker.start(one, 0)) {
            assertThatThrownBy(() -> EmbeddedBroker.start(other, first.uri().getPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(Integer.toString(first.uri().getPort()));
        }
    }

    @Test
    void start_folderInUse_saysSo(@TempDir Path one) throws Exception {
        EmbeddedBroker first = EmbeddedBroker.start(one, 0);
        try (first) {
            assertThatThrownBy(() -> EmbeddedBroker.start(one, 0))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(one.toString());
        }
    }

    private static MqttConnectionOptions options(String user, String password) {
        MqttConnectionOptions options = Client.options();
        options.setUserName(user);
        options.setPassword(password.getBytes(StandardCharsets.UTF_8));
        return options;
    }
}
