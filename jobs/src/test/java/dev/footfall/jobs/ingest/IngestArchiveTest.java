package dev.footfall.jobs.ingest;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.DeviceState;
import dev.footfall.events.DeviceStatus;
import dev.footfall.events.DoorCount;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.ShelfStay;
import dev.footfall.events.Tick;
import dev.footfall.jobs.StoreFrame;
import dev.footfall.jobs.StorePackFolder;
import dev.footfall.jobs.archive.ArchiveRecord;
import dev.footfall.jobs.archive.Span;
import dev.footfall.jobs.batches.StoreBatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.runtime.checkpoint.OperatorSubtaskState;
import org.apache.flink.streaming.api.operators.KeyedProcessOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.flink.streaming.util.KeyedOneInputStreamOperatorTestHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ingest says of every frame that goes to the archive. */
class IngestArchiveTest extends IngestedFrames {
    private static final long WALL = 1_000_000;

    private KeyedOneInputStreamOperatorTestHarness<String, StoreFrame, StoreBatch> job;
    private long seq;

    IngestArchiveTest(@TempDir Path folder) throws Exception {
        super(folder);
        pack = store().from("2026-05-04T12:00:00Z", ROOM.replace("wine", "beer"))
                .in(folder.resolve("packs").resolve("shop"));
        job = start(null);
    }

    private KeyedOneInputStreamOperatorTestHarness<String, StoreFrame, StoreBatch> start(
            @Nullable OperatorSubtaskState restored) throws Exception {
        KeyedOneInputStreamOperatorTestHarness<String, StoreFrame, StoreBatch> harness =
                new KeyedOneInputStreamOperatorTestHarness<>(
                        new KeyedProcessOperator<>(new IngestFunction(
                                new StorePackFolder(folder.resolve("packs").toString()),
                                Patience.of(Duration.ofMinutes(10)),
                                true)),
                        StoreFrame::store,
                        Types.STRING);
        harness.setup(new HandedOn());
        harness.setProcessingTime(WALL);
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

    private void sends(String watermark) throws Exception {
        takes(frame.encode(new FrameHeader("shop", "shop", "e1", seq++, 0, at(watermark))));
    }

    private void takes(byte[] bytes) throws Exception {
        job.processElement(new StoreFrame("shop", bytes, 2, 0), 0);
    }

    private List<ArchiveRecord> archived() {
        return job.getSideOutput(IngestFunction.ARCHIVE).stream()
                .map(StreamRecord::getValue)
                .toList();
    }

    private ArchiveRecord last() {
        List<ArchiveRecord> frames =
                archived().stream().filter(record -> !record.isMark()).toList();
        return frames.get(frames.size() - 1);
    }

    @Test
    void frame_isArchivedAsItCame_withItsTimes() throws Exception {
        seen("10:00:05", 7, 1);
        seen("10:00:01", 7, 1);
        byte[] bytes = frame.encode(new FrameHeader("shop", "shop", "e1", 0, 0, at("10:00:10")));
        takes(bytes);

        assertThat(last())
                .usingRecursiveComparison()
                .isEqualTo(new ArchiveRecord(
                        "shop",
                        WALL,
                        0,
                        Long.MIN_VALUE,
                        WALL,
                        at("10:00:10"),
                        new Span(at("10:00:01"), at("10:00:05")),
                        Span.NONE,
                        0,
                        2,
                        pack.layouts().get(0).shapeHash(),
                        bytes));
    }

    @Test
    void lateEvents_saySinceWhen() throws Exception {
        sends("10:00:10");
        seen("10:00:09", 7, 1);
        seen("10:00:04", 7, 1);
        seen("10:00:11", 7, 1);
        frame.addDoor(new DoorCount(at("10:00:02"), 1, 0, 0, 60_000), "door");
        sends("10:00:12");

        assertThat(last().late()).isEqualTo(new Span(at("09:59:02"), at("10:00:09")));
        assertThat(last().events()).isEqualTo(new Span(at("09:59:02"), at("10:00:11")));
        assertThat(last().lateEvents()).isEqualTo(3);
        assertThat(last().clockMillis()).isEqualTo(at("10:00:10"));
    }

    /** It lasts, so it can be late no more. */
    @Test
    void stayThatGoesOn_isNotLate() throws Exception {
        sends("10:00:10");
        frame.addShelf(new ShelfStay("x", "wine", at("10:00:00"), null, null), "shelf", 7);
        sends("10:00:12");

        assertThat(last().isLate()).isFalse();
        assertThat(last().events()).isEqualTo(new Span(at("10:00:00"), at("10:00:00")));
    }

    /** It says that the device was heard: completeness is another when it is known. */
    @Test
    void lateStatus_isNoLateEvent_butItsDayIsToBeCorrected() throws Exception {
        sends("10:00:10");
        frame.addStatus(new DeviceStatus(at("09:00:00"), DeviceState.ONLINE, null, null), "cam");
        sends("10:00:12");

        assertThat(last().lateEvents()).isZero();
        assertThat(last().late()).isEqualTo(new Span(at("09:00:00"), at("09:00:00")));
    }

    @Test
    void lastWill_tellsNothing() throws Exception {
        sends("10:00:10");
        frame.addStatus(new DeviceStatus(at("09:00:00"), DeviceState.OFFLINE, null, null), "cam");
        sends("10:00:12");

        assertThat(last().isLate()).isFalse();
        assertThat(last().events().isEmpty()).isTrue();
    }

    @Test
    void layouts_areThoseOfTheTimesOfItsEvents() throws Exception {
        seen("11:59:59", 7, 1);
        seen("12:00:00", 7, 1);
        sends("12:00:00");
        seen("12:00:01", 7, 1);
        sends("12:00:01");

        List<String> shapes =
                pack.layouts().stream().map(layout -> layout.shapeHash()).toList();
        assertThat(archived().stream().filter(record -> !record.isMark()).map(ArchiveRecord::layouts))
                .containsExactly(shapes.get(0) + "|" + at("12:00:00") + ":" + shapes.get(1), shapes.get(1));
    }

    @Test
    void ticks_areNotArchived_butEveryHourOfTheClockIsMarked() throws Exception {
        for (int minute = 0; minute < 180; minute++) {
            takes(FrameCodec.encode(new Tick("shop", "shop", "e1", 0, 0, at("10:30") + minute * 60_000L)));
        }

        assertThat(archived()).allMatch(ArchiveRecord::isMark);
        assertThat(archived().stream().map(ArchiveRecord::clockMillis))
                .containsExactly(at("10:30"), at("11:00"), at("12:00"), at("13:00"));
        assertThat(archived().stream().map(ArchiveRecord::number)).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void frameThatCannotBeRead_isArchivedAllTheSame() throws Exception {
        seen("10:00:05", 7, 1);
        byte[] whole = frame.encode(new FrameHeader("shop", "shop", "e1", 0, 0, at("10:00:10")));
        byte[] cut = Arrays.copyOf(whole, whole.length - 10);
        takes(cut);

        assertThat(last().frame()).isEqualTo(cut);
        assertThat(last().events().isEmpty()).isTrue();
    }

    @Test
    void numbering_goesOnAfterARestart() throws Exception {
        sends("10:00:10");
        OperatorSubtaskState saved = job.snapshot(1, 1);
        job.close();
        job = start(saved);
        job.setProcessingTime(WALL + 5_000);
        sends("10:00:12");

        assertThat(last().number()).isEqualTo(2); // after a frame and the mark of an hour
        assertThat(last().sinceMillis()).isEqualTo(WALL);
    }
}
