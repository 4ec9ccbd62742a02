package dev.footfall.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MosquittoTest extends BrokerContract {
    @Override
    Running start(Path folder) throws IOException {
        Mosquitto mosquitto = Mosquitto.start(folder);
        return new Running() {
            @Override
            public URI uri() {
                return mosquitto.uri();
            }

            @Override
            public void restart() throws IOException {
                mosquitto.restart();
            }

            @Override
            public void close() throws IOException {
                mosquitto.close();
            }
        };
    }

    @Test
    void kill_thenRestart_answersOnTheSamePort(@TempDir Path other) throws Exception {
        try (Mosquitto mosquitto = Mosquitto.start(other)) {
            mosquitto.kill();
            assertThatThrownBy(() -> Client.connect(mosquitto.uri(), "early")).isInstanceOf(MqttException.class);
            mosquitto.restart();
            try (Client client = Client.connect(mosquitto.uri(), "later")) {
                assertThat(client.isConnected()).isTrue();
            }
        }
    }

    @Test
    void furtherLines_areFollowed(@TempDir Path other) throws Exception {
        try (Mosquitto mosquitto = Mosquitto.start(other, List.of("allow_anonymous false"))) {
            assertThatThrownBy(() -> Client.connect(mosquitto.uri(), "nobody")).isInstanceOf(MqttException.class);
        }
    }

    @Test
    void start_badConfiguration_saysWhatTheLogSays(@TempDir Path other) {
        assertThatThrownBy(() -> Mosquitto.start(other, List.of("no_such_setting 1")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no_such_setting");
    }
}
