package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.io.ParseException;
import org.locationtech.jts.io.WKTReader;

/** Where movements enter and leave zones, case by case. Every movement takes ten seconds; pieces are in milliseconds. */
class ZoneIndexTest {

    private static final String SQUARE = "POLYGON ((0 0, 4 0, 4 4, 0 4, 0 0))";

    /**
     * <pre>
     *      ┌────┐
     *   ●──┼────┼──→
     *      └────┘
     * </pre>
     */
    @Test
    void cut_straightThrough_isInsideBetweenTheEdges() throws ParseException {
        assertThat(cut(SQUARE, -3, 2, 7, 2)).containsExactly("0: 3000–7000");
    }

    @Test
    void cut_insideAllTheWay_isOnePiece() throws ParseException {
        assertThat(cut(SQUARE, 1, 1, 3, 3)).containsExactly("0: 0–10000");
    }

    @Test
    void cut_passingAtADistance_givesNothing() throws ParseException {
        assertThat(cut(SQUARE, -3, 5, 7, 5)).isEmpty();
    }

    /**
     * <pre>
     *   ●──┬────┬──→
     *      │    │
     * </pre>
     */
    @Test
    void cut_alongAnEdge_isInside() throws ParseException {
        assertThat(cut(SQUARE, -3, 4, 7, 4)).containsExactly("0: 3000–7000");
        assertThat(cut(SQUARE, -3, 0, 7, 0)).containsExactly("0: 3000–7000");
    }

    /** A touch in a point is no time. */
    @Test
    void cut_touchingACorner_givesNothing() throws ParseException {
        assertThat(cut(SQUARE, -2, 2, 2, 6)).isEmpty();
    }

    @Test
    void cut_throughTwoCorners_isInsideBetweenThem() throws ParseException {
        assertThat(cut(SQUARE, -3, -3, 7, 7)).containsExactly("0: 3000–7000");
    }

    @Test
    void cut_endingOnTheEdge_isInsideUpToTheEnd() throws ParseException {
        assertThat(cut(SQUARE, 2, 2, 4, 2)).containsExactly("0: 0–10000");
        assertThat(cut(SQUARE, 6, 2, 4, 2)).isEmpty();
    }

    /**
     * <pre>
     *      ┌─┐  ┌─┐
     *   ●──┼─┼──┼─┼──→
     *      │ └──┘ │
     *      └──────┘
     * </pre>
     */
    @Test
    void cut_acrossAConcaveZone_isTwoPieces() throws ParseException {
        String bay = "POLYGON ((0 0, 6 0, 6 4, 4 4, 4 2, 2 2, 2 4, 0 4, 0 0))";

        assertThat(cut(bay, -2, 3, 8, 3)).containsExactly("0: 2000–4000", "0: 6000–8000");
    }

    /** Along the bottom of the bay the boundary is inside. */
    @Test
    void cut_alongTheBottomOfABay_isOnePiece() throws ParseException {
        String bay = "POLYGON ((0 0, 6 0, 6 4, 4 4, 4 2, 2 2, 2 4, 0 4, 0 0))";

        assertThat(cut(bay, -2, 2, 8, 2)).containsExactly("0: 2000–8000");
    }

    @Test
    void cut_acrossAHole_isTwoPieces() throws ParseException {
        String ring = "POLYGON ((0 0, 6 0, 6 6, 0 6, 0 0), (2 2, 4 2, 4 4, 2 4, 2 2))";

        assertThat(cut(ring, -2, 3, 8, 3)).containsExactly("0: 2000–4000", "0: 6000–8000");
        assertThat(cut(ring, -2, 4, 8, 4)).containsExactly("0: 2000–8000");
    }

    /**
     * <pre>
     *         ┌──┐
     *         │  │
     *      ┌──┼──┘     two parts that meet in a point: passing through it interrupts nothing
     *      │  │
     *      └──┘
     * </pre>
     */
    @Test
    void cut_throughThePointWhereTwoPartsMeet_isOnePiece() throws ParseException {
        String parts = "MULTIPOLYGON (((0 0, 2 0, 2 2, 0 2, 0 0)), ((2 2, 4 2, 4 4, 2 4, 2 2)))";

        assertThat(cut(parts, -3, -3, 7, 7)).containsExactly("0: 3000–7000");
    }

