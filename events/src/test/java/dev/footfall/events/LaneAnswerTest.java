package dev.footfall.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LaneAnswerTest {
    @Test
    void toJson_mark_isWhatTheWireSays() {
        LaneAnswer mark = new LaneAnswer.Mark("m3k-7f", 123, 1_793_696_430_250L);

        assertThat(new String(mark.toJson(), StandardCharsets.UTF_8))
                .isEqualTo("{\"epoch\":\"m3k-7f\",\"next\":123,\"run\":1793696430250}");
        assertThat(LaneAnswer.parse(mark.toJson())).contains(mark);
    }

    @Test
    void toJson_request_hasNoNextThatSomebodyCouldTrimTo() {
        LaneAnswer request = new LaneAnswer.Request("m3k-7f", 7, 1);

        assertThat(new String(request.toJson(), StandardCharsets.UTF_8))
                .isEqualTo("{\"epoch\":\"m3k-7f\",\"from\":7,\"run\":1}");
        assertThat(LaneAnswer.parse(request.toJson())).contains(request);
    }

    @Test
    void parse_keysThatAreNotKnown_arePassedOver() {
        assertThat(parse("{\"by\":{\"job\":[1]},\"run\":2,\"next\":1,\"epoch\":\"e\"}"))
                .contains(new LaneAnswer.Mark("e", 1, 2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"epoch\":\"e\",\"next\":1}",
                "{\"epoch\":\"e\",\"run\":1}",
                "{\"epoch\":\"e\",\"next\":1,\"from\":1,\"run\":1}",
                "{\"epoch\":\"e\",\"next\":-1,\"run\":1}",
                "{\"epoch\":\"a b\",\"next\":1,\"run\":1}",
                "{\"epoch\":\"e\",\"next\":\"1\",\"run\":1}",
                "{\"epoch\":\"e\",\"next\":1,\"run\":1"
            })
    void parse_whatIsNoAnswer_isNone(String json) {
        assertThat(parse(json)).isEmpty();
    }

    private static Optional<LaneAnswer> parse(String json) {
        return LaneAnswer.parse(json.getBytes(StandardCharsets.UTF_8));
    }
}
