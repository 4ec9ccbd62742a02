package dev.footfall.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PointLineTest {

    @Test
    void aLine_isReadWithEveryTypeOfField() {
        PointLine point = PointLine.parse("a,t=v,s=w i=-3i,f=2.5,b=true,q=\"x y\" 17");

        assertThat(point.measurement()).isEqualTo("a");
        assertThat(point.tags()).isEqualTo(Map.of("t", "v", "s", "w"));
        assertThat(point.fields()).isEqualTo(Map.of("i", -3L, "f", 2.5, "b", true, "q", "x y"));
        assertThat(point.timeMillis()).isEqualTo(17);
    }

    @Test
    void escapes_ofTagsAndStrings_areTaken() {
        PointLine point = PointLine.parse("a,t=one\\,\\ two\\=2,u=back\\slash q=\"say \\\"a, b\\\" \\\\ c=1\" 17");

        assertThat(point.tags()).isEqualTo(Map.of("t", "one, two=2", "u", "back\\slash"));
        assertThat(point.fields()).isEqualTo(Map.of("q", "say \"a, b\" \\ c=1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            a                    | ' ' is missing at character 2
            a,t= v=1i 17         | a name or value is missing at character 5
            a v 17               | '=' is missing at character 7
            a v=1i               | ' ' is missing at character 7
            a v=1i soon          | 'soon' is no whole number
            a v=1x 17            | '1x' is no number
            a v=1.5i 17          | '1.5' is no whole number
            a v="x 17            | '"' is missing at character 10
            """)
    void aLine_thatIsNone_isRefusedWithItsPlace(String line, String reason) {
        assertThatThrownBy(() -> PointLine.parse(line))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(reason);
    }
}