    @Test
    void cut_nestedZones_areToldInTheOrderOfTheirIndexes() throws ParseException {
        assertThat(cut(List.of("POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))", SQUARE), -3, 2, 7, 2))
                .containsExactly("0: 4000–6000", "1: 3000–7000");
    }

    /** On the edge that two zones share one is inside both. */
    @Test
    void cut_alongASharedEdge_isInsideBoth() throws ParseException {
        assertThat(cut(List.of(SQUARE, "POLYGON ((4 0, 8 0, 8 4, 4 4, 4 0))"), 4, -3, 4, 7))
                .containsExactly("0: 3000–7000", "1: 3000–7000");
    }

    @Test
    void cut_standingStillOnTheBoundary_isInsideAllTheTime() throws ParseException {
        assertThat(cut(SQUARE, 4, 4, 4, 4)).containsExactly("0: 0–10000");
        assertThat(cut(SQUARE, 4.001, 4, 4.001, 4)).isEmpty();
    }

    /** 1e-4 m of a zone at 100 m in 10 s is 10 µs; a hundredth of that is rounding. */
    @Test
    void cut_pieceShorterThanAMicrosecond_isNone() throws ParseException {
        assertThat(cut("POLYGON ((0 0, 0.0001 0, 0.0001 1, 0 1, 0 0))", -50, 0.5, 50, 0.5))
                .hasSize(1);
        assertThat(cut("POLYGON ((0 0, 0.000001 0, 0.000001 1, 0 1, 0 0))", -50, 0.5, 50, 0.5))
                .isEmpty();
    }

    @Test
    void cut_afterASinkThatThrew_isUnharmed() throws ParseException {
        ZoneIndex index = new ZoneIndex(List.of(zone(SQUARE), zone(SQUARE)));
        assertThatThrownBy(() -> index.cut(-1_000, 2_000, 0, 1_000, 2_000, 2_000_000, (zone, from, to) -> {
                    throw new IllegalStateException("full");
                }))
                .hasMessage("full");
        List<Integer> zones = new ArrayList<>();

        index.cut(1_000, 2_000, 0, 2_000, 2_000, 2_000_000, (zone, from, to) -> zones.add(zone));
        index.cut(8_000, 2_000, 0, 9_000, 2_000, 2_000_000, (zone, from, to) -> zones.add(zone));

        assertThat(zones).containsExactly(0, 1);
    }

    @Test
    void zonesAt_overlappingZones_areAscending() throws ParseException {
        ZoneIndex index = new ZoneIndex(List.of(zone(SQUARE), zone("POLYGON ((9 9, 10 9, 10 10, 9 9))"), zone(SQUARE)));
        int[] found = new int[3];

        int count = index.zonesAt(4, 0, found);

        assertThat(Arrays.copyOf(found, count)).containsExactly(0, 2);
    }

    @Test
    void zonesAt_zoneOfKilometres_isStillExact() throws ParseException {
        ZoneIndex index = new ZoneIndex(List.of(zone("POLYGON ((0 0, 90000 1, 90000 90000, 0 0))")));

        assertThat(index.zonesAt(45_000, 0.5, new int[1])).isEqualTo(1);
        assertThat(index.zonesAt(45_000, 0.499999, new int[1])).isZero();
    }

    private static List<String> cut(String zone, double x0, double y0, double x1, double y1) throws ParseException {
        return cut(List.of(zone), x0, y0, x1, y1);
    }

    private static List<String> cut(List<String> zones, double x0, double y0, double x1, double y1)
            throws ParseException {
        List<Geometry> geometries = new ArrayList<>();
        for (String zone : zones) {
            geometries.add(zone(zone));
        }
        List<String> pieces = new ArrayList<>();
        new ZoneIndex(geometries)
                .cut(
                        (int) Math.round(x0 * 1_000),
                        (int) Math.round(y0 * 1_000),
                        0,
                        (int) Math.round(x1 * 1_000),
                        (int) Math.round(y1 * 1_000),
                        10_000_000_000L,
                        (zone, from, to) ->
                                pieces.add(zone + ": " + Math.round(from / 1e6) + "–" + Math.round(to / 1e6)));
        return pieces;
    }

    private static Geometry zone(String wkt) throws ParseException {
        return new WKTReader().read(wkt);
    }
}
