package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations as files write them. */
class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "5s,5000",
        "1500ms,1500",
        "1.5s,1500",
        "5,5000",
        "2.5,2500",
        "0,0",
        "5m,300000",
        "1h,3600000",
        "0.5 h,1800000"
    })
    void findMillis_durations_areRead(String text, long millis) {
        assertThat(Durations.findMillis(text)).contains(millis);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "-5s", "5 d", "1m30s", "five", "0.5ms", "1e3", "5S", "NaN", "999999999999999h"})
    void findMillis_anythingElse_isNone(String text) {
        assertThat(Durations.findMillis(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0s", "1500,1500ms", "90000,90s", "300000,5m", "7200000,2h"})
    void text_isWhatAFileWouldSay(long millis, String text) {
        assertThat(Durations.text(millis)).isEqualTo(text);
    }
}
