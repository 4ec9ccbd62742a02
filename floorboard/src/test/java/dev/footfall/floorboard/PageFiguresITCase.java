package dev.footfall.floorboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the page shows of a day is what InfluxDB answers, asked here in other words than the page's. */
class PageFiguresITCase {
    @RegisterExtension
    static final ShownStores STORES = new ShownStores();

    private static final String DAY = "store = '" + ShownStores.STORE + "' AND \"window\" = '1d' AND time = "
            + ShownStores.DAY_START.toEpochMilli() + "ms";
    private static final String ON_THE_FLOOR = DAY + " AND floor = '0'";

    @SuppressWarnings("NullAway.Init")
    private static Visitor visitor;

    @SuppressWarnings("NullAway.Init")
    private static Page page;

    @BeforeAll
    static void openTheDay() {
        visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 900);
        page = visitor.open("?store=" + ShownStores.STORE + "&range=today");
        page.waitForSelector("#flows-table tbody tr", Visitor.ATTACHED);
    }

    @AfterAll
    static void nothingWentWrong() {
        visitor.close();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void tiles_ofTheDay_areTheDaysFigures() throws IOException {
        JsonNode doors = row("SELECT sum(\"in\"), sum(out), sum(passing) FROM footfall WHERE " + DAY);
        assertThat(figure("entries")).isEqualTo(doors.get(1).asDouble()).isPositive();
        assertThat(figure("exits")).isEqualTo(doors.get(2).asDouble()).isPositive();
        double cameBy = doors.get(1).asDouble() + doors.get(3).asDouble();
        assertThat(figure("capture")).isCloseTo(doors.get(1).asDouble() / cameBy, within(1e-12));
        JsonNode visits = row("SELECT visits, duration_ms_p50 FROM visits WHERE " + DAY);
        assertThat(figure("visits")).isEqualTo(visits.get(1).asDouble()).isPositive();
        assertThat(figure("duration")).isEqualTo(visits.get(2).asDouble()).isPositive();
        assertThat(figure("inside"))
                .isEqualTo(row("SELECT last(people) FROM occupancy WHERE "
                                + DAY.replace("1d", "1m").replaceAll(" AND time.*", ""))
                        .get(1)
                        .asDouble());
    }

    @Test
    void zones_ofTheFloor_areInTheTable() throws IOException {
        JsonNode zones = answer(
                "SELECT zone, visits, stays, passes, stops, engaged, dwell_ms_p50, dwell_ms_p90, seconds FROM zone_dwell WHERE "
                        + ON_THE_FLOOR);
        List<String> columns = List.of("visits", "stays", "passes", "stops", "engaged", "dwell", "dwell90", "seconds");
        assertThat(zones).isNotEmpty();
        for (JsonNode zone : zones) {
            for (int column = 0; column < columns.size(); column++) {
                Locator cell = page.locator("#zones tr[data-zone='%s'] td[data-column='%s']"
                        .formatted(zone.get(1).asText(), columns.get(column)));
                JsonNode value = zone.get(2 + column);
                assertThat(cell.getAttribute("data-value")).isEqualTo(value.isNull() ? "" : number(value));
            }
        }
    }

    @Test
    void funnelSteps_areThoseOfTheDay() throws IOException {
        JsonNode steps =
                answer("SELECT step, visits FROM funnel WHERE funnel = '" + ShownStores.FUNNEL + "' AND " + DAY);
        assertThat(steps).isNotEmpty();
        assertThat(page.locator("#funnel-body li[data-step]")).hasCount(steps.size());
        for (JsonNode step : steps) {
            assertThat(page.locator("#funnel-body li[data-step='" + step.get(1).asText() + "']"))
                    .hasAttribute("data-value", step.get(2).asText());
        }
    }

    @Test
    void ways_inTheTable_areTheFlowsOfTheDay() throws IOException {
        List<Integer> expected = new ArrayList<>();
        answer("SELECT visits FROM zone_flow WHERE " + DAY)
                .forEach(flow -> expected.add(flow.get(1).asInt()));
        List<Integer> shown = page.locator("#flows-table td[data-value]").all().stream()
                .map(cell -> Integer.parseInt(cell.getAttribute("data-value")))
                .toList();
        expected.removeIf(visits -> visits == 0);
        assertThat(shown).isNotEmpty().containsExactlyInAnyOrderElementsOf(expected);
        assertThat(shown).isSortedAccordingTo((a, b) -> b - a);
    }

    @Test
    void quarterHours_inTheTable_areThoseOfTheDoors() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        for (JsonNode quarter : answer("SELECT sum(\"in\") FROM footfall WHERE "
                + DAY.replace("1d", "15m")
                        .replaceAll("time = .*", "time >= " + ShownStores.DAY_START.toEpochMilli() + "ms")
                + " GROUP BY time(15m) fill(none)")) {
            expected.put(
                    ShownStores.localTime(quarter.get(0).asLong()),
                    quarter.get(1).asText());
        }
        Map<String, String> shown = new TreeMap<>();
        for (Locator row : page.locator("#doors-table tbody tr").all()) {
            shown.put(row.locator("th").textContent(), row.locator("td").first().getAttribute("data-value"));
        }
        assertThat(shown).isNotEmpty().containsAllEntriesOf(expected);
        shown.keySet().removeAll(expected.keySet());
        assertThat(shown.values()).allMatch("0"::equals);
    }

    @Test
    void heat_hottestCellAndCells_areThoseOfTheDay() throws IOException {
        JsonNode heat = row("SELECT max(seconds), count(seconds) FROM heatmap WHERE " + ON_THE_FLOOR);
        assertThat(page.locator(".ramp")).hasAttribute("data-most", number(heat.get(1)));
        assertThat(page.locator("#plan-note"))
                .containsText(
                        String.format(Locale.UK, "%,d squares", heat.get(2).asInt()));
    }

    private double figure(String name) {
        return Double.parseDouble(
                page.locator(".tile[data-figure='" + name + "']").getAttribute("data-value"));
    }

    private static JsonNode answer(String influxQl) throws IOException {
        return STORES.influx(influxQl).at("/series/0/values");
    }

    private static JsonNode row(String influxQl) throws IOException {
        return answer(influxQl).path(0);
    }

    /** As JavaScript writes it. */
    private static String number(JsonNode value) {
        double number = value.asDouble();
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
