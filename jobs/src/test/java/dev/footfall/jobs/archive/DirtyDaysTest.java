package dev.footfall.jobs.archive;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.DoorTotals;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameHeader;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.archive.DirtyDay.Standing;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which store days are to be corrected, and which can be. */
class DirtyDaysTest {
    private static final String ROOM = """
            +-----+
            |wine |
            +-----+
            """;
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    /** The day ends at 04:00; its figures are final 5 min after, and left alone for 1 h 10 min more. */
    private static final String FINAL = "2026-05-05T05:15:00Z";

    private final Path folder;
    private final FrameBuilder frame = new FrameBuilder();
    private StorePack pack;
    private WrittenArchive archive;
    private long seq;

    DirtyDaysTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.pack = StoreOf.drawing(ROOM).in(folder.resolve("packs"));
        this.archive = new WrittenArchive(folder.resolve("archive"), pack);
    }

    private void sees(String time, String watermark) throws Exception {
        frame.addTrack(at(time), "cam", 7, "0", 1, 1, false);
        sends(watermark);
    }

    private void sends(String watermark) throws Exception {
        archive.frame(frame.encode(new FrameHeader("shop", "shop", "e1", seq++, 0, at(watermark))));
    }

    private List<DirtyDay> dirty(Map<LocalDate, String> corrected) throws IOException {
        return DirtyDays.of(pack, archive.read(), corrected);
    }

    private DirtyDay only() throws IOException {
        List<DirtyDay> dirty = dirty(Map.of());
        assertThat(dirty).hasSize(1);
        return dirty.get(0);
    }

    @Test
    void dayWithoutLateEvents_isClean() throws Exception {
        sees("10:00", "10:01");
        archive.mark(at(FINAL));

        assertThat(dirty(Map.of())).isEmpty();
    }

    @Test
    void dayOfALateEvent_isDirty_andReadyWhenItIsFinal() throws Exception {
        sees("10:00", "10:01");
        sees("09:00", "10:02");
        archive.mark(at(FINAL) - 1);
        assertThat(only().standing()).isEqualTo(Standing.WAITING);
        assertThat(only().day().date()).isEqualTo(DAY);

        archive.mark(at(FINAL));
        assertThat(only().standing()).isEqualTo(Standing.READY);
        assertThat(only().lateEvents()).isEqualTo(1);
    }

    /** What is in a file that is not complete was counted, and would be missing. */
    @Test
    void recordMissing_theDayWaits() throws Exception {
        sees("10:00", "10:01");
        sees("09:00", "10:02");
        archive.missing().mark(at(FINAL));

        assertThat(only().standing()).isEqualTo(Standing.WAITING);
    }

    @Test
    void framesTakenWithoutAnArchive_theDayIsLeft() throws Exception {
        sees("10:00", "10:01");
        seq++;
        sees("09:00", "10:02");
        archive.mark(at(FINAL));

        assertThat(only().standing()).isEqualTo(Standing.NOT_ARCHIVED);
    }

    @Test
    void archiveBegunInTheMiddle_leavesTheDay() throws Exception {
        seq = 5;
        sees("10:00", "10:01");
        sees("09:00", "10:02");
        archive.mark(at(FINAL));

        assertThat(only().standing()).isEqualTo(Standing.NOT_ARCHIVED);
    }

    @Test
    void dayCorrectedForTheSameFrames_isClean_untilMoreComes() throws Exception {
        sees("10:00", "10:01");
        sees("09:00", "10:02");
        archive.mark(at(FINAL));
        Map<LocalDate, String> corrected = Map.of(DAY, only().fingerprint());
        assertThat(dirty(corrected)).isEmpty();

        sees("09:30", FINAL);
        assertThat(dirty(corrected)).hasSize(1);
    }

    @Test
    void lateRunningTotal_makesTheNextDayDirtyToo() throws Exception {
        sees("10:00", "10:01");
        frame.addDoor(new DoorTotals(at("09:00"), 1, 1, 0, 0), "door");
        sends("10:02");

        assertThat(dirty(Map.of())).extracting(day -> day.day().date()).containsExactly(DAY, DAY.plusDays(1));
    }

    /** A device is heard for a while after it said something. */
    @Test
    void lateEventJustBeforeTheCut_makesTheNextDayDirtyToo() throws Exception {
        sees("2026-05-05T06:00:00Z", "2026-05-05T06:00:00Z");
        sees("2026-05-05T03:59:30Z", "2026-05-05T06:01:00Z");

        assertThat(dirty(Map.of())).extracting(day -> day.day().date()).containsExactly(DAY, DAY.plusDays(1));
    }

    @Test
    void anotherLayoutSinceThePast_makesDaysSinceThenDirty_andBackAgain() throws Exception {
        sees("10:00", "10:01");
        sees("2026-05-05T10:00:00Z", "2026-05-05T10:01:00Z");
        archive.mark(at("2026-05-06T10:00:00Z"));
        assertThat(dirty(Map.of())).isEmpty();
        StorePack before = pack;

        pack = StoreOf.drawing(ROOM)
                .from("2026-05-05T09:00:00Z", ROOM.replace("wine", "beer"))
                .in(folder.resolve("packs-later"));
        assertThat(dirty(Map.of())).singleElement().satisfies(day -> {
            assertThat(day.day().date()).isEqualTo(DAY.plusDays(1));
            assertThat(day.otherLayouts()).isTrue();
        });

        Map<LocalDate, String> corrected =
                Map.of(DAY.plusDays(1), dirty(Map.of()).get(0).fingerprint());
        assertThat(dirty(corrected)).isEmpty();
        pack = before;
        assertThat(dirty(corrected)).hasSize(1);
    }

    @Test
    void corrections_areReadAsNoted_andHalfALineIsNone() throws Exception {
        Corrections corrections = new Corrections(folder);
        corrections.add("shop", DAY, "aa", "points=1");
        corrections.add("shop", DAY, "bb", "points=1");
        Path file = folder.resolve("corrections").resolve("shop.txt");
        java.nio.file.Files.writeString(file, "2026-05-05 cc 2026", java.nio.file.StandardOpenOption.APPEND);
        assertThat(corrections.of("shop")).containsOnly(Map.entry(DAY, "bb"));

        corrections.add("shop", DAY.plusDays(2), "dd", "points=1");
        assertThat(corrections.of("shop")).containsEntry(DAY.plusDays(2), "dd").containsEntry(DAY, "bb");
        assertThat(corrections.of("other")).isEmpty();
    }
}
