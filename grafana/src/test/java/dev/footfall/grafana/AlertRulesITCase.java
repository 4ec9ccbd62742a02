package dev.footfall.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every alert rule on a real InfluxDB: silent while all is well, loud when it is not. */
class AlertRulesITCase {
    @RegisterExtension
    static final DayInInflux DAY = new DayInInflux();

    /** In the middle of the day, before anything is lost. */
    private static final Instant WELL = Instant.parse("2026-11-02T11:00:00Z");

    private static final Instant BAD_DAY = Instant.parse("2026-11-05T11:04:00Z");

    static Stream<AlertRule> rules() throws IOException {
        return Board.elements(
                        Project.yaml("grafana/provisioning/alerting/rules.yaml").at("/groups/0/rules"))
                .map(AlertRule::new);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_whileAllIsWell_doesNotFire(AlertRule rule) throws IOException {
        assertThat(rule.firing(DAY::series, WELL)).isEmpty();
    }

    @Test
    void gap_afterFramesWereLost_firesForThatStore() throws IOException {
        Instant after = SimulatedDay.FRAMES_LOST.plus(Duration.ofMinutes(5));
        for (AlertRule rule : rules().toList()) {
            Set<Map<String, String>> expected =
                    rule.uid().equals("footfall-gap") ? Set.of(Map.of("store", "supermarket")) : Set.of();
            assertThat(rule.firing(DAY::series, after)).as(rule.uid()).isEqualTo(expected);
        }
    }

    /** Points as a job writes them, of a store where nothing goes well, and of one of which nothing comes any more. */
    @ParameterizedTest
    @MethodSource("rules")
    void rule_whenItIsAsBadAsItSays_fires(AlertRule rule) throws Exception {
        DAY.write(badMinutes());
        String store = rule.uid().equals("footfall-clock-stands") ? "stands" : "bad";
        assertThat(rule.firing(DAY::series, BAD_DAY))
                .as(rule.uid())
                .singleElement()
                .satisfies(labels -> assertThat(labels).containsEntry("store", store));
    }

    private static List<String> badMinutes() {
        List<String> lines = new ArrayList<>();
        long now = BAD_DAY.toEpochMilli();
        long minute = Duration.ofMinutes(1).toMillis();
        for (long time = now - 20 * minute; time < now; time += minute) {
            lines.add("device_health,device=cam-1,store=bad state=\"online\",last_heard_ms=" + (now - 30 * minute)
                    + "i,events=0i,rejected=0i " + time);
            lines.add("device_health,device=cam-2,store=bad state=\"unknown\",events=0i,rejected=0i " + time);
            lines.add("occupancy,store=bad,window=1m people=12i,people_max=12i,clamped=0i,status=0i,completeness=1.0,"
                    + "definitions=\"0\" " + time);
        }
        lines.add("pipeline,store=bad frames=9i,duplicates=0i,gaps=2i,late_events=0i,lag_ms=90000i "
                + (now - 2 * minute));
        lines.add("pipeline,store=stands frames=9i,duplicates=0i,gaps=0i,late_events=0i,lag_ms=100i "
                + (now - 30 * minute));
        lines.add("stores,store=bad name=\"Bad\",lat=1.0,lon=1.0,capacity=10i " + (now - 300 * minute));
        return lines;
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rule_toWhomItWakes_saysWhatAndWhatToDo(AlertRule rule) throws IOException {
        JsonNode json = rule.json();
        assertThat(rule.uid()).matches("footfall-[a-z-]{1,31}");
        assertThat(json.at("/annotations/summary").asText()).contains(".Labels.store");
        assertThat(json.at("/annotations/what_to_do").asText()).endsWith(".");
        String[] see = json.at("/annotations/see").asText().split("#", 2);
        assertThat(Project.resolve(see[0])).content().contains("(#" + see[1] + ")");
        assertThat(json.at("/labels/severity").asText()).isIn("warning", "critical");
        assertThat(json.path("noDataState").asText()).isIn("OK", "NoData");
        assertThat(json.path("execErrState").asText()).isEqualTo("Error");
        assertThat(Project.boards())
                .filteredOn(board -> board.json().path("uid").equals(json.path("dashboardUid")))
                .singleElement()
                .satisfies(board -> assertThat(board.panels())
                        .extracting(panel -> panel.json().path("id"))
                        .contains(json.path("panelId")));
        assertThat(json.at("/annotations/__dashboardUid__")).isEqualTo(json.path("dashboardUid"));
        assertThat(json.at("/annotations/__panelId__").isTextual()).isTrue();
        assertThat(json.at("/annotations/__panelId__").asText())
                .isEqualTo(json.path("panelId").asText());
    }
}
