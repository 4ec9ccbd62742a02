package dev.footfall.jobs.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.footfall.jobs.points.Point;
import dev.footfall.jobs.points.Standing;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RunnableFuture;
import org.apache.flink.runtime.checkpoint.CheckpointOptions;
import org.apache.flink.runtime.state.memory.MemCheckpointStreamFactory;
import org.apache.flink.streaming.api.operators.OperatorSnapshotFutures;
import org.apache.flink.streaming.util.OneInputStreamOperatorTestHarness;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** When Flink's calls and its clock make a request, and what waits for its answer: a checkpoint's completion, not its barrier. */
@Timeout(30)
class InfluxSinkOperatorTest {
    private static final Point POINT = new Point("visits,store=a", "visits=1i", 1_000, Standing.PROVISIONAL);
    private static final Point LATER = new Point("visits,store=a", "visits=2i", 2_000, Standing.PROVISIONAL);

    private static final Duration SOON = Duration.ofSeconds(20);

    @SuppressWarnings("NullAway.Init")
    private AnsweringServer server;

    @SuppressWarnings("NullAway.Init")
    private OneInputStreamOperatorTestHarness<Point, Void> task;

    private long checkpoints;

    @BeforeEach
    void start() throws Exception {
        server = new AnsweringServer().ofVersion("1.6.7");
        task = new OneInputStreamOperatorTestHarness<>(new InfluxSinkOperator(InfluxSettings.at(server.url())));
        task.open();
    }

    @AfterEach
    void stop() throws Exception {
        task.getOperator().close();
        task.getEnvironment().close();
        server.close();
    }

    private List<String> bodies() {
        return server.asked().stream().map(AnsweringServer.Asked::body).toList();
    }

    private void write(Point point) throws Exception {
        task.processElement(point, 0);
    }

    private void pass(long millis) throws Exception {
        task.setProcessingTime(task.getProcessingTime() + millis);
    }

    /** Lets a barrier pass; answers what is left to do for the checkpoint. */
    private OperatorSnapshotFutures barrier() throws Exception {
        return task.getOperator()
                .snapshotState(
                        ++checkpoints,
                        0,
                        CheckpointOptions.forCheckpointWithDefaultLocation(),
                        new MemCheckpointStreamFactory(1_024));
    }

    /** Does it, on a thread of its own as Flink does. */
    private static CompletableFuture<Void> completion(OperatorSnapshotFutures checkpoint) {
        RunnableFuture<?> part = checkpoint.getOperatorStateManagedFuture();
        return CompletableFuture.runAsync(() -> {
            part.run();
            try {
                part.get();
            } catch (Exception fault) {
                throw new IllegalStateException(fault);
            }
        });
    }

    @Test
    void point_isOnItsWayWithinASecond_thoughNothingFollows() throws Exception {
        write(POINT);
        pass(249);
        assertThat(bodies()).isEmpty();
        pass(1);
        await().untilAsserted(() -> assertThat(bodies()).containsExactly(POINT.line()));

        write(POINT);
        pass(250);
        await().untilAsserted(() -> assertThat(bodies()).containsExactly(POINT.line(), POINT.line()));
    }

    @Test
    void barrier_passesWhileTheServerIsSilent_andTheCheckpointWaitsForEveryPointBeforeIt() throws Exception {
        server.fallsSilent();
        write(POINT);
        pass(250);
        await().until(() -> bodies().size() == 1);
        write(LATER);

        CompletableFuture<Void> checkpoint = completion(barrier());
        write(POINT);
        pass(1_000);
        assertThat(checkpoint).isNotDone();
        assertThat(bodies()).containsExactly(POINT.line());

        server.speaks();
        assertThat(checkpoint).succeedsWithin(SOON);
        assertThat(bodies()).containsExactly(POINT.line(), LATER.line() + '\n' + POINT.line());
    }

    @Test
    void checkpoint_ofPointsThatNobodyHasSentYet_sendsThem() throws Exception {
        write(POINT);
        assertThat(completion(barrier())).succeedsWithin(SOON);
        assertThat(bodies()).containsExactly(POINT.line());
    }

    @Test
    void checkpoint_withoutPoints_isCompleteAtOnce_andAsksNobody() throws Exception {
        OperatorSnapshotFutures checkpoint = barrier();
        checkpoint.getOperatorStateManagedFuture().run();
        assertThat(checkpoint.getOperatorStateManagedFuture().get().getStateSize())
                .isZero();
        pass(5_000);
        assertThat(bodies()).isEmpty();
    }

    @Test
    void refusal_failsTheCheckpoint_andTheTask() throws Exception {
        server.answers(400, "{\"error\":\"no\"}");
        write(POINT);
        CompletableFuture<Void> checkpoint = completion(barrier());

        assertThatThrownBy(checkpoint::join)
                .hasRootCauseInstanceOf(RefusedException.class)
                .hasStackTraceContaining("HTTP 400, no");
        assertThatThrownBy(() -> pass(250))
                .isInstanceOf(WriteFailedException.class)
                .hasMessageContaining("HTTP 400, no");
    }

    @Test
    void checkpointThatIsGivenUp_waitsNoLonger_andThePointsAreWritten() throws Exception {
        server.fallsSilent();
        write(POINT);
        OperatorSnapshotFutures checkpoint = barrier();
        CompletableFuture<Void> completion = completion(checkpoint);
        await().until(() -> bodies().size() == 1);
        checkpoint.cancel();
        assertThatThrownBy(completion::join).hasRootCauseInstanceOf(CancellationException.class);

        server.speaks();
        completion(barrier()).join();
        assertThat(bodies()).containsExactly(POINT.line());
    }

    @Test
    void endOfInput_waitsForEveryPoint() throws Exception {
        write(POINT);
        task.endInput();
        task.getOperator().finish();
        assertThat(bodies()).containsExactly(POINT.line());
    }

    @Test
    void closed_asksForNoMoreTicks() throws Exception {
        assertThat(task.getProcessingTimeService().getNumActiveTimers()).isEqualTo(1);
        task.getOperator().close();
        assertThat(task.getProcessingTimeService().getNumActiveTimers()).isZero();
    }
}
