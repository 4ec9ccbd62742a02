package dev.footfall.jobs.ingest;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.Tick;
import dev.footfall.jobs.StoreFrame;
import dev.footfall.jobs.StorePackFolder;
import dev.footfall.jobs.batches.Delivery;
import dev.footfall.jobs.batches.StoreBatch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long a live store waits for a gateway that says nothing: ten minutes of the clock of the wall, which stands still here unless it is set. And what
 * becomes of a frame that cannot be read.
 */
class IngestPatienceTest extends IngestedFrames {
    private static final long START = 1_000_000;
    private static final long MINUTE = 60_000;
    private static final Patience TEN_MINUTES = Patience.of(Duration.ofMinutes(10));

    private KeyedOneInputStreamOperatorTestHarness<String, StoreFrame, StoreBatch> job;

    IngestPatienceTest(@TempDir Path folder) throws Exception {
        super(folder);
        store().says("gateways", "[gw-1, gw-2]").in(folder.resolve("packs").resolve("shop"));
        job = start(TEN_MINUTES, START, null);
    }

    private KeyedOneInputStreamOperatorTestHarness<String, StoreFrame, StoreBatch> start(
            Patience patience, long nowMillis, @Nullable OperatorSubtaskState restored) throws Exception {
        return start(new StorePackFolder(folder.resolve("packs").toString()), patience, nowMillis, restored);
    }

