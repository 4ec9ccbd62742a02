package dev.footfall.jobs.ingest;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.footfall.events.DoorCount;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Receipt;
import dev.footfall.events.ReceiptChannel;
import dev.footfall.events.ShelfStay;
import dev.footfall.events.Tick;
import dev.footfall.events.Touchpoint;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.Times;
import dev.footfall.jobs.batches.ShelfReport;
import dev.footfall.jobs.batches.StoreBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * From frames to batches: events wait until the store's clock has passed them, come in the total order (time, kind, device, id, gateway, number of
 * the frame, place in it) and each once; batches are cut at the store day and where another layout begins to hold; what comes behind the clock
 * is late and counted.
 */
class StoreIngestTest {
    private static final String ROOM = """
            +-----+
            |wine |
            +-----+
            """;

    private final Path folder;
    private StorePack pack;
    private final StoreIngest ingest = new StoreIngest();
    private final FrameBuilder frame = new FrameBuilder();
    private final List<StoreBatch> batches = new ArrayList<>();

    StoreIngestTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.pack = store().in(folder.resolve("one-gateway"));
    }

    private static StoreOf store() {
        return StoreOf.drawing(ROOM).devices("{id: shelf, kind: shelf}");
    }

    private void twoGateways() throws IOException {
        pack = store().says("gateways", "[gw-1, gw-2]").in(folder.resolve("two-gateways"));
    }

    private void seen(String time, long subject, int x) {
        frame.addTrack(at(time), "cam", subject, "0", x, 0, false);
    }

    private void counts(String time, String device, int in) {
        frame.addDoor(new DoorCount(at(time), in, 0, 0, 0), device);
    }

    private void send(String gateway, long seq, String watermark) throws MalformedFrameException {
        send(frame.encode(new FrameHeader("shop", gateway, "e1", seq, 0, at(watermark))));
    }

    private void send(byte[] bytes) throws MalformedFrameException {
        ingest.accept(FrameCodec.decode(bytes));
        ingest.release(pack, batches::add);
    }

    private void send(String watermark) throws MalformedFrameException {
        send("shop", 0, watermark);
    }

    private void tick(String gateway, long watermarkMillis) {
        ingest.accept(new Tick("shop", gateway, "e1", 1, 0, watermarkMillis));
        ingest.release(pack, batches::add);
    }

    /** The batches so far in words, each with the clock it ends with. */
    private List<String> batches() {
        List<String> words = new ArrayList<>();
        for (StoreBatch batch : batches) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < batch.observations.size(); i++) {
                text.append(Times.text(batch.observations.timeMillis(i)))
                        .append(" ")
                        .append(batch.observations.subject(i))
                        .append("@")
                        .append(batch.observations.xMillimetres(i))
                        .append(", ");
            }
            batch.doors.forEach(report -> text.append(Times.text(report.timeMillis()))
                    .append(" ")
                    .append(report.device())
                    .append("+")
                    .append(report.in())
                    .append(", "));
            words.add(
                    text + "clock " + (batch.clockMillis == Long.MAX_VALUE ? "ended" : Times.text(batch.clockMillis)));
        }
        batches.clear();
        return words;
    }

    @Test
    void events_waitUntilTheClockHasPassedThem() throws MalformedFrameException {
        seen("10:00:00", 7, 1);
        seen("10:00:01", 7, 2);
        send("10:00:01");
        assertThat(batches()).containsExactly("10:00 7@1, clock 10:00:01");

        tick("shop", at("10:00:01.001"));
        assertThat(batches()).containsExactly("10:00:01 7@2, clock 10:00:01.001");
    }

    @Test
    void clockThatDoesNotMove_handsOutNothing() throws MalformedFrameException {
        tick("shop", at("10:00:01"));
        assertThat(batches()).containsExactly("clock 10:00:01");

        tick("shop", at("10:00:01"));
        tick("shop", at("10:00:00"));
        assertThat(batches()).isEmpty();
    }

    @Test
    void endOfTheRecording_handsOutTheRest() throws MalformedFrameException {
        seen("10:00:00", 7, 1);
        send("09:59:58");
        batches();

        tick("shop", Long.MAX_VALUE);

        assertThat(batches()).containsExactly("10:00 7@1, clock ended");
    }

    @Test
    void twoGateways_theSlowerOneHoldsTheClock() throws Exception {
        twoGateways();
        seen("10:00:00", 7, 1);
        send("gw-1", 0, "10:00:05");
        assertThat(batches()).isEmpty();

        seen("09:59:59", 8, 1);
        send("gw-2", 0, "10:00:02");
        assertThat(batches()).containsExactly("09:59:59 8@1, 10:00 7@1, clock 10:00:02");
        assertThat(ingest.lateEvents()).isZero();
    }

    @Test
    void eventBehindTheClock_isLate() throws MalformedFrameException {
        tick("shop", at("10:00:05"));
        seen("10:00:04.999", 7, 1);
        seen("10:00:05", 7, 2);
        counts("10:00:01", "a", 1);
        send("10:00:06");

        assertThat(batches()).containsExactly("clock 10:00:05", "10:00:05 7@2, clock 10:00:06");
        assertThat(ingest.lateEvents()).isEqualTo(2);
    }

    /** The watermark of a frame is said after its events: they are not late by it. */
    @Test
    void eventsOlderThanTheirOwnFramesWatermark_areTaken() throws MalformedFrameException {
        seen("10:00:00", 7, 1);
        send("10:05:00");

        assertThat(batches()).containsExactly("10:00 7@1, clock 10:05");
        assertThat(ingest.lateEvents()).isZero();
    }

    @Test
    void observations_areInTheTotalOrder() throws MalformedFrameException {
        frame.addPosition(at("10:00:00"), "rtls", 1, "0", 50, 0, -1);
        frame.addTrack(at("10:00:00"), "cam-2", 1, "0", 40, 0, false);
        frame.addTrack(at("10:00:00"), "cam-1", 9, "0", 30, 0, false);
        frame.addTrack(at("10:00:00"), "cam-1", 8, "0", 20, 0, false);
        frame.addTrack(at("10:00:00"), "cam-1", 8, "0", 21, 0, false);
        frame.addTrack(at("09:59:59"), "cam-9", 8, "0", 10, 0, false);
        send("10:00:01");

        assertThat(batches())
                .containsExactly(
                        "09:59:59 8@10, 10:00 8@20, 10:00 8@21, 10:00 9@30, 10:00 1@40, 10:00 1@50, clock 10:00:01");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void order_doesNotDependOnTheOrderOfFrames(long seed) throws Exception {
        twoGateways();
        List<byte[]> frames = new ArrayList<>();
        for (String gateway : List.of("gw-1", "gw-2")) {
            for (int seq = 0; seq < 3; seq++) {
                seen("10:00:00", 7, seq);
                seen("10:00:0" + seq, 8, seq);
                counts("10:00:00", "a", seq);
                frames.add(frame.encode(new FrameHeader("shop", gateway, "e1", seq, 0, at("09:59:59"))));
            }
        }
        Collections.shuffle(frames, new Random(seed));
        for (byte[] bytes : frames) {
            send(bytes);
        }
        batches();

        tick("gw-1", at("10:00:05"));
        tick("gw-2", at("10:00:05"));

        assertThat(batches())
                .containsExactly(
                        "10:00 7@0, 10:00 7@1, 10:00 7@2, 10:00 7@0, 10:00 7@1, 10:00 7@2, 10:00 8@0, 10:00 8@0,"
                                + " 10:00:01 8@1, 10:00:01 8@1, 10:00:02 8@2, 10:00:02 8@2, 10:00 a+0, 10:00 a+1, 10:00 a+2,"
                                + " clock 10:00:05");
    }

    @Test
    void oneEvent_deliveredOften_isOne() throws Exception {
        twoGateways();
        counts("10:00:00", "a", 3);
        counts("10:00:00", "a", 3);
        send("gw-1", 0, "10:00:01");
        counts("10:00:00", "a", 3);
        send("gw-1", 1, "10:00:01");
        counts("10:00:00", "a", 3);
        send("gw-2", 0, "10:00:01");

        assertThat(batches()).containsExactly("10:00 a+3, clock 10:00:01");
    }

    @Test
    void eventsThatDifferInAnything_areSeveral() throws MalformedFrameException {
        counts("10:00:00", "a", 3);
        counts("10:00:00", "b", 3);
        counts("10:00:00", "a", 4);
        counts("10:00:00.001", "a", 3);
        counts("10:00:00", "a", 3);
        send("10:00:01");

        assertThat(batches()).containsExactly("10:00 a+3, 10:00 a+4, 10:00 b+3, 10:00:00.001 a+3, clock 10:00:01");
    }

    @Test
    void stay_isOneEventByBothItsTimes() throws MalformedFrameException {
        for (String entered : List.of("10:00:00", "10:00:00", "10:00:01")) {
            frame.addShelf(new ShelfStay("p", "wine", at(entered), at("10:00:09"), null), "shelf", 7);
        }
        send("10:00:10");

        assertThat(batches.get(0).shelves)
                .containsExactly(
                        new ShelfReport(7, 7, "wine", at("10:00:00"), at("10:00:09")),
                        new ShelfReport(7, 7, "wine", at("10:00:01"), at("10:00:09")));
    }

    /** A stay's place in the stream is its end. */
    @Test
    void stay_thatBeganLongAgo_isNotLate() throws MalformedFrameException {
        tick("shop", at("10:30:00"));
        frame.addShelf(new ShelfStay("p", "wine", at("10:00:00"), at("10:30:00"), null), "shelf", 7);
        send("10:30:01");

        assertThat(ingest.lateEvents()).isZero();
        assertThat(batches.get(1).shelves).hasSize(1);
    }

    /** Somebody who is still there is so now, however long ago he came. */
    @Test
    void openStay_isNeverLate() throws MalformedFrameException {
        tick("shop", at("10:30:00"));
        frame.addShelf(new ShelfStay("p", "wine", at("10:00:00"), null, null), "shelf", 7);
        send("10:30:01");

        assertThat(ingest.lateEvents()).isZero();
        assertThat(batches.get(1).shelves)
                .containsExactly(new ShelfReport(7, 7, "wine", at("10:00:00"), ShelfReport.OPEN));
    }

    @Test
    void receiptsAndTouchpoints_areEventsOfTheirTags() throws MalformedFrameException {
        frame.addTouchpoint(new Touchpoint(at("10:00:01"), "coupon", null, null, null, null, null), "app", 8);
        frame.addReceipt(new Receipt(at("10:00:00"), "till", ReceiptChannel.TILL, null, null, null, null), "till", 7);
        send("10:00:02");

        assertThat(batches.get(0).tagEvents)
                .extracting(event -> Times.text(event.timeMillis()) + " " + event.subject() + " " + event.event())
                .containsExactly("10:00 7 RECEIPT", "10:00:01 8 TOUCHPOINT");
    }

    @Test
    void batches_areCutAtTheStoreDay() throws MalformedFrameException {
        seen("03:59:59", 7, 1);
        seen("04:00:00", 7, 2);
        send("04:00:01");

        assertThat(batches()).containsExactly("03:59:59 7@1, clock 04:00", "04:00 7@2, clock 04:00:01");
    }

    /** After a night without a word the day before ends at its cut, before anything of the new day. */
    @Test
    void firstEventOfADay_comesAfterABatchThatEndsTheDayBefore() throws MalformedFrameException {
        seen("2026-05-03T22:00:00Z", 7, 1);
        send("2026-05-03T22:00:01Z");
        batches();
        seen("10:00:00", 7, 2);
        send("10:00:01");

        assertThat(batches()).containsExactly("clock 04:00", "10:00 7@2, clock 10:00:01");
    }

    @Test
    void clockAloneOverTheCut_isOneBatch() throws MalformedFrameException {
        tick("shop", at("2026-05-03T22:00:01Z"));
        batches();

        tick("shop", at("10:00:01"));

        assertThat(batches()).containsExactly("clock 10:00:01");
    }

    @Test
    void batches_areCutWhereAnotherLayoutBeginsToHold() throws Exception {
        pack = store().from("2026-05-04T10:00:00Z", ROOM).in(folder.resolve("renovated"));
        seen("09:59:59.999", 7, 1);
        seen("10:00:00", 7, 2);
        send("10:00:01");

        assertThat(batches)
                .extracting(batch -> pack.layouts().indexOf(pack.layoutAt(batch.layoutMillis)))
                .containsExactly(0, 1);
        assertThat(batches()).containsExactly("09:59:59.999 7@1, clock 10:00", "10:00 7@2, clock 10:00:01");
    }

    @Test
    void floorThatTheLayoutDoesNotHave_stopsTheJobAndSaysSo() {
        frame.addTrack(at("10:00:00"), "cam", 7, "cellar", 0, 0, false);

        assertThatIllegalStateException()
                .isThrownBy(() -> send("10:00:01"))
                .withMessageContaining(
                        "floor cellar is not in layout " + pack.layouts().get(0).hash());
    }
}
