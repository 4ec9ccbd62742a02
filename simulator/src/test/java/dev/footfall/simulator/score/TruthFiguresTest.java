package dev.footfall.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Window;
import dev.footfall.simulator.score.Truth.Run;
import dev.footfall.simulator.score.Truth.Stay;
import dev.footfall.simulator.score.Truth.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cases of docs/metrics.md, by the truth of one visit. */
class TruthFiguresTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MINUTE = 60 * SECOND;
    private static final long QUARTER = 15 * MINUTE;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void stops_thatBecameNeighboursSinceAPassLiesBetween_areOnePlace() throws IOException {
        Figures figures = figures(
                stay("bread", 0, 20 * SECOND), stay("till", MINUTE, 3 * SECOND), stay("bread", 2 * MINUTE, MINUTE));

        assertThat(visits(figures, Figure.PATH, "start->bread->end")).isEqualTo(1);
        assertThat(visits(figures, Figure.FLOW, "start->bread")).isEqualTo(1);
        assertThat(visits(figures, Figure.FLOW, "bread->bread")).isZero();
    }

    @Test
    void stops_enteredAtOneInstant_comeByTheNameOfTheirZone() throws IOException {
        Figures figures = figures(stay("till", 0, MINUTE), stay("bread", 0, MINUTE));

        assertThat(visits(figures, Figure.PATH, "start->bread->till->end")).isEqualTo(1);
    }

    @Test
    void aChain_afterAFalseStart_isFound() throws IOException {
        Figures figures = figures(
                stay("entrance", 0, SECOND),
                stay("bread", 46 * MINUTE, MINUTE),
                stay("entrance", 45 * MINUTE, SECOND),
                stay("till", 50 * MINUTE, SECOND));

        assertThat(visits(figures, Figure.STEP, "buy 3-till")).isEqualTo(1);
        assertThat(day(figures, Figure.STEP_P50, "buy 2-bread")).isEqualTo(60_000);
    }

    @Test
    void aChain_thatTakesTooLong_endsBefore() throws IOException {
        Figures figures = figures(
                stay("entrance", 0, SECOND), stay("bread", 4 * MINUTE, MINUTE), stay("till", 45 * MINUTE + 1, SECOND));

        assertThat(visits(figures, Figure.STEP, "buy 2-bread")).isEqualTo(1);
        assertThat(visits(figures, Figure.STEP, "buy 3-till")).isZero();
    }

    @Test
    void aStay_tooShortForItsStep_doesNotServe() throws IOException {
        Figures figures = figures(stay("entrance", 0, SECOND), stay("bread", MINUTE, 5 * SECOND - 1));

        assertThat(visits(figures, Figure.STEP, "buy 1-entrance")).isEqualTo(1);
        assertThat(visits(figures, Figure.STEP, "buy 2-bread")).isZero();
    }

    @Test
    void aStay_leftOnTheBorderOfAQuarter_countsAfterItAndWasThereBeforeIt() throws IOException {
        Figures figures = figures(stay("bread", QUARTER - MINUTE, MINUTE));

        assertThat(quarter(figures, Figure.STAYS, 0)).isZero();
        assertThat(quarter(figures, Figure.STAYS, 1)).isEqualTo(1);
        assertThat(quarter(figures, Figure.ZONE_VISITS, 0)).isEqualTo(1);
        assertThat(quarter(figures, Figure.ZONE_VISITS, 1)).isZero();
    }

    @Test
    void aStay_thatAShelfCameraTells_wasThereWhereItEnds() throws IOException {
        Figures figures = figures(true, stay("bread", QUARTER - MINUTE, 2 * MINUTE));

        assertThat(quarter(figures, Figure.ZONE_VISITS, 0)).isZero();
        assertThat(quarter(figures, Figure.ZONE_VISITS, 1)).isEqualTo(1);
    }

    @Test
    void aStay_ofExactlyTheShortestStop_isAStop() throws IOException {
        Figures figures = figures(stay("bread", 0, 5 * SECOND), stay("bread", MINUTE, 5 * SECOND - 1));

        assertThat(visits(figures, Figure.STOPS, "bread")).isEqualTo(1);
        assertThat(visits(figures, Figure.PASSES, "bread")).isEqualTo(1);
    }

    private static Stay stay(String zone, long sinceTenNanos, long dwellNanos) {
        long entered = Example.TEN * 1_000_000 + sinceTenNanos;
        return new Stay("anna", zone, entered, entered + dwellNanos);
    }

    private Figures figures(Stay... stays) throws IOException {
        return figures(false, stays);
    }

    private Figures figures(boolean byShelfCamera, Stay... stays) throws IOException {
        StorePack pack = Example.pack(folder, Example.CAMERA, Example.FUNNEL);
        Run run = new Run("corner", "1", Example.TEN, Example.TEN + 7_200_000, "none");
        Visit visit = new Visit("anna", byShelfCamera, Example.TEN, Example.TEN + 3_600_000);
        return TruthFigures.of(pack, new Truth(run, List.of(visit), List.of(stays), List.of(), List.of(), List.of()));
    }

    private static double visits(Figures figures, Figure figure, String subject) {
        return day(figures, figure, subject);
    }

    private static double day(Figures figures, Figure figure, String subject) {
        return figures.valueOf(new Figures.Cell(figure, subject, Window.DAY, Example.TEN - 6 * 3_600_000))
                .orElseThrow();
    }

    private static double quarter(Figures figures, Figure figure, int number) {
        return figures.valueOf(new Figures.Cell(figure, "bread", Window.QUARTER, Example.TEN + number * 900_000L))
                .orElseThrow();
    }
}