    private KeyedOneInputStreamOperatorTestHarness<String, StoreFrame, StoreBatch> start(
            StorePackFolder packs, Patience patience, long nowMillis, @Nullable OperatorSubtaskState restored)
            throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, StoreFrame, StoreBatch> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new IngestFunction(packs, patience)),
                        StoreFrame::store,
                        Types.STRING);
        harness.setup(new HandedOn());
        harness.setProcessingTime(nowMillis);
        if (restored != null) {
            harness.initializeState(restored);
        }
        harness.open();
        return harness;
    }

    @AfterEach
    void close() throws Exception {
        job.close();
    }

    private void ticks(String gateway, String watermark) throws Exception {
        takes(FrameCodec.encode(new Tick("shop", gateway, "e1", 0, 0, at(watermark))));
    }

    private void takes(byte[] frame) throws Exception {
        job.processElement(new StoreFrame("shop", frame), 0);
    }

    private void wall(long millis) throws Exception {
        job.setProcessingTime(millis);
    }

    private List<String> handedOut() {
        batches.addAll(job.extractOutputValues());
        job.getOutput().clear();
        return batches();
    }

    private Object counted(String name) {
        return job.getOperator().getRuntimeContext().getAccumulator(name).getLocalValue();
    }

    @Test
    void gatewaySilentFromTheStart_isWaitedForTenMinutes() throws Exception {
        ticks("gw-1", "10:00");
        wall(START + 10 * MINUTE - 1);
        ticks("gw-1", "10:09");
        assertThat(handedOut()).isEmpty();

        wall(START + 10 * MINUTE);
        assertThat(handedOut()).containsExactly("clock 10:09");
    }

    @Test
    void gatewayThatFellSilent_isWaitedForTenMinutesSinceItsLastWord() throws Exception {
        ticks("gw-1", "10:00");
        wall(START + 4 * MINUTE);
        ticks("gw-2", "10:04");
        wall(START + 5 * MINUTE);
        ticks("gw-1", "10:05");
        assertThat(handedOut()).containsExactly("clock 10:00", "clock 10:04");

        wall(START + 14 * MINUTE - 1);
        ticks("gw-1", "10:13");
        assertThat(handedOut()).isEmpty();
        wall(START + 14 * MINUTE);
        assertThat(handedOut()).containsExactly("clock 10:13");
    }

    @Test
    void gatewayHeardAgain_holdsTheClockAgain() throws Exception {
        ticks("gw-1", "10:00");
        wall(START + 10 * MINUTE - 1);
        ticks("gw-1", "10:10");
        wall(START + 11 * MINUTE);
        ticks("gw-2", "10:01");
        ticks("gw-1", "10:11");
        assertThat(handedOut()).containsExactly("clock 10:10");

        ticks("gw-2", "10:10:30");
        assertThat(handedOut()).containsExactly("clock 10:10:30");
    }

    /** Another store must not stop for it. */
    @Test
    void storeWithoutAPack_waitsUntilThereIsOne_andLosesNothing() throws Exception {
        Path later = Files.createDirectories(folder.resolve("later"));
        job.close();
        job = start(new StorePackFolder(later.toString()), TEN_MINUTES, START, null);
        seen("10:00:05", 7, 1);
        takes(frame.encode(new FrameHeader("shop", "shop", "e1", 0, 0, at("10:01"))));
        assertThat(handedOut()).isEmpty();

        store().in(later.resolve("shop"));
        takes(FrameCodec.encode(new Tick("shop", "shop", "e1", 1, 0, at("10:02"))));

        assertThat(handedOut()).singleElement().asString().contains("10:00:05").endsWith("clock 10:02");
    }

    /** There is nobody to go by. */
    @Test
    void allGatewaysSilent_theClockStands() throws Exception {
        ticks("gw-1", "10:05");
        ticks("gw-2", "10:00");
        assertThat(handedOut()).containsExactly("clock 10:00");

        wall(START + 60 * MINUTE);
        assertThat(handedOut()).isEmpty();
    }

    @Test
    void eventOfAGatewayNoLongerWaitedFor_isLate() throws Exception {
        ticks("gw-1", "10:00");
        wall(START + 10 * MINUTE - 1);
        ticks("gw-1", "10:10");
        wall(START + 10 * MINUTE);
        seen("10:05:00", 7, 1);
        takes(frame.encode(new FrameHeader("shop", "gw-2", "e1", 0, 0, at("10:05"))));

        assertThat(counted("late")).isEqualTo(1L);
    }

    /** While the job is down it hears nobody. */
    @Test
    void afterARestart_everybodyIsWaitedForAnew() throws Exception {
        ticks("gw-1", "10:00");
        wall(START + 9 * MINUTE);
        OperatorSubtaskState saved = job.snapshot(1, 1);
        job.close();

        long again = START + 100 * MINUTE;
        job = start(TEN_MINUTES, again, saved);
        ticks("gw-1", "11:40");
        wall(again + 9 * MINUTE);
        ticks("gw-1", "11:49");
        assertThat(handedOut()).isEmpty();
        wall(again + 10 * MINUTE);
        assertThat(handedOut()).containsExactly("clock 11:49");
    }

    /** A store has one timer, however many frames come, before a restart and after. */
    @Test
    void timers_areOneAStore() throws Exception {
        for (int second = 0; second < 300; second++) {
            wall(START + second * 1_000L);
            ticks("gw-1", "10:00");
            ticks("gw-2", "10:00");
        }
        assertThat(job.numProcessingTimeTimers()).isEqualTo(1);
        OperatorSubtaskState saved = job.snapshot(1, 1);
        job.close();
        job = start(TEN_MINUTES, START + 100 * MINUTE, saved);
        ticks("gw-1", "10:00");
        wall(START + 105 * MINUTE);
        ticks("gw-1", "10:00");

        assertThat(job.numProcessingTimeTimers()).isEqualTo(1);
    }

    @Test
    void endlessPatience_waitsForever_andSetsNoTimer() throws Exception {
        job.close();
        job = start(Patience.ENDLESS, START, null);
        ticks("gw-1", "10:00");

        assertThat(job.numProcessingTimeTimers()).isZero();
        wall(START + 10_000 * MINUTE);
        assertThat(handedOut()).isEmpty();
    }

    /** What came in goes with the next batch, and how late it is by the wall. */
    @Test
    void delivery_isCountedOnce_andSaysTheClockOfTheWall() throws Exception {
        ticks("gw-2", "10:00:30");
        seen("10:00:00", 7, 1);
        job.processElement(
                new StoreFrame("shop", frame.encode(new FrameHeader("shop", "gw-1", "e1", 0, 0, at("10:00:10"))), 2, 3),
                0);
        wall(START + 500);
        seen("10:00:05", 8, 1);
        takes(frame.encode(new FrameHeader("shop", "gw-1", "e1", 1, 0, at("10:00:20"))));

        assertThat(job.extractOutputValues())
                .extracting(batch -> batch.delivery)
                .containsExactly(new Delivery(1, 2, 3, 0, START), new Delivery(1, 0, 0, 1, START + 500));
    }

    @Test
    void frameWithAnUnreadableBody_givesItsWatermark_andIsCounted() throws Exception {
        ticks("gw-2", "10:00:30");
        seen("10:00:00", 7, 1);
        byte[] frameOfOne = frame.encode(new FrameHeader("shop", "gw-1", "e1", 0, 0, at("10:00:10")));
        takes(Arrays.copyOf(frameOfOne, frameOfOne.length - 10));
        seen("10:00:11", 8, 1);
        takes(frame.encode(new FrameHeader("shop", "gw-1", "e1", 1, 0, at("10:00:20"))));

        assertThat(handedOut()).containsExactly("clock 10:00:10", "10:00:11 8@1, clock 10:00:20");
        assertThat(counted("unreadable")).isEqualTo(1L);
        assertThat(counted("frames")).isEqualTo(2L);
        assertThat(counted("events")).isEqualTo(1L);
    }
}
