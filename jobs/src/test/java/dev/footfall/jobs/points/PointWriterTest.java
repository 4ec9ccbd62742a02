package dev.footfall.jobs.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a point is written as line protocol. */
class PointWriterTest {
    private final List<Point> points = new ArrayList<>();
    private final PointWriter writer = new PointWriter(points, millis -> millis < 1_000 ? "00000000" : "abcd1234");

    private String line() {
        assertThat(points).hasSize(1);
        return points.get(0).line();
    }

    @Test
    void metric_hasTagsFieldsStatusCompletenessDefinitionsAndTime() {
        writer.measurement("visits")
                .tag("store", "shop")
                .tag("window", "1m")
                .integer("visits", 3)
                .seconds("staff_seconds", 1_500_000)
                .metric(1_000, PointWriter.FINAL, 10_000);

        assertThat(line())
                .isEqualTo(
                        "visits,store=shop,window=1m visits=3i,staff_seconds=1.5,status=1i,completeness=1.0,definitions=\"abcd1234\" 1000");
        assertThat(points.get(0).last()).isTrue();
    }

    @Test
    void provisionalMetric_isNotTheLast() {
        writer.measurement("m").integer("n", 1).metric(0, PointWriter.PROVISIONAL, 250);

        assertThat(line()).isEqualTo("m n=1i,status=0i,completeness=0.025,definitions=\"00000000\" 0");
        assertThat(points.get(0).last()).isFalse();
    }

    @Test
    void plainPoint_hasNoStatus() {
        writer.measurement("cells").tag("cell", "1_2").number("x", 0.75).plain(5);

        assertThat(line()).isEqualTo("cells,cell=1_2 x=0.75 5");
        assertThat(points.get(0).last()).isFalse();
    }

    @Test
    void writer_isReusedFromPointToPoint() {
        writer.measurement("a").tag("z", "1").integer("n", 1).plain(1);
        writer.measurement("b").tag("a", "2").integer("m", 2).plain(2);

        assertThat(points).extracting(Point::line).containsExactly("a,z=1 n=1i 1", "b,a=2 m=2i 2");
    }

    @Test
    void tagValue_escapesWhatEndsIt() {
        writer.measurement("funnel")
                .tag("step", "1-wine, beer = drinks")
                .integer("n", 1)
                .plain(0);

        assertThat(line()).isEqualTo("funnel,step=1-wine\\,\\ beer\\ \\=\\ drinks n=1i 0");
    }

    /** A line is a point: nothing in a name may end it, nor take the comma after it for its own. */
    @Test
    void tagValue_withALineEndOrABackslashAtItsEnd_staysOneLine() {
        writer.measurement("funnel")
                .tag("step", "1-two\nlines\\")
                .tag("store", "shop")
                .integer("n", 1)
                .plain(0);

        assertThat(line()).isEqualTo("funnel,step=1-two\\ lines\\\\ ,store=shop n=1i 0");
    }

    @Test
    void textField_escapesQuotesAndBackslashes() {
        writer.measurement("paths").text("path", "a \"b\" \\ c, d=e").plain(0);

        assertThat(line()).isEqualTo("paths path=\"a \\\"b\\\" \\\\ c, d=e\" 0");
    }

    @Test
    void tags_outOfOrder_areRefused() {
        writer.measurement("m").tag("store", "shop");

        assertThatIllegalStateException()
                .isThrownBy(() -> writer.tag("floor", "0"))
                .withMessage("tag floor after store in m,store=shop");
    }

    @Test
    void emptyTag_isRefused() {
        writer.measurement("m");

        assertThatIllegalArgumentException().isThrownBy(() -> writer.tag("store", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "0,             0.0",
        "1,             0.000001",
        "10,            0.00001",
        "100000,        0.1",
        "1000000,       1.0",
        "1230000,       1.23",
        "86400000001,   86400.000001",
        "9007199254740993, 9007199254.740993",
    })
    void seconds_areExactMicroseconds(long micros, String text) {
        writer.measurement("m").seconds("s", micros).plain(0);

        assertThat(line()).isEqualTo("m s=" + text + " 0");
    }

    @Test
    void negativeSeconds_areRefused() {
        writer.measurement("m");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> writer.seconds("s", -1))
                .withMessage("s -1 µs is negative");
    }

    @Test
    void numberThatIsNone_isRefused() {
        writer.measurement("m");

        assertThatIllegalArgumentException().isThrownBy(() -> writer.number("x", Double.NaN));
    }
}
