package dev.footfall.jobs.influx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which line of a request a server means. */
class OffendingLineTest {
    private static final List<String> LINES = List.of(
            "footfall,store=a in=1i,out=2i 1000",
            "occupancy,store=a people_max=3i 1000",
            "occupancy,store=a people=1i,people_max=3i 1000");

    private static String line(String words) {
        return OffendingLine.of(new RefusedException(400, words, null, null), LINES);
    }

    @Test
    void fieldTypeConflict_isOfTheFirstLineWithThatMeasurementAndField() {
        assertThat(line("partial write: field type conflict: input field \"people\" on measurement \"occupancy\""
                        + " is type integer, already exists as type float dropped=1"))
                .isEqualTo("occupancy,store=a people=1i,people_max=3i 1000");
        assertThat(line("field type conflict: input field \"people_max\" on measurement \"occupancy\" is type integer"))
                .isEqualTo("occupancy,store=a people_max=3i 1000");
    }

    @Test
    void lineThatCannotBeParsed_isQuotedByTheServer() {
        assertThat(line("unable to parse 'occupancy,store=it's people=1': invalid number"))
                .isEqualTo("occupancy,store=it's people=1");
    }

    @Test
    void lineThatTheServerNames_isThatLine() {
        assertThat(OffendingLine.of(new RefusedException(400, "no", null, "occupancy,store=a people=1i"), LINES))
                .isEqualTo("occupancy,store=a people=1i");
    }

    @Test
    void otherRefusal_showsTheFirstLine() {
        assertThat(line("unauthorized")).isEqualTo(LINES.get(0));
        assertThat(line("field type conflict: input field \"x\" on measurement \"y\""))
                .isEqualTo(LINES.get(0));
    }
}
