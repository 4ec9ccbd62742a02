package dev.footfall.jobs.positions;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.Times;
import dev.footfall.jobs.batches.Steps;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.windows.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which observations are joined to segments. Two consecutive ones of a subject are, when they are on one floor, in one store day, at most
 * {@code bridge} (5 s) apart and no faster than {@code maxSpeed} (6 m/s), both limits included. Anything else is a break, where one track ends
 * and the next begins; a track of one observation is a lone point.
 */
class TrackJoinerTest {
    private static final String ROOM = """
            +----+
            |    |
            +----+
            """;

    private final Path folder;
    private StorePack pack;
    private final TrackJoiner joiner = new TrackJoiner();
    private StoreBatch batch = new StoreBatch("shop", 0, 0);

    TrackJoinerTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.pack = StoreOf.drawing(ROOM).floor("1", ROOM).in(folder.resolve("first"));
    }

    private void begin(String clock) {
        batch = new StoreBatch("shop", at(clock), at(clock) - 1);
    }

    private void seen(String time, long subject, int floor, int x, int y) {
        batch.observations.add(at(time), subject, floor, x, y, false);
    }

    private void seen(String time, int x, int y) {
        seen(time, 7, 0, x, y);
    }

    private void staffSeen(String time, int x, int y) {
        batch.observations.add(at(time), 7, 0, x, y, true);
    }

    /** The steps of the batch in words. */
    private List<String> steps() {
        joiner.advance(pack, Schedule.FINAL_ONLY, batch);
        List<String> words = new ArrayList<>();
        Steps steps = batch.steps;
        for (int i = 0; i < steps.size(); i++) {
            String to = Times.text(steps.toMillis(i));
            words.add(
                    switch (steps.type(i)) {
                        case Steps.BEGIN -> steps.subject(i) + " begins at " + to;
                        case Steps.STEP ->
                            "%d goes from (%d, %d) at %s to (%d, %d) at %s"
                                    .formatted(
                                            steps.subject(i),
                                            steps.fromX(i),
                                            steps.fromY(i),
                                            Times.text(steps.fromMillis(i)),
                                            steps.toX(i),
                                            steps.toY(i),
                                            to);
                        case Steps.END -> steps.subject(i) + " ends at " + to;
                        default -> steps.subject(i) + " was alone at " + to;
                    });
        }
        return words;
    }

    private List<String> staffSpans() {
        joiner.advance(pack, Schedule.FINAL_ONLY, batch);
        return batch.staffSpans.stream()
                .map(span -> Times.text(span[0]) + " to " + Times.text(span[1]))
                .toList();
    }

    @Test
    void twoObservations_areASegment() {
        begin("10:01");
        seen("10:00:00", 1000, 1000);
        seen("10:00:02", 2000, 1500);

        assertThat(steps())
                .containsExactly(
                        "7 begins at 10:00",
                        "7 goes from (1000, 1000) at 10:00 to (2000, 1500) at 10:00:02",
                        "7 ends at 10:00:02");
    }

    @Test
    void twoObservations_ofDifferentBatches_areASegment() {
        begin("10:00:01");
        seen("10:00:00", 1000, 1000);
        assertThat(steps()).containsExactly("7 begins at 10:00");

        begin("10:00:03");
        seen("10:00:02", 1000, 1000);
        assertThat(steps()).containsExactly("7 goes from (1000, 1000) at 10:00 to (1000, 1000) at 10:00:02");
    }

    @Test
    void observation_exactlyAtBridge_isJoined() {
        begin("10:01");
        seen("10:00:00", 0, 0);
        seen("10:00:05", 0, 0);

        assertThat(steps())
                .containsExactly(
                        "7 begins at 10:00", "7 goes from (0, 0) at 10:00 to (0, 0) at 10:00:05", "7 ends at 10:00:05");
    }

    @Test
    void observation_oneMillisecondAfterBridge_isABreak() {
        begin("10:01");
        seen("10:00:00", 0, 0);
        seen("10:00:05.001", 0, 0);

        assertThat(steps())
                .containsExactly(
                        "7 begins at 10:00",
                        "7 was alone at 10:00",
                        "7 begins at 10:00:05.001",
                        "7 was alone at 10:00:05.001");
    }

    /** 3-4-5: 6 m in 1 s along a diagonal that has an exact length. */
    @Test
    void observation_exactlyAtMaxSpeed_isJoined() {
        begin("10:01");
        seen("10:00:00", 0, 0);
        seen("10:00:01", 3600, 4800);

        assertThat(steps()).contains("7 goes from (0, 0) at 10:00 to (3600, 4800) at 10:00:01");
    }

    @Test
    void observation_oneMillimetreTooFar_isABreak() {
        begin("10:01");
        seen("10:00:00", 0, 0);
        seen("10:00:01", 3600, 4801);

        assertThat(steps())
                .containsExactly(
                        "7 begins at 10:00", "7 was alone at 10:00", "7 begins at 10:00:01", "7 was alone at 10:00:01");
    }

    /** Long enough a time and high enough a speed that the squares do not fit in 64 bits. */
    @Test
    void observation_exactlyAtAHugeLimit_isJoined() throws IOException {
        pack = StoreOf.drawing(ROOM)
                .says("parameters", "{bridge: 1h, visitGap: 2h, maxSpeed: 1000}")
                .in(folder.resolve("fast"));
        begin("12:00");
        seen("10:00:00", 0, 0);
        seen("10:00:30.001", 18_000_600, 24_000_800);
        seen("10:01:00.002", 18_000_600, 24_000_800);
        seen("10:01:30.003", 18_000_600 - 18_000_600, 24_000_800 - 24_000_801);

        assertThat(steps())
                .contains("7 goes from (0, 0) at 10:00 to (18000600, 24000800) at 10:00:30.001")
                .contains("7 ends at 10:01:00.002")
                .contains("7 was alone at 10:01:30.003");
    }

    @Test
    void observation_onAnotherFloor_isABreak() {
        begin("10:01");
        seen("10:00:00", 7, 0, 0, 0);
        seen("10:00:01", 7, 1, 0, 0);

        assertThat(steps())
                .containsExactly(
                        "7 begins at 10:00", "7 was alone at 10:00", "7 begins at 10:00:01", "7 was alone at 10:00:01");
    }

    @Test
    void track_atTheDayCut_ends() {
        begin("04:00:00");
        seen("03:59:58", 0, 0);
        seen("03:59:59", 0, 0);
        assertThat(steps())
                .containsExactly(
                        "7 begins at 03:59:58",
                        "7 goes from (0, 0) at 03:59:58 to (0, 0) at 03:59:59",
                        "7 ends at 03:59:59");

        begin("04:00:02");
        seen("04:00:00", 0, 0);
        assertThat(steps()).containsExactly("7 begins at 04:00");
    }

    @Test
    void severalAtOneTime_theFirstCounts() {
        begin("10:01");
        seen("10:00:00", 0, 0);
        seen("10:00:00", 5000, 0);
        seen("10:00:01", 1000, 0);
        seen("10:00:01", 0, 0);

        assertThat(steps())
                .containsExactly(
                        "7 begins at 10:00",
                        "7 goes from (0, 0) at 10:00 to (1000, 0) at 10:00:01",
                        "7 ends at 10:00:01");
    }

    @Test
    void severalAtOneTime_ofBothRoles_theFirstCounts() {
        begin("10:01");
        staffSeen("10:00:00", 0, 0);
        seen("10:00:00", 0, 0);
        seen("10:00:01", 0, 0);
        staffSeen("10:00:01", 0, 0);

        assertThat(steps()).containsExactly("7 begins at 10:00:01", "7 was alone at 10:00:01");
        assertThat(batch.staffSpans).isEmpty();
    }

    @Test
    void staff_makeSpansAndNoSteps() {
        begin("10:01");
        staffSeen("10:00:00", 0, 0);
        staffSeen("10:00:04", 1000, 0);
        staffSeen("10:00:09.5", 1000, 0);
        staffSeen("10:00:10", 1000, 0);

        assertThat(staffSpans()).containsExactly("10:00 to 10:00:04", "10:00:09.500 to 10:00:10");
        assertThat(batch.steps.size()).isZero();
    }

    /** A subject that is staff for a moment: each role's own observations are joined, as if the other's were not there. */
    @Test
    void rolesOfOneSubject_areJoinedApart() {
        begin("10:01");
        seen("10:00:00", 0, 0);
        staffSeen("10:00:01", 0, 0);
        seen("10:00:02", 0, 0);
        staffSeen("10:00:03", 0, 0);

        assertThat(staffSpans()).containsExactly("10:00:01 to 10:00:03");
        assertThat(batch.steps.size()).isEqualTo(3);
    }

    @Test
    void tracks_ofSubjects_areApart() {
        begin("10:00:02");
        seen("10:00:00", 7, 0, 0, 0);
        seen("10:00:00", 8, 0, 1, 1);
        seen("10:00:01", 8, 0, 2, 2);
        seen("10:00:01", 7, 0, 3, 3);

        assertThat(steps())
                .containsExactly(
                        "7 begins at 10:00",
                        "8 begins at 10:00",
                        "8 goes from (1, 1) at 10:00 to (2, 2) at 10:00:01",
                        "7 goes from (0, 0) at 10:00 to (3, 3) at 10:00:01");
    }

    /** At last + bridge an observation may still come; a millisecond later it would be older than the clock. */
    @Test
    void track_whenTheClockHasPassedBridge_ends() {
        begin("10:00:00.001");
        seen("10:00:00", 0, 0);
        assertThat(steps()).containsExactly("7 begins at 10:00");

        begin("10:00:05");
        assertThat(steps()).isEmpty();

        begin("10:00:05.001");
        assertThat(steps()).containsExactly("7 was alone at 10:00");
    }

    @Test
    void tracks_endInTheOrderOfTheirLastObservation() {
        begin("10:00:03");
        seen("10:00:00", 7, 0, 0, 0);
        seen("10:00:01", 8, 0, 0, 0);
        seen("10:00:02", 7, 0, 0, 0);
        steps();

        begin("10:00:06.500");
        assertThat(steps()).containsExactly("8 was alone at 10:00:01");
        begin("10:01");
        assertThat(steps()).containsExactly("7 ends at 10:00:02");
    }

    @Test
    void newLayout_thatListsFloorsInAnotherOrder_doesNotBreakTracks() throws IOException {
        pack = StoreOf.drawing(ROOM)
                .floor("1", ROOM)
                .from("2026-05-04T10:00:00Z", ROOM)
                .floor("00", ROOM)
                .floor("1", ROOM)
                .in(folder.resolve("renovated"));
        int before = pack.layouts().get(0).findFloor("1").orElseThrow().index();
        int after = pack.layouts().get(1).findFloor("1").orElseThrow().index();
        assertThat(before).isNotEqualTo(after);
        begin("10:00");
        seen("09:59:59", 7, before, 0, 0);
        steps();

        begin("10:00:02");
        seen("10:00:01", 7, after, 0, 0);

        assertThat(steps()).containsExactly("7 goes from (0, 0) at 09:59:59 to (0, 0) at 10:00:01");
    }

    @Test
    void newLayout_withoutTheFloor_endsTheTrackNowhere() throws IOException {
        pack = StoreOf.drawing(ROOM)
                .floor("1", ROOM)
                .from("2026-05-04T10:00:00Z", ROOM)
                .in(folder.resolve("upstairs-closed"));
        begin("10:00");
        seen("09:59:59", 7, 1, 0, 0);
        steps();

        begin("10:00:02");
        seen("10:00:01", 7, 0, 0, 0);

        assertThat(steps()).containsExactly("7 was alone at 09:59:59", "7 begins at 10:00:01");
        assertThat(batch.steps.floor(0)).isEqualTo(-1);
    }

    /** The batch that ends the track has no observation of its own. */
    @Test
    void newLayout_duringALull_findsTheFloorAgain() throws IOException {
        pack = StoreOf.drawing(ROOM)
                .floor("1", ROOM)
                .from("2026-05-04T10:00:00Z", ROOM)
                .floor("00", ROOM)
                .floor("1", ROOM)
                .in(folder.resolve("renovated-in-a-lull"));
        begin("10:00");
        seen("09:59:59", 7, 1, 0, 0);
        steps();

        batch = new StoreBatch("shop", at("10:01"), at("10:00:30"));

        assertThat(steps()).containsExactly("7 was alone at 09:59:59");
        assertThat(pack.layouts().get(1).floors().get(batch.steps.floor(0)).id())
                .isEqualTo("1");
    }
}
