package dev.footfall.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrokerTest {
    @ParameterizedTest
    @CsvSource({
        "mqtt://localhost, tcp://localhost:1883",
        "tcp://10.0.0.1:18830, tcp://10.0.0.1:18830",
        "mqtts://hub.example, ssl://hub.example:8883",
        "ssl://hub.example:443, ssl://hub.example:443",
    })
    void at_address_hasAPort(String uri, String server) {
        assertThat(Broker.at(uri).serverUri()).isEqualTo(server);
    }

    @ParameterizedTest
    @CsvSource({"localhost:1883", "http://localhost", "mqtt://", "mqtt://a b"})
    void at_whatIsNoBroker_isRefused(String uri) {
        assertThatThrownBy(() -> Broker.at(uri))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(uri);
    }

    @Test
    void certificates_withoutTls_areRefused() {
        assertThatThrownBy(() -> new Broker("mqtt://localhost", null, null, "ca.pem", null, null))
                .hasMessageContaining("certificates need TLS");
        assertThatThrownBy(() -> new Broker("mqtts://localhost", null, null, null, "certificate.pem", null))
                .hasMessageContaining("a certificate and its key go together");
    }
}
