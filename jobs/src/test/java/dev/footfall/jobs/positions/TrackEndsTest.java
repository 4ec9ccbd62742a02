package dev.footfall.jobs.positions;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.batches.StoreBatch;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When a track is known to have ended: when the clock has passed its last observation by {@code bridge}, or at the day cut; and on which floor. */
class TrackEndsTest extends JoinedTracks {
    TrackEndsTest(@TempDir Path folder) throws IOException {
        super(folder);
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

    /** Also when no batch said that the day had ended. */
    @Test
    void observation_ofTheNextDay_isNotJoined() {
        begin("03:59:59.500");
        seen("03:59:59", 0, 0);
        steps();

        begin("04:00:02");
        seen("04:00:00", 0, 0);

        assertThat(steps()).containsExactly("7 was alone at 03:59:59", "7 begins at 04:00");
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

    /** The layout that held at the last observation is not the one its floor was told by. */
    @Test
    void newLayout_fromAnInstantBefore_findsTheFloorAgain() throws IOException {
        begin("10:00");
        seen("09:59:59", 7, 1, 0, 0);
        steps();
        pack = StoreOf.drawing(ROOM)
                .floor("1", ROOM)
                .from("2026-05-04T09:00:00Z", ROOM)
                .floor("00", ROOM)
                .floor("1", ROOM)
                .in(folder.resolve("renovated-an-hour-ago"));

        begin("10:00:02");
        seen("10:00:01", 7, 2, 0, 0);

        assertThat(steps()).containsExactly("7 goes from (0, 0) at 09:59:59 to (0, 0) at 10:00:01");
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

        batch = new StoreBatch(pack, at("10:01"), at("10:00:30"));

        assertThat(steps()).containsExactly("7 was alone at 09:59:59");
        assertThat(pack.layouts().get(1).floors().get(batch.steps.floor(0)).id())
                .isEqualTo("1");
    }
}
