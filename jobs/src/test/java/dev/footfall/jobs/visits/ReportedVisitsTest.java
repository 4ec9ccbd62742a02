package dev.footfall.jobs.visits;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.Times;
import dev.footfall.jobs.batches.ReportedStay;
import dev.footfall.jobs.batches.ShelfReport;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.batches.VisitEnd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which stays that shelf cameras report make one visit: a maximal run of a subject's stays with gaps of at most {@code visitGap} (5 min,
 * included); a stay belongs to the store day in which it ended. A stay becomes known when it ends, however long ago it began:
 *
 * <pre>
 *   10:00     10:10     10:20     10:30
 *     |==A==|                             visit 1, over at 10:08
 *                    |==B==|              visit 2, over at 10:26
 *       |===========C===========|         known at 10:27: visits 1 and 2 were one, 2 is absorbed, both are taken back
 * </pre>
 */
class ReportedVisitsTest {
    private final StorePack pack;
    private final ReportedVisits visits = new ReportedVisits();
    private StoreBatch batch;

    ReportedVisitsTest(@TempDir Path folder) throws IOException {
        pack = StoreOf.drawing(
                        """
                        +-----+
                        |wine |
                        +-----+
                        """)
                .devices("{id: shelf, kind: shelf}")
                .in(folder);
        batch = new StoreBatch(pack, 0, 0);
    }

    private void begin(String clock) {
        batch = new StoreBatch(pack, at(clock), at(clock) - 1);
    }

    private void stays(long subject, long enteredSubject, String entered, String left) {
        batch.shelves.add(new ShelfReport(subject, enteredSubject, "wine", at(entered), at(left)));
    }

    private void stays(String entered, String left) {
        stays(7, 7, entered, left);
    }

    private ReportedStay only() {
        visits.advance(pack, batch);
        assertThat(batch.reportedStays).hasSize(1);
        return batch.reportedStays.get(0);
    }

    private List<String> ended() {
        visits.advance(pack, batch);
        return text(batch.visitEnds);
    }

    private static List<String> text(List<VisitEnd> visits) {
        return visits.stream()
                .map(visit -> "%d from %s to %s"
                        .formatted(visit.visit(), Times.text(visit.startedMillis()), Times.text(visit.endedMillis())))
                .toList();
    }

    @Test
    void gap_exactlyAtVisitGap_isOneVisit() {
        begin("11:00");
        stays("10:00", "10:01");
        stays("10:06", "10:07");

        assertThat(ended()).containsExactly("-1 from 10:00 to 10:07");
    }

    @Test
    void gap_aMillisecondLonger_isTwoVisits() {
        begin("11:00");
        stays("10:00", "10:01");
        stays("10:06:00.001", "10:07");

        assertThat(ended()).containsExactly("-1 from 10:00 to 10:01", "-2 from 10:06:00.001 to 10:07");
    }

    @Test
    void staysOfSubjects_areApart() {
        begin("11:00");
        stays("10:00", "10:01");
        stays(8, 8, "10:01", "10:02");

        assertThat(ended()).containsExactly("-1 from 10:00 to 10:01", "-2 from 10:01 to 10:02");
    }

    /** A visit lasts from where its earliest stay began, whichever ended first. */
    @Test
    void stay_thatBeganBeforeTheVisit_movesItsStart() {
        begin("11:00");
        stays("10:03", "10:04");
        stays("10:00", "10:05");

        assertThat(ended()).containsExactly("-1 from 10:00 to 10:05");
    }

    @Test
    void visit_whenTheClockHasPassedTheGap_isListed() {
        begin("10:02");
        stays("10:00", "10:01");
        assertThat(ended()).isEmpty();

        begin("10:06");
        assertThat(ended()).isEmpty();

        begin("10:06:00.001");
        assertThat(ended()).containsExactly("-1 from 10:00 to 10:01");
    }

    @Test
    void visit_thatLookedOver_isTakenBackWhenItWentOn() {
        begin("10:10");
        stays("10:00", "10:01");
        assertThat(ended()).containsExactly("-1 from 10:00 to 10:01");

        begin("10:21");
        stays("10:06", "10:20");
        ReportedStay wentOn = only();
        assertThat(wentOn.visit()).isEqualTo(-1);
        assertThat(text(wentOn.takenBack())).containsExactly("-1 from 10:00 to 10:01");
        assertThat(wentOn.absorbed()).isEmpty();
        assertThat(batch.visitEnds).isEmpty();

        begin("10:26");
        assertThat(ended()).containsExactly("-1 from 10:00 to 10:20");
    }

