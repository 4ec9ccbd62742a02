package dev.footfall.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TopicsTest {

    @ParameterizedTest
    @EnumSource(Kind.class)
    void parse_theTopicOfADevice_isThatDevice(Kind kind) {
        DeviceTopic topic = new DeviceTopic("store-1", kind, "cam.1");
        assertThat(Topics.parse(topic.path())).contains(topic);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "footfall/v1/s/track",
                "footfall/v1/s/track/",
                "footfall/v1/s/track/d/e",
                "footfall/v2/s/track/d",
                "footfall/v1//track/d",
                "footfall/v1/s/Track/d",
                "footfall/v1/s/gateway/gw-1",
                "footfall/v1/lanes/3/s",
                "footfall/v1/ü/track/d"
            })
    void parse_anythingElse_isEmpty(String topic) {
        assertThat(Topics.parse(topic)).isEmpty();
    }

    @Test
    void topics_areNamedAsTheContractSays() {
        assertThat(Topics.frames(3, "s")).isEqualTo("footfall/v1/lanes/3/s");
        assertThat(Topics.laneFilter(3)).isEqualTo("footfall/v1/lanes/3/+");
        assertThat(Topics.acks("jobs", "s", "g")).isEqualTo("footfall/v1/acks/jobs/s/g");
        assertThat(Topics.deadLetter("s")).isEqualTo("footfall/v1/s/dead-letter");
        assertThat(Topics.gatewayHealth("s", "g")).isEqualTo("footfall/v1/s/gateway/g");
    }

    @Test
    void lane_isCrc32OfTheStoreModuloLanes() {
        // CRC-32 of "123456789" is the check value 0xCBF43926
        assertThat(Topics.lane("123456789", 16)).isEqualTo(6);
        assertThat(Topics.lane("123456789", 1)).isZero();
        assertThatExceptionOfType(OutOfRangeException.class).isThrownBy(() -> Topics.lane("s", 0));
    }

    @Test
    void identifiers_haveOneShape() {
        assertThat(Identifiers.isValid("A-z0.9_")).isTrue();
        assertThat(Identifiers.isValid("x".repeat(64))).isTrue();
        assertThat(Identifiers.isValid("x".repeat(65))).isFalse();
        assertThat(Identifiers.isValid("")).isFalse();
        assertThat(Identifiers.isValid("a\n")).isFalse();
        assertThatExceptionOfType(OutOfRangeException.class)
                .isThrownBy(() -> Identifiers.check("store", "a b"))
                .withMessage("store = \"a b\", must be 1–64 characters of A–Z a–z 0–9 . _ -");
    }

    @Test
    void reasons_areInKebabCase() {
        assertThat(Reason.NOT_UTF8.code()).isEqualTo("not-utf8");
        assertThat(Reason.INTERVAL_EXCEEDED.code()).isEqualTo("interval-exceeded");
    }
}
