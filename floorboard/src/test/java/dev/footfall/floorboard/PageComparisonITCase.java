package dev.footfall.floorboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two ranges compared: each figure and its difference is what InfluxDB answers for both. */
class PageComparisonITCase {
    @RegisterExtension
    static final ShownStores STORES = new ShownStores();

    private static final Instant PAST_DAY = ShownStores.FULL_DAY.plus(Duration.ofDays(1));

    /** As "10:15" on the store's clock: the last quarter hour that is over when the page is looked at. */
    private static final Instant UNTIL = Instant.parse("2026-11-02T09:15:00Z");

    private static final Duration A_WEEK = Duration.ofDays(7);

    @SuppressWarnings("NullAway.Init")
    private static Visitor visitor;

    @SuppressWarnings("NullAway.Init")
    private static Page page;

    @BeforeAll
    static void compareTwoDays() {
        visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 900);
        page = compared(visitor, "&range=2026-10-26&against=day");
    }

    private static Page compared(Visitor visitor, String chosen) {
        Page page = visitor.openWhole("?store=" + ShownStores.STORE + chosen);
        page.waitForSelector("#compared:not([hidden])");
        return page;
    }

    @AfterAll
    static void nothingWentWrong() {
        visitor.close();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void zones_haveBothDaysAndTheDifference() throws IOException {
        Map<String, JsonNode> shown =
                byFirst("SELECT zone, visits, stays, engaged, dwell_ms_p50, seconds FROM zone_dwell WHERE "
                        + window("1d", PAST_DAY));
        Map<String, JsonNode> other =
                byFirst("SELECT zone, visits, stays, engaged, dwell_ms_p50, seconds FROM zone_dwell WHERE "
                        + window("1d", ShownStores.FULL_DAY));
        assertThat(shown).hasSizeGreaterThan(20);
        List<String> columns = List.of("visits", "stays", "engaged", "dwell", "seconds");
        for (Map.Entry<String, JsonNode> zone : shown.entrySet()) {
            JsonNode before = other.get(zone.getKey());
            for (int column = 0; column < columns.size() && before != null; column++) {
                double a = zone.getValue().get(2 + column).asDouble();
                double b = before.get(2 + column).asDouble();
                assertThat(cell(zone.getKey(), columns.get(column))).isEqualTo(a);
                assertThat(cell(zone.getKey(), columns.get(column) + "-b")).isEqualTo(b);
                assertThat(cell(zone.getKey(), columns.get(column) + "-d")).isCloseTo(a - b, within(1e-9));
            }
        }
    }

    @Test
    void tiles_haveBothDays() throws IOException {
        for (String figure : List.of("entries", "exits")) {
            String field = figure.equals("entries") ? "\"in\"" : "out";
            String asked = "SELECT sum(" + field + ") FROM footfall WHERE ";
            assertThat(against(figure, "a"))
                    .isEqualTo(one(asked + window("1d", PAST_DAY)))
                    .isPositive();
            assertThat(against(figure, "b"))
                    .isEqualTo(one(asked
                            + window("15m", ShownStores.FULL_DAY, ShownStores.FULL_DAY.plus(Duration.ofDays(1)))));
        }
        assertThat(against("visits", "b"))
                .isEqualTo(one("SELECT visits FROM visits WHERE " + window("1d", ShownStores.FULL_DAY)));
        assertThat(against("duration", "a"))
                .isEqualTo(one("SELECT duration_ms_p50 FROM visits WHERE " + window("1d", PAST_DAY)));
    }

    @Test
    void heat_isTheDifferenceOfTheSquares_inAllAndByVisit() throws IOException {
        String asked = "SELECT cell, seconds FROM heatmap WHERE floor = '0' AND ";
        Map<String, JsonNode> shown = byFirst(asked + window("1d", PAST_DAY));
        Map<String, JsonNode> other = byFirst(asked + window("1d", ShownStores.FULL_DAY));
        double shownVisits = one("SELECT visits FROM visits WHERE " + window("1d", PAST_DAY));
        double otherVisits = one("SELECT visits FROM visits WHERE " + window("1d", ShownStores.FULL_DAY));
        Set<String> cells = new TreeSet<>(shown.keySet());
        cells.addAll(other.keySet());
        assertThat(mostDifference()).isCloseTo(most(cells, shown, 1, other, 1), within(1e-9));
        page.locator("#diffs label").nth(1).click();
        assertThat(page).hasURL(Pattern.compile("diff=visit"));
        assertThat(mostDifference()).isCloseTo(most(cells, shown, shownVisits, other, otherVisits), within(1e-9));
        assertThat(page.locator("#legend"))
                .containsText("%.0f visits against %.0f".formatted(shownVisits, otherVisits));
        page.locator("#plan .drawing").hover(new Locator.HoverOptions().setPosition(300, 300));
        assertThat(page.locator(".tip")).containsText("difference: ");
        assertThat(page.locator(".tip")).containsText(Pattern.compile("a visit \\(.* over \\d+\\)"));
    }

    @Test
    void quarterHours_ofBothDays_areBesideEachOther() throws IOException {
        Instant quarter = PAST_DAY.plus(Duration.ofHours(6)); // 10:00 on the store's clock
        Locator row = page.locator("#doors-table tr", new Page.LocatorOptions().setHasText("10:00"));
        for (int day = 0; day < 2; day++) {
            String asked =
                    "SELECT sum(\"in\") FROM footfall WHERE " + window("15m", quarter.minus(Duration.ofDays(day)));
            assertThat(row.locator("td").nth(day)).hasAttribute("data-value", Long.toString((long) one(asked)));
        }
        assertThat(page.locator("#doors"))
                .hasAttribute("aria-label", Pattern.compile("in on Mon 26 Oct, .* on Sun 25 Oct"));
    }

    @Test
    void dayThatRuns_isComparedSoFar_bySumsOnly() throws IOException {
        try (Visitor early = STORES.visitor(ColorScheme.DARK, 1280, 900)) {
            Page today = compared(early, "&range=today&against=week");
            assertThat(today.locator("#compared")).containsText("Mon 2 Nov compared with Mon 26 Oct. Both until 10:15");
            assertThat(today.locator("#zones [data-column='visits']")).hasCount(0);
            String asked = "SELECT sum(stays) FROM zone_dwell WHERE \"zone\" = 'dairy' AND ";
            Locator dairy = today.locator("#zones tr[data-zone=dairy]");
            assertThat(dairy.locator("[data-column=stays]"))
                    .hasAttribute("data-value", whole(asked + window("15m", ShownStores.DAY_START, UNTIL)));
            assertThat(dairy.locator("[data-column=stays-b]"))
                    .hasAttribute(
                            "data-value",
                            whole(asked + window("15m", ShownStores.DAY_START.minus(A_WEEK), UNTIL.minus(A_WEEK))));
            assertThat(today.locator("[data-figure=entries] .against"))
                    .hasAttribute(
                            "data-a",
                            whole("SELECT sum(\"in\") FROM footfall WHERE "
                                    + window("15m", ShownStores.DAY_START, UNTIL)));
            assertThat(today.locator("[data-figure=duration] .against")).hasCount(0);
            today.locator("#heats label").nth(1).click();
            assertThat(today.locator("#plan-note")).containsText("No differences here");
            today.locator("#against").selectOption("");
            assertThat(today.locator("#compared")).isHidden();
            assertThat(today.locator("#zones [data-column='visits']").first()).isVisible();
            assertThat(early.complaints()).isEmpty();
        }
    }

    @Test
    void floorDrawnOtherwise_hasNoDifferencesOfSquares() {
        try (Visitor other = STORES.visitorOfChain(ColorScheme.LIGHT, 390, 844)) {
            Page rebuilt = compared(other, "&range=2026-10-26&against=2026-10-25&zone=nothing&diff=never");
            assertThat(rebuilt.locator("#compared")).containsText("Not there then, or drawn otherwise: Bakery.");
            assertThat(rebuilt.locator("#plan-note")).containsText("on that day the squares of this floor were others");
            assertThat(rebuilt.locator("#zones tr[data-zone=bakery] [data-column=stays-b]"))
                    .hasAttribute("data-value", "");
            assertThat(rebuilt.locator("#zones tr[data-zone=dairy] [data-column=stays-b]"))
                    .not()
                    .hasAttribute("data-value", "");
            assertThat((int) rebuilt.evaluate("document.scrollingElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            assertThat(rebuilt).not().hasURL(Pattern.compile("nothing|never"));
            assertThat(other.complaints()).isEmpty();
        }
    }

    private static double most(
            Set<String> cells, Map<String, JsonNode> shown, double by, Map<String, JsonNode> other, double otherBy) {
        return cells.stream()
                .mapToDouble(cell -> Math.abs(seconds(shown.get(cell)) / by - seconds(other.get(cell)) / otherBy))
                .max()
                .orElse(0);
    }

    private static double seconds(@Nullable JsonNode row) {
        return row == null ? 0 : row.get(2).asDouble();
    }

    private static double mostDifference() {
        return Double.parseDouble(page.locator(".ramp").getAttribute("data-most"));
    }

    private static double cell(String zone, String column) {
        return Double.parseDouble(page.locator("#zones tr[data-zone='%s'] td[data-column='%s']".formatted(zone, column))
                .getAttribute("data-value"));
    }

    private static double against(String figure, String side) {
        return Double.parseDouble(
                page.locator(".tile[data-figure='" + figure + "'] .against").getAttribute("data-" + side));
    }

    private static String window(String label, Instant start) {
        return window(label, start, start.plusMillis(1));
    }

    private static String window(String label, Instant from, Instant to) {
        return "store = '%s' AND \"window\" = '%s' AND time >= %dms AND time < %dms"
                .formatted(ShownStores.STORE, label, from.toEpochMilli(), to.toEpochMilli());
    }

    private static double one(String influxQl) throws IOException {
        return STORES.influx(influxQl).at("/series/0/values/0/1").asDouble();
    }

    private static String whole(String influxQl) throws IOException {
        return Long.toString((long) one(influxQl));
    }

    private static Map<String, JsonNode> byFirst(String influxQl) throws IOException {
        Map<String, JsonNode> rows = new HashMap<>();
        STORES.influx(influxQl)
                .at("/series/0/values")
                .forEach(row -> rows.put(row.get(1).asText(), row));
        return rows;
    }
}
