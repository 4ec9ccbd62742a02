package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Envelope;

/** How cells lie on a floor, and to which cell a movement on a border belongs. */
class GridTest {

    private static final Grid GRID = new Grid(0, 0, 500, 4, 4, Georeference.NONE);
    private static final long SECOND = 1_000_000_000L;

    @Test
    void over_originBetweenCells_isRoundedDownToAMultipleOfTheCell() {
        Grid grid = Grid.over(
                new Envelope(-7.7459999999999996, 14.169, -3.5709999999999997, 13.588), 400, Georeference.NONE);

        assertThat(grid.originXMillimetres()).isEqualTo(-8_000);
        assertThat(grid.originYMillimetres()).isEqualTo(-3_600);
        assertThat(grid.columns()).isEqualTo(56);
        assertThat(grid.rows()).isEqualTo(43);
    }

    @Test
    void over_boxThatEndsOnABorder_hasNoCellBeyond() {
        Grid grid = Grid.over(new Envelope(0, 2, 1, 1.9999999999999998), 500, Georeference.NONE);

        assertThat(grid.columns()).isEqualTo(4);
        assertThat(grid.originYMillimetres()).isEqualTo(1_000);
        assertThat(grid.rows()).isEqualTo(2);
    }

    @Test
    void over_originOneTenthOfAMillimetreBelowABorder_beginsACellEarlier() {
        assertThat(Grid.over(new Envelope(0.9999, 2, 0, 1), 500, Georeference.NONE)
                        .originXMillimetres())
                .isEqualTo(500);
    }

    @Test
    void newGrid_ofTooManyCells_isRefusedByName() {
        assertThatThrownBy(() -> new Grid(0, 0, 10, 4_000, 4_000, Georeference.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("columns × rows is 16000000");
    }

    /**
     * <pre>
     *   ·─────·─────·
     *   │  ●──┼──→  │     one second in each cell
     *   ·─────·─────·
     * </pre>
     */
    @Test
    void cut_acrossABorder_splitsTheTime() {
        assertThat(cut(250, 250, 750, 250)).containsExactly("0,0 0–1000", "1,0 1000–2000");
    }

    @Test
    void cut_upAlongABorder_belongsToTheRightCell() {
        assertThat(cut(500, 100, 500, 400)).containsExactly("1,0 0–2000");
    }

    @Test
    void cut_leftFromABorder_isInTheLeftCellAtOnce() {
        assertThat(cut(500, 100, 200, 100)).containsExactly("0,0 0–2000");
    }

    @Test
    void cut_leftUpToABorder_neverEntersTheCellBeyond() {
        assertThat(cut(900, 100, 500, 100)).containsExactly("1,0 0–2000");
    }

    /**
     * <pre>
     *   ·─────·─────·
     *   │     │   ↗ │
     *   ·─────┼─────·     through the corner: no time in the cells beside it
     *   │ ●   │     │
     *   ·─────·─────·
     * </pre>
     */
    @Test
    void cut_throughACorner_givesNoPieceBesideIt() {
        assertThat(cut(250, 250, 750, 750)).containsExactly("0,0 0–1000", "1,1 1000–2000");
    }

    @Test
    void cut_downThroughACorner_givesNoPieceBesideIt() {
        assertThat(cut(750, 250, 250, 750)).containsExactly("1,0 0–1000", "0,1 1000–2000");
    }

    @Test
    void cut_standingOnACorner_belongsToTheUpperRightCell() {
        assertThat(cut(500, 500, 500, 500)).containsExactly("1,1 0–2000");
    }

    @Test
    void cut_throughTheOutside_isOnePieceOutside() {
        assertThat(cut(-2_000, 250, 2_000, 250))
                .containsExactly("-1,-1 0–1000", "0,0 1000–1250", "1,0 1250–1500", "2,0 1500–1750", "3,0 1750–2000");
    }

    @Test
    void longitudeAndLatitude_withoutAnchor_areAThousandthOfADegreePerMetre() {
        assertThat(GRID.longitude(3, 0)).isCloseTo(0.00175, within(1e-12));
        assertThat(GRID.latitude(3, 0)).isCloseTo(0.00025, within(1e-12));
    }

    private static List<String> cut(int x0, int y0, int x1, int y1) {
        List<String> pieces = new ArrayList<>();
        GRID.cut(
                x0,
                y0,
                0,
                x1,
                y1,
                2 * SECOND,
                (column, row, from, to) ->
                        pieces.add(column + "," + row + " " + from / 1_000_000 + "–" + to / 1_000_000));
        return pieces;
    }
}
