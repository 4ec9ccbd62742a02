package dev.footfall.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.StringReader;
import java.util.Collection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PointFileTest {

    @Test
    void aPoint_writtenTwice_isAsWrittenLast() throws Exception {
        Collection<PointLine> points = read(
                """
                visits,store=corner,window=1d visits=1i,status=0i 17
                visits,window=1d,store=corner visits=2i,status=1i 17
                visits,store=corner,window=1d visits=9i,status=1i 18
                """);

        assertThat(points)
                .extracting(PointLine::fields)
                .containsExactly(Map.of("visits", 2L, "status", 1L), Map.of("visits", 9L, "status", 1L));
    }

    @Test
    void points_ofOtherStoresWindowsAndMeasurements_arePassedOver() throws Exception {
        assertThat(
                        read(
                                """
                # a comment

                heatmap,cell=1_1,floor=0,store=corner,window=1d visits=1i 17
                visits,store=other,window=1d visits=1i 17
                visits,store=corner,window=1m visits=1i 17
                """))
                .isEmpty();
    }

    @Test
    void aLine_thatIsNoPoint_isToldWithItsNumber() {
        assertThatThrownBy(() -> read("# a comment\nvisits,store=corner,window=1d visits=many 17\n"))
                .isInstanceOf(FaultyInputException.class)
                .hasMessage("points.lp line 2: 'many' is no number");
        assertThatThrownBy(() -> read("not a point\n")).hasMessageStartingWith("points.lp line 1: ");
    }

    private static Collection<PointLine> read(String lines) throws Exception {
        return PointFile.read(new BufferedReader(new StringReader(lines)), "points.lp", "corner");
    }
}
