package dev.footfall.jobs.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a request is made again, how long after, and when not: against a real HTTP server, with a clock that the test moves. */
class InfluxWriterTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
    private static final List<String> LINES = List.of("visits,store=a visits=1i 1000", "visits,store=b visits=2i 1000");

    private final WriteCounts counts = new WriteCounts();
    private final List<Long> pauses = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    private AnsweringServer server;

    @BeforeEach
    void start() throws IOException {
        server = new AnsweringServer().ofVersion("1.6.7");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private InfluxSettings settings() {
        return InfluxSettings.at(server.url());
    }

    private void write(InfluxSettings settings) throws IOException, InterruptedException {
        write(settings, pauses::add);
    }

    private void write(InfluxSettings settings, InfluxWriter.Pause pause) throws IOException, InterruptedException {
        try (InfluxEndpoint endpoint = InfluxEndpoint.of(settings, Map.of())) {
            new InfluxWriter(settings, endpoint, new Backoff(500, 30_000, () -> 0, NOON), pause, counts).write(LINES);
        }
    }

    @Test
    void requestThatIsTaken_isMadeOnce() throws Exception {
        write(settings());

        assertThat(server.asked()).hasSize(1);
        assertThat(pauses).isEmpty();
        assertThat(counts.points.sum()).isEqualTo(2);
        assertThat(counts.batches.sum()).isEqualTo(1);
    }

    @Test
    void serverThatIsBusyOrAils_isAskedAgain_afterGrowingPauses() throws Exception {
        server.answers(429, "").answers(500, "timeout").answers(503, "").answers(502, "");
        write(settings());

        assertThat(server.asked()).hasSize(5).allSatisfy(asked -> assertThat(asked.body())
                .isEqualTo(String.join("\n", LINES)));
        assertThat(pauses).containsExactly(500L, 1_000L, 2_000L, 4_000L);
        assertThat(counts.retries.sum()).isEqualTo(4);
        assertThat(counts.waitedMillis.sum()).isEqualTo(7_500);
        assertThat(counts.points.sum()).isEqualTo(2);
    }

    @Test
    void retryAfter_isHonoured() throws Exception {
        server.answers(429, Map.of("Retry-After", "12"), "")
                .answers(503, Map.of("Retry-After", "Sun, 22 Nov 2026 12:01:00 GMT"), "");
        write(settings());

        assertThat(pauses).containsExactly(12_000L, 60_000L);
    }

    @Test
    void nobodyThere_isTriedAgain() throws Exception {
        InfluxSettings settings = settings();
        server.close();
        assertThatThrownBy(() -> write(settings.givingUpAfter(10_000)))
                .isInstanceOf(WriteFailedException.class)
                .hasMessageContaining(settings.url())
                .hasMessageContaining("took no points for 7.5 s")
                .hasMessageContaining("ConnectException");
        assertThat(pauses).containsExactly(500L, 1_000L, 2_000L, 4_000L);
    }

    @Test
    void refusal_failsAtOnce_withTheServersWordsAndTheLine() {
        server.answers(
                400,
                "{\"error\":\"partial write: field type conflict: input field \\\"visits\\\" on measurement \\\"visits\\\""
                        + " is type integer, already exists as type float dropped=2\"}");
        assertThatThrownBy(() -> write(settings()))
                .isInstanceOf(WriteFailedException.class)
                .hasMessageContaining("HTTP 400")
                .hasMessageContaining(
                        "field type conflict: input field \"visits\" on measurement \"visits\" is type integer")
                .hasMessageEndingWith("the line is: " + LINES.get(0));
        assertThat(server.asked()).hasSize(1);
        assertThat(pauses).isEmpty();
        assertThat(counts.points.sum()).isZero();
    }

    /** 1.x says 500 there, but no time will make it. */
    @Test
    void retentionPolicyThatIsNotThere_failsAtOnce() {
        server.answers(500, "{\"error\":\"retention policy not found: nonesuch\"}");
        assertThatThrownBy(() -> write(settings()))
                .isInstanceOf(WriteFailedException.class)
                .hasMessageContaining("retention policy not found: nonesuch");
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void stranger_isRefusedAtOnce() {
        server.answers(401, "{\"error\":\"authorization failed\"}");
        assertThatThrownBy(() -> write(settings())).hasMessageContaining("HTTP 401, authorization failed");
    }

    /** The server keeps nothing that old: the points are gone as they would be a moment later, and the rest is written. */
    @Test
    void pointsOlderThanTheDatabaseKeeps_areDropped_andCounted() throws Exception {
        server.answers(400, "{\"error\":\"partial write: points beyond retention policy dropped=1\"}");
        write(settings());

        assertThat(counts.points.sum()).isEqualTo(1);
        assertThat(counts.beyondRetention.sum()).isEqualTo(1);
    }

    @Test
    void interrupt_endsTheWaiting() {
        server.answers(503, "");
        assertThatThrownBy(() -> write(settings(), millis -> {
                    throw new InterruptedException("cancelled");
                }))
                .isInstanceOf(InterruptedException.class);
        assertThat(server.asked()).hasSize(1);
    }
}
