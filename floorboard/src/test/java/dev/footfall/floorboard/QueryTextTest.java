package dev.footfall.floorboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Texts with Grafana's variables, filled in. */
class QueryTextTest {
    static final Iterable<String> NAMES = FigureQuery.NAMES;

    private static final QueryText TEXT =
            QueryText.of("SELECT \"people\" FROM \"occupancy\" WHERE \"store\" = '$store' AND $timeFilter");

    @Test
    void filled_hasStringsAndTimes() {
        assertThat(TEXT.variables()).containsExactlyInAnyOrder("store", "timeFilter");
        assertThat(TEXT.filled(Map.of("store", "demo"), 1000, 2000))
                .isEqualTo("SELECT \"people\" FROM \"occupancy\" WHERE \"store\" = 'demo'"
                        + " AND time >= 1000ms AND time < 2000ms");
    }

    @Test
    void filled_quoteAndBackslash_cannotEndTheLiteral() {
        assertThat(TEXT.filled(Map.of("store", "a' OR 'b'='b\\"), 1, 2)).contains("= 'a\\' OR \\'b\\'=\\'b\\\\' AND");
        assertThat(TEXT.filled(Map.of("store", "$timeFilter$0"), 1, 2)).contains("= '$timeFilter$0' AND");
    }

    @Test
    void filled_controlCharacter_isRefused() {
        assertThatThrownBy(() -> TEXT.filled(Map.of("store", "a\nb"), 1, 2))
                .hasMessageContaining("store has a control character");
    }

    @Test
    void variableOutsideOfQuotes_isRefused() {
        assertThatThrownBy(() -> QueryText.of("SELECT * FROM $measurement")).hasMessageContaining("measurement");
    }

    /** Grafana sends it as it stands: one statement, and nothing of the database but what the floorboard shows. */
    @ParameterizedTest
    @FieldSource("NAMES")
    void shipped_isOneReadingStatement(String name) {
        assertThat(QueryText.read(name).toString()).startsWith("SELECT ").doesNotContain(";", "INTO", "\n", "--");
        assertThat(QueryText.read(name).variables())
                .contains("store")
                .isSubsetOf("store", "floor", "zone", "window", "timeFilter");
    }
}
