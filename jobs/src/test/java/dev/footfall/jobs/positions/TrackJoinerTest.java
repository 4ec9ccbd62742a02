package dev.footfall.jobs.positions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.jobs.StoreOf;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Which observations are joined to segments. Two consecutive ones of a subject are, when they are on one floor, in one store day, at most
 * {@code bridge} (5 s) apart and no faster than {@code maxSpeed} (6 m/s), both limits included. Anything else is a break, where one track ends
 * and the next begins; a track of one observation is a lone point.
 */
class TrackJoinerTest extends JoinedTracks {
    TrackJoinerTest(@TempDir Path folder) throws IOException {
        super(folder);
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
}
