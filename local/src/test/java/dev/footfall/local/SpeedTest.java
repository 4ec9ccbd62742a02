package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpeedTest {
    private static Speed speed(String text) {
        return new Speed.Converter().convert(text);
    }

    @Test
    void dueNanos_isTheTimeRecordedOverTheSpeed() {
        assertThat(speed("60").dueNanos(60_000)).isEqualTo(1_000_000_000L);
        assertThat(speed("0.5").dueNanos(1)).isEqualTo(2_000_000L);
    }

    @Test
    void dueNanos_ofALineBeforeTheFirst_isAtOnce() {
        assertThat(speed("60").dueNanos(-5)).isZero();
    }

    @Test
    void dueNanos_atMaximum_isAlwaysAtOnce() {
        assertThat(speed("max").dueNanos(Long.MAX_VALUE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "NaN", "fast", ""})
    void convert_noSpeed_saysWhatItMayBe(String text) {
        assertThatThrownBy(() -> speed(text)).hasMessage("'" + text + "' is neither a number above 0 nor max");
    }
}
