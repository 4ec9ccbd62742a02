package dev.footfall.jobs.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.footfall.jobs.points.Point;
import dev.footfall.jobs.points.Standing;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.streaming.runtime.tasks.TestProcessingTimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When Flink's calls and its clock make a request: several times a second for boards that are looked at, and before a checkpoint. */
class InfluxSinkWriterTest {
    private static final Point POINT = new Point("visits,store=a", "visits=1i", 1_000, Standing.PROVISIONAL);

    private static final SinkWriter.Context NOTHING = new SinkWriter.Context() {
        @Override
        public long currentWatermark() {
            return 0;
        }

        @Override
        public Long timestamp() {
            return 0L;
        }
    };

    private final TestProcessingTimeService clock = new TestProcessingTimeService();

    @SuppressWarnings("NullAway.Init")
    private AnsweringServer server;

    @SuppressWarnings("NullAway.Init")
    private InfluxSinkWriter writer;

    @BeforeEach
    void start() throws IOException {
        server = new AnsweringServer().ofVersion("1.6.7");
        InfluxSettings settings = InfluxSettings.at(server.url());
        InfluxEndpoint endpoint = InfluxEndpoint.of(settings, Map.of());
        writer = new InfluxSinkWriter(
                new PointSender(
                        new InfluxWriter(settings, endpoint, Backoff.ofSeconds(), millis -> {}, new WriteCounts()),
                        endpoint),
                clock);
    }

    @AfterEach
    void stop() throws IOException {
        writer.close();
        server.close();
    }

    private List<String> bodies() {
        return server.asked().stream().map(AnsweringServer.Asked::body).toList();
    }

    @Test
    void point_isOnItsWayWithinASecond_thoughNothingFollows() throws Exception {
        writer.write(POINT, NOTHING);
        clock.advance(999);
        assertThat(bodies()).isEmpty();
        clock.advance(1);
        await().untilAsserted(() -> assertThat(bodies()).containsExactly(POINT.line()));

        writer.write(POINT, NOTHING);
        clock.advance(1_000);
        await().untilAsserted(() -> assertThat(bodies()).containsExactly(POINT.line(), POINT.line()));
    }

    @Test
    void checkpoint_waitsForEveryPoint() throws Exception {
        writer.write(POINT, NOTHING);
        writer.flush(false);
        assertThat(bodies()).containsExactly(POINT.line());
    }

    @Test
    void refusal_failsTheTask_atTheNextTick() throws Exception {
        server.answers(400, "{\"error\":\"no\"}");
        writer.write(POINT, NOTHING);
        clock.advance(1_000);

        await().untilAsserted(() -> assertThatThrownBy(() -> clock.advance(1_000))
                .isInstanceOf(WriteFailedException.class)
                .hasMessageContaining("HTTP 400, no"));
    }

    @Test
    void nothingNew_isNoRequest() throws Exception {
        clock.advance(5_000);
        writer.flush(true);
        assertThat(bodies()).isEmpty();
    }

    @Test
    void closed_asksForNoMoreTicks() throws Exception {
        assertThat(clock.getNumActiveTimers()).isEqualTo(1);
        writer.close();
        assertThat(clock.getNumActiveTimers()).isZero();
    }
}
