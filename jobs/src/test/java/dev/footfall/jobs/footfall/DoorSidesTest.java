package dev.footfall.jobs.footfall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.Floor;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.StoreOf;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * When a track crosses a door: it is {@code doorBand} (0.3 m, included) away on the other side than it was when last that far away, and its way
 * since then reached the door's own segment. The door of these tests is 3 m wide and leads in upwards:
 *
 * <pre>
 *   y
 *   4 +---------+
 *   2 +---^^^^--+     from (7, 2) to (4, 2)
 *   0 +---------+
 *     0   4  7  10  x
 * </pre>
 */
class DoorSidesTest {
    private static final long VISIT = 1;

    private final Floor floor;
    private final DoorSides sides = new DoorSides();
    private final List<String> crossings = new ArrayList<>();
    private int x;
    private int y;

    DoorSidesTest(@TempDir Path folder) throws IOException {
        StorePack pack = StoreOf.drawing(
                        """
                        +---------+
                        |         |
                        +---^^^^--+
                        |         |
                        +---------+
                        """)
                .in(folder);
        floor = pack.layouts().get(0).floors().get(0);
    }

    private void begin(double atX, double atY) {
        x = (int) Math.round(atX * 1000);
        y = (int) Math.round(atY * 1000);
        sides.begin(VISIT, floor, x, y);
    }

    private List<String> goesTo(double... way) {
        for (int i = 0; i < way.length; i += 2) {
            int toX = (int) Math.round(way[i] * 1000);
            int toY = (int) Math.round(way[i + 1] * 1000);
            sides.step(
                    VISIT, floor, x, y, toX, toY, 300, (door, in) -> crossings.add(door.id() + (in ? " in" : " out")));
            x = toX;
            y = toY;
        }
        return crossings;
    }

    @Test
    void walkingThrough_isACrossing() {
        begin(5, 1);

        assertThat(goesTo(5, 3)).containsExactly("door-1 in");
        assertThat(goesTo(5, 1)).containsExactly("door-1 in", "door-1 out");
    }

    @Test
    void walkingThroughInSmallSteps_isOneCrossing() {
        begin(5, 1);

        assertThat(goesTo(5, 1.8, 5, 1.9, 5, 2.1, 5, 2.2)).isEmpty();
        assertThat(goesTo(5, 2.4, 5, 2.5, 5, 3)).containsExactly("door-1 in");
    }

    @Test
    void ditheringInTheDoorway_isNoCrossing() {
        begin(5, 1);

        assertThat(goesTo(5, 1.9, 5, 2.1, 5, 1.9, 5, 2.2, 5, 2.0, 5, 1.5)).isEmpty();
    }

    @Test
    void ditheringAndGoingThrough_isOneCrossing() {
        begin(5, 1);

        assertThat(goesTo(5, 1.9, 5, 2.1, 5, 1.9, 5, 2.2, 5, 3)).containsExactly("door-1 in");
    }

    @Test
    void exactlyAtTheBand_isACrossing() {
        begin(5, 1.5);

        assertThat(goesTo(5, 2.299)).isEmpty();
        assertThat(goesTo(5, 2.3)).containsExactly("door-1 in");
    }

    @Test
    void turningBackInsideTheBand_isNoCrossing() {
        begin(5, 1);

        assertThat(goesTo(5, 2.299, 5, 1)).isEmpty();
    }

    @Test
    void goingRoundTheEnd_isNoCrossing_butChangesSides() {
        begin(5, 1);

        assertThat(goesTo(8, 1, 8, 3, 5, 3)).isEmpty();
        assertThat(goesTo(5, 1)).containsExactly("door-1 out");
    }

    /** The door was reached, but that was before the track was last clearly on one side. */
    @Test
    void reachingTheDoorAndTurningBack_beforeGoingRound_isNoCrossing() {
        begin(5, 1);

        assertThat(goesTo(5, 2.1, 5, 1, 8, 1, 8, 3)).isEmpty();
    }

    /** Reached within the band, then along the wall and round its end without leaving the band: one crossing, in − out stays right. */
    @Test
    void reachingTheDoor_andChangingSidesBesideIt_isACrossing() {
        begin(5, 1);

        assertThat(goesTo(5, 2.0, 5, 1.9, 8, 1.9, 8, 3)).containsExactly("door-1 in");
    }

    @Test
    void theDoorsEnds_belongToIt() {
        begin(7, 1);
        assertThat(goesTo(7, 3)).containsExactly("door-1 in");

        begin(4, 3);
        assertThat(goesTo(4, 1)).containsExactly("door-1 in", "door-1 out");
    }

    @Test
    void aMillimetreBesideTheEnd_isNoCrossing() {
        begin(7.001, 1);

        assertThat(goesTo(7.001, 3)).isEmpty();
    }

    @Test
    void reachingTheLine_isCrossingIt() {
        begin(5, 1);

        assertThat(goesTo(5, 2, 9, 2, 9, 3)).containsExactly("door-1 in");
    }

    /** Within the band at first: the side of the first observation counts. */
    @Test
    void firstObservation_withinTheBand_givesTheSide() {
        begin(5, 1.9);

        assertThat(goesTo(5, 2.5)).containsExactly("door-1 in");
    }

    @Test
    void firstObservation_onTheLine_isOnTheRightSide() {
        begin(5, 2);
        assertThat(goesTo(5, 3)).isEmpty();

        begin(5, 2);
        assertThat(goesTo(5, 1)).containsExactly("door-1 out");
    }

    @Test
    void breakOnTheWayThrough_isNoCrossing() {
        begin(5, 1);
        goesTo(5, 1.9);
        sides.end(VISIT);
        begin(5, 2.1);

        assertThat(goesTo(5, 3)).isEmpty();
    }

    @Test
    void alongTheLine_isNoCrossing() {
        begin(5, 1);

        assertThat(goesTo(3, 2, 8, 2, 5, 1)).isEmpty();
    }

    @Test
    void tracksOfVisits_areApart() {
        begin(5, 1);
        sides.begin(2, floor, 5000, 3000);

        assertThat(goesTo(5, 3)).containsExactly("door-1 in");
    }

    /** On a floor without doors nothing is kept. */
    @Test
    void floorWithoutDoors_hasNoCrossings(@TempDir Path folder) throws IOException {
        StorePack pack = StoreOf.drawing(
                        """
                        +---+
                        |   |
                        +---+
                        """)
                .in(folder);
        Floor plain = pack.layouts().get(0).floors().get(0);
        sides.begin(VISIT, plain, 1000, 1000);
        sides.step(VISIT, plain, 1000, 1000, 2000, 2000, 300, (door, in) -> crossings.add(door.id()));

        assertThat(crossings).isEmpty();
    }
}
