package dev.footfall.floorboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Zones looked at closely, side by side, and the ways between them. */
class PageZoneITCase {
    @RegisterExtension
    static final ShownStores STORES = new ShownStores();

    private static final List<String> ENDS =
            List.of("le_5", "le_10", "le_15", "le_30", "le_60", "le_120", "le_300", "le_600", "le_inf");
    private static final String DAY = "store = '" + ShownStores.STORE + "' AND \"window\" = '1d' AND time = "
            + ShownStores.DAY_START.toEpochMilli() + "ms";

    @SuppressWarnings("NullAway.Init")
    private static Visitor visitor;

    @SuppressWarnings("NullAway.Init")
    private static Page page;

    @BeforeAll
    static void openTwoZones() {
        visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 900);
        page = visitor.openWhole(
                "?store=" + ShownStores.STORE + "&range=today&zone=dairy&beside=bakery&least=3&ways=plan");
        page.waitForSelector("#detail article:nth-child(2) .course");
        page.waitForSelector("#plan .way", Visitor.ATTACHED);
    }

    @AfterAll
    static void nothingWentWrong() {
        visitor.close();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void histogram_hasTheStaysBetweenTheEnds() throws IOException {
        for (String zone : List.of("dairy", "bakery")) {
            JsonNode row = rows("SELECT " + String.join(", ", ENDS)
                            + ", passes, stops, engaged, dwell_ms_p90, visits FROM zone_dwell WHERE \"zone\" = '" + zone
                            + "' AND " + DAY)
                    .path(0);
            Locator article = page.locator("#detail article[data-zone=" + zone + "]");
            int before = 0;
            for (int end = 0; end < ENDS.size(); end++) {
                int upTo = row.get(1 + end).asInt();
                assertThat(article.locator("[data-bar=" + ENDS.get(end) + "]"))
                        .hasAttribute("data-value", Integer.toString(upTo - before));
                before = upTo;
            }
            assertThat(before).isPositive();
            List<String> others = List.of(
                    "[data-bar=passes]",
                    "[data-bar=stops]",
                    "[data-bar=engaged]",
                    "[data-figure=dwell90]",
                    "[data-figure=visits]");
            for (int other = 0; other < others.size(); other++) {
                assertThat(article.locator(others.get(other)))
                        .hasAttribute(
                                "data-value", row.get(1 + ENDS.size() + other).asText());
            }
        }
    }

    @Test
    void waysInAndOut_areTheZonesFlows() throws IOException {
        Locator sides = page.locator("#detail article[data-zone=dairy] .side");
        for (int side = 0; side < 2; side++) {
            String own = side == 0 ? "target" : "source";
            Map<String, String> flows = new HashMap<>();
            rows("SELECT source, target, visits FROM zone_flow WHERE " + DAY).forEach(row -> {
                if (row.get(own.equals("source") ? 1 : 2).asText().equals("dairy")) {
                    flows.put(
                            row.get(own.equals("source") ? 2 : 1).asText(),
                            row.get(3).asText());
                }
            });
            List<Locator> shown = sides.nth(side).locator("li[data-way]").all();
            assertThat(shown).hasSizeGreaterThan(3);
            for (Locator way : shown) {
                assertThat(flows).containsEntry(way.getAttribute("data-way"), way.getAttribute("data-value"));
            }
        }
    }

    @Test
    void quarterHours_areTheZonesCourse() throws IOException {
        List<String> visits = values(rows("SELECT visits FROM zone_dwell WHERE \"zone\" = 'bakery' AND "
                + DAY.replace("1d", "15m").replace("time =", "time >=")));
        assertThat(visits).isNotEmpty();
        assertThat(page.locator("#detail article[data-zone=bakery] td:nth-child(2)")
                        .all())
                .extracting(cell -> cell.getAttribute("data-value"))
                .isEqualTo(visits);
    }

    @Test
    void arrowsAndTable_areTheWaysWalkedOftenEnough() throws IOException {
        Map<String, String> flows = StreamSupport.stream(
                        rows("SELECT source, target, visits FROM zone_flow WHERE " + DAY)
                                .spliterator(),
                        false)
                .filter(row -> row.get(3).asInt() >= 3)
                .collect(Collectors.toMap(
                        row -> row.get(1).asText() + "->" + row.get(2).asText(),
                        row -> row.get(3).asText()));
        assertThat(page.locator("#flows-table tbody tr")).hasCount(flows.size());
        List<Locator> arrows = page.locator("#plan .way").all();
        assertThat(arrows).hasSizeBetween(5, 40);
        for (Locator arrow : arrows) {
            assertThat(flows).containsEntry(arrow.getAttribute("data-way"), arrow.getAttribute("data-value"));
        }
    }

    @Test
    void zonesAndWays_areChosenByControls() {
        try (Visitor other = STORES.visitor(ColorScheme.DARK, 1280, 900)) {
            Page own = other.openWhole("?store=" + ShownStores.STORE + "&range=today");
            assertThat(own.locator("#detail")).isHidden();
            own.locator("#zones [data-focus='zone wine']").press("Enter");
            assertThat(own.locator("#detail-title")).hasText("Wine and spirits");
            own.locator("#beside").selectOption("promo");
            assertThat(own.locator("#detail-title")).hasText("Wine and spirits beside Promotion of the week");
            assertThat(own).hasURL(Pattern.compile("zone=wine&beside=promo"));
            own.locator("#detail-close").click();
            assertThat(own.locator("#detail")).isHidden();
            assertThat(own.locator("#zones [data-focus='zone wine']")).isFocused();
            own.locator("#way").selectOption("dairy");
            own.locator("#least").fill("2");
            own.locator("#least").press("Tab");
            own.locator("#ways").check();
            assertThat(own).hasURL(Pattern.compile("way=dairy&least=2&ways=plan"));
            assertThat(own.locator("#plan .way").first()).isAttached();
            assertThat(own.locator("#flows-table tbody tr").allTextContents())
                    .isNotEmpty()
                    .allMatch(row -> row.contains("Dairy"));
            own.locator("#least").fill("0");
            own.locator("#least").press("Tab");
            assertThat(own.locator("#least")).hasValue("1");
            assertThat(other.complaints()).isEmpty();
        }
    }

    private static List<String> values(JsonNode rows) {
        return StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.get(1).asText())
                .toList();
    }

    private static JsonNode rows(String influxQl) throws IOException {
        return STORES.influx(influxQl).at("/series/0/values");
    }
}
