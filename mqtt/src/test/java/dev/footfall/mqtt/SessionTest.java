package dev.footfall.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class SessionTest {
    private static Session of(long expirySeconds) {
        return new Session("gateway", List.of("#"), expirySeconds, 100, null);
    }

    @Test
    void expiry_thatSomeBrokerWouldTakeForNone_isRefused() {
        assertThat(Math.multiplyExact((int) of(Session.LONGEST_EXPIRY_SECONDS).expirySeconds(), 1_000))
                .isPositive();
        assertThatThrownBy(() -> of(Session.LONGEST_EXPIRY_SECONDS + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expirySeconds = 2073601")
                .hasMessageContaining("0 to 2073600");
        assertThatThrownBy(() -> of(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSession_needsAnIdAndRoomForAMessage() {
        assertThatThrownBy(() -> new Session("", List.of(), 0, 1, null)).hasMessageContaining("clientId");
        assertThatThrownBy(() -> new Session("gateway", List.of(), 0, 0, null)).hasMessageContaining("receiveMaximum");
    }
}
