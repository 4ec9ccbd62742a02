package dev.footfall.jobs.visits;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StepEvent;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.Times;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.batches.TagEvent;
import dev.footfall.jobs.positions.TrackJoiner;
import dev.footfall.jobs.windows.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which observations make one visit: a maximal run of a subject's observations, on whichever floors, with gaps of at most {@code visitGap}
 * (5 min, included), within one store day. A visit is over when the clock has passed its last observation by the gap, or at the day cut. A
 * receipt or touchpoint of a tag belongs to the visit that its time lies in, or in the gap after.
 */
class VisitTrackerTest {
    private final StorePack pack;
    private final TrackJoiner joiner = new TrackJoiner();
    private final VisitTracker tracker = new VisitTracker();
    private StoreBatch batch;

    VisitTrackerTest(@TempDir Path folder) throws IOException {
        String room = """
                +----+
                |    |
                +----+
                """;
        pack = StoreOf.drawing(room).floor("1", room).in(folder);
        batch = new StoreBatch(pack, 0, 0);
    }

    private void begin(String clock) {
        batch = new StoreBatch(pack, at(clock), at(clock) - 1);
    }

    private void seen(long subject, String... times) {
        for (String time : times) {
            batch.observations.add(at(time), subject, 0, 0, 0, false);
        }
    }

    private List<String> ended() {
        joiner.advance(pack, Schedule.FINAL_ONLY, batch);
        tracker.advance(pack, batch);
        return batch.visitEnds.stream()
                .map(visit -> "%d from %s to %s"
                        .formatted(visit.visit(), Times.text(visit.startedMillis()), Times.text(visit.endedMillis())))
                .toList();
    }

    @Test
    void gap_exactlyAtVisitGap_isOneVisit() {
        begin("11:00");
        seen(7, "10:00", "10:05", "10:10");

        assertThat(ended()).containsExactly("1 from 10:00 to 10:10");
    }

    @Test
    void gap_aMillisecondLonger_isTwoVisits() {
        begin("11:00");
        seen(7, "10:00", "10:05:00.001");

        assertThat(ended()).containsExactly("1 from 10:00 to 10:00", "2 from 10:05:00.001 to 10:05:00.001");
    }

    @Test
    void steps_sayTheirVisit() {
        begin("10:20");
        seen(7, "10:00", "10:00:01");
        seen(8, "10:00:02");
        seen(7, "10:10");
        ended();

        assertThat(batch.steps.size()).isEqualTo(7);
        for (int i = 0; i < batch.steps.size(); i++) {
            long expected = batch.steps.subject(i) == 8 ? 2 : batch.steps.toMillis(i) < at("10:05") ? 1 : 3;
            assertThat(batch.steps.visit(i)).isEqualTo(expected);
        }
    }

    @Test
    void visit_overFloors_isOne() {
        begin("11:00");
        batch.observations.add(at("10:00"), 7, 0, 0, 0, false);
        batch.observations.add(at("10:01"), 7, 1, 0, 0, false);

        assertThat(ended()).containsExactly("1 from 10:00 to 10:01");
    }

    @Test
    void visit_whenTheClockHasPassedTheGap_isOver() {
        begin("10:01");
        seen(7, "10:00");
        assertThat(ended()).isEmpty();

        begin("10:05");
        assertThat(ended()).isEmpty();

        begin("10:05:00.001");
        assertThat(ended()).containsExactly("1 from 10:00 to 10:00");
    }

    @Test
    void visit_atTheDayCut_isOver() {
        begin("04:00");
        seen(7, "03:59:58", "03:59:59");
        assertThat(ended()).containsExactly("1 from 03:59:58 to 03:59:59");

        begin("11:00");
        seen(7, "04:00");
        assertThat(ended()).containsExactly("2 from 04:00 to 04:00");
    }

    @Test
    void staff_makeNoVisit() {
        begin("11:00");
        batch.observations.add(at("10:00"), 7, 0, 0, 0, true);

        assertThat(ended()).isEmpty();
    }

    private void buys(long subject, String time) {
        batch.tagEvents.add(new TagEvent(at(time), subject, StepEvent.RECEIPT));
    }

    private List<String> marks() {
        ended();
        return batch.marks.stream()
                .map(mark -> mark.visit() + " " + mark.event() + " at " + Times.text(mark.timeMillis()))
                .toList();
    }

    @Test
    void receipt_duringAVisit_belongsToIt() {
        begin("10:02");
        seen(7, "10:00");
        buys(7, "10:01");

        assertThat(marks()).containsExactly("1 RECEIPT at 10:01");
    }

    @Test
    void receipt_ofNobodySeen_belongsToNoVisit() {
        begin("10:02");
        seen(7, "10:00");
        buys(8, "10:01");

        assertThat(marks()).isEmpty();
    }

    @Test
    void receipt_afterTheGap_belongsToNoVisit() {
        begin("10:20");
        seen(7, "10:00");
        buys(7, "10:05");
        buys(7, "10:05:00.001");

        assertThat(marks()).containsExactly("1 RECEIPT at 10:05");
    }

    /** However much one batch holds, the figures are the same. */
    @Test
    void receipt_duringTheFirstOfTwoVisitsOfOneBatch_belongsToTheFirst() {
        begin("11:00");
        seen(7, "10:00", "10:01", "10:30");
        buys(7, "09:59");
        buys(7, "10:00");
        buys(7, "10:03");
        buys(7, "10:31");

        assertThat(marks()).containsExactly("1 RECEIPT at 10:00", "1 RECEIPT at 10:03", "2 RECEIPT at 10:31");
    }
}
