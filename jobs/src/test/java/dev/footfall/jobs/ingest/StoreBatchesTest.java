package dev.footfall.jobs.ingest;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.DeviceState;
import dev.footfall.events.DeviceTally;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.ShelfStay;
import dev.footfall.jobs.Times;
import dev.footfall.jobs.batches.ShelfReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which batches a store's events come in: those that the store's clock has passed, cut at the store day and where another layout begins to hold.
 * What comes behind the clock is late: counted, and left out.
 */
class StoreBatchesTest extends IngestedFrames {
    StoreBatchesTest(@TempDir Path folder) throws IOException {
        super(folder);
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

    /** They make no batch of their own, and what comes late still comes. */
    @Test
    void tallies_waitUntilTheClockHasPassedThem_andAreNeverLate() throws MalformedFrameException {
        seen("10:00:00", 7, 1);
        tally("10:00:09");
        tally("10:00:04");
        send("10:00:08");
        tally("10:00:01");
        send("10:00:08");
        tick("shop", at("10:00:12"));

        assertThat(batches)
                .extracting(batch -> batch.tallies.stream()
                        .map(tally -> Times.text(tally.timeMillis()))
                        .toList())
                .containsExactly(List.of("10:00:04"), List.of("10:00:01", "10:00:09"));
        assertThat(batches()).containsExactly("10:00 7@1, clock 10:00:08", "clock 10:00:12");
    }

    private void tally(String time) {
        frame.addTally(new DeviceTally("cam", at(time), at(time), 1, 0, null, DeviceState.ONLINE));
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

    /** A version was taken away while events of it were on their way, or has not come to this task yet. */
    @Test
    void eventsWhereTheLayoutHasNothing_areLeftOutAndToldOnce() throws MalformedFrameException {
        frame.addTrack(at("10:00:00"), "cam", 7, "cellar", 0, 0, false);
        frame.addTrack(at("10:00:00"), "cam", 8, "cellar", 0, 0, false);
        seen("10:00:00", 9, 1);
        frame.addShelf(new ShelfStay("s", "beer", at("09:59:00"), at("10:00:00"), null), "shelf", 1, 1);
        frame.addShelf(new ShelfStay("s", "wine", at("09:59:00"), at("10:00:00"), null), "shelf", 2, 2);
        send("10:00:01");
        List<String> told = new ArrayList<>();
        ingest.unplaced().tell((why, events) -> told.add(events + " " + why));
        ingest.unplaced().tell((why, events) -> told.add("again " + why));

        String hash = pack.layouts().get(0).hash();
        assertThat(batches.get(0).shelves).extracting(ShelfReport::zone).containsExactly("wine");
        assertThat(batches()).containsExactly("10:00 9@1, clock 10:00:01");
        assertThat(told)
                .containsExactly("2 floor cellar is not in layout " + hash, "1 zone beer is not in layout " + hash);
    }
}