    @Test
    void visits_thatAStayJoins_areOne() {
        begin("10:10");
        stays("10:00", "10:03");
        assertThat(ended()).containsExactly("-1 from 10:00 to 10:03");
        begin("10:26:30");
        stays("10:17", "10:21");
        assertThat(ended()).containsExactly("-2 from 10:17 to 10:21");

        begin("10:28");
        stays("10:02", "10:27");
        ReportedStay joins = only();

        assertThat(joins.visit()).isEqualTo(-1);
        assertThat(text(joins.takenBack())).containsExactly("-1 from 10:00 to 10:03", "-2 from 10:17 to 10:21");
        assertThat(joins.absorbed()).containsExactly(-2L);
        begin("11:00");
        assertThat(ended()).containsExactly("-1 from 10:00 to 10:27");
    }

    /** A visit that was never listed need not be taken back. */
    @Test
    void visits_notListedYet_areAbsorbedSilently() {
        begin("11:00");
        stays("10:00", "10:03");
        stays("10:17", "10:21");
        stays("10:02", "10:22");

        assertThat(ended()).containsExactly("-1 from 10:00 to 10:22");
        assertThat(batch.reportedStays.get(2).takenBack()).isEmpty();
        assertThat(batch.reportedStays.get(2).absorbed()).containsExactly(-2L);
    }

    @Test
    void openStay_belongsToNoVisit() {
        begin("11:00");
        batch.shelves.add(new ShelfReport(7, 7, "wine", at("10:00"), ShelfReport.OPEN));

        assertThat(only().visit()).isZero();
        assertThat(batch.visitEnds).isEmpty();
    }

    @Test
    void visit_atTheDayCut_isOver() {
        begin("04:00");
        stays("03:58", "03:59");
        assertThat(ended()).containsExactly("-1 from 03:58 to 03:59");

        begin("04:20");
        stays("04:01", "04:02");
        assertThat(ended()).containsExactly("-2 from 04:01 to 04:02");
    }

    /** Pseudonyms change at the cut; a stay over it names its person in both days. */
    @Test
    void stayOverTheCut_isOfTheDayItEndedIn_andNamesTheVisitsOfTheDayBefore() {
        begin("04:00");
        stays("03:40", "03:43");
        stays("03:50", "03:58");
        assertThat(ended()).containsExactly("-1 from 03:40 to 03:43", "-2 from 03:50 to 03:58");

        begin("04:03");
        stays(70, 7, "03:57", "04:02");
        ReportedStay over = only();

        assertThat(over.visit()).isEqualTo(-3);
        assertThat(over.startedMillis()).isEqualTo(at("03:57"));
        assertThat(over.takenBack()).isEmpty();
        assertThat(text(over.dayBefore())).containsExactly("-1 from 03:40 to 03:43", "-2 from 03:50 to 03:58");
        begin("04:08");
        assertThat(ended()).containsExactly("-3 from 03:57 to 04:02");
    }

    @Test
    void stayWithinItsDay_namesNoVisitOfTheDayBefore() {
        begin("04:00");
        stays("03:50", "03:58");
        ended();

        begin("04:03");
        stays("04:00", "04:02");

        assertThat(only().dayBefore()).isEmpty();
    }

    @Test
    void stayOverTheCut_thatEndsAnHourAfterIt_namesNone() {
        begin("04:00");
        stays("03:50", "03:58");
        ended();
        begin("05:00");
        stays(70, 7, "03:57", "04:59:59.999");
        assertThat(only().dayBefore()).hasSize(1);

        begin("05:01");
        stays(71, 7, "03:57", "05:00");

        assertThat(only().dayBefore()).isEmpty();
    }

    @Test
    void stayOverTheCut_findsNoVisitOfTheDayBeforeLast() {
        begin("2026-05-03T04:00:00Z");
        stays("2026-05-03T03:50:00Z", "2026-05-03T03:58:00Z");
        ended();

        begin("04:03");
        stays(70, 7, "2026-05-03T03:57:00Z", "04:02");

        assertThat(only().dayBefore()).isEmpty();
    }
}
