package dev.footfall.floorboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of all stores: its figures are what InfluxDB answers, its controls do what they say, and it leads to each store. */
class PageChainITCase {
    @RegisterExtension
    static final ShownStores STORES = new ShownStores();

    private static final String OF_THE_CHAIN = "store =~ /^station-/ AND \"window\" = '1d'";

    @SuppressWarnings("NullAway.Init")
    private Visitor visitor;

    @SuppressWarnings("NullAway.Init")
    private Page page;

    @BeforeEach
    void openTheChain() {
        visitor = STORES.visitorOfChain(ColorScheme.LIGHT, 1280, 900);
        open("?range=" + ChainOfStores.DAY + "&find=station-");
    }

    private void open(String search) {
        page = visitor.open("chain.html" + search);
        page.waitForSelector("#stores tbody tr", Visitor.ATTACHED);
    }

    @AfterEach
    void nothingWentWrong() {
        visitor.close();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void figures_ofEachStore_areThoseOfItsDay() throws IOException {
        Map<String, JsonNode> visits = byStore("SELECT visits, duration_ms_p50, bounces FROM visits");
        Map<String, JsonNode> doors = byStore("SELECT \"in\", passing FROM footfall");
        Map<String, JsonNode> inside = byStore("SELECT people_max FROM occupancy");
        Map<String, JsonNode> zones = byStore("SELECT sum(stays), sum(engaged) FROM zone_dwell");
        int rows = 0;
        for (Locator row : page.locator("#stores tbody tr").all()) {
            String store = row.getAttribute("data-store");
            JsonNode visit = row(visits, store);
            JsonNode door = row(doors, store);
            assertThat(value(row, "visits")).isEqualTo(visit.get(1).asDouble()).isPositive();
            assertThat(value(row, "duration")).isEqualTo(visit.get(2).asDouble());
            assertThat(value(row, "bounces"))
                    .isCloseTo(visit.get(3).asDouble() / visit.get(1).asDouble(), within(1e-12));
            assertThat(value(row, "entries")).isEqualTo(door.get(1).asDouble());
            assertThat(value(row, "capture"))
                    .isCloseTo(
                            door.get(1).asDouble()
                                    / (door.get(1).asDouble() + door.get(2).asDouble()),
                            within(1e-12));
            double most = row(inside, store).get(1).asDouble();
            assertThat(value(row, "peak")).isEqualTo(most);
            assertThat(value(row, "filled")).isCloseTo(most / ChainOfStores.CAPACITY, within(1e-12));
            JsonNode stays = row(zones, store);
            assertThat(value(row, "engaged"))
                    .isCloseTo(stays.get(2).asDouble() / stays.get(1).asDouble(), within(1e-12));
            JsonNode before = STORES.influx("SELECT visits FROM visits WHERE " + OF_THE_CHAIN + " AND store = '" + store
                            + "' AND time = " + ChainOfStores.start(store, ChainOfStores.DAY.minusWeeks(1)) + "ms")
                    .at("/series/0/values/0/1");
            assertThat(value(row, "visits-change"))
                    .isCloseTo(visit.get(1).asDouble() / before.asDouble() - 1, within(1e-12));
            rows++;
        }
        assertThat(rows).isEqualTo(50);
    }

    @Test
    void totals_areSumsOfCounts() throws IOException {
        double visits = 0;
        for (JsonNode store : byStore("SELECT visits FROM visits").values()) {
            visits += store.get(1).asDouble();
        }
        double entries = 0;
        for (JsonNode store : byStore("SELECT \"in\" FROM footfall").values()) {
            entries += store.get(1).asDouble();
        }
        assertThat(total("visits")).isEqualTo(visits).isPositive();
        assertThat(total("entries")).isEqualTo(entries).isPositive();
        assertThat(total("stores"))
                .isEqualTo(byStore("SELECT visits FROM visits").size());
        assertThat(page.locator("#notice")).containsText("2 stores have figures of these days but no pack here");
        assertThat(page.locator(".tile[data-figure=visits]")).containsText("in a week");
    }

    @Test
    void outliers_areFarByTheRule() throws IOException {
        Map<String, Double> shares = new HashMap<>();
        byStore("SELECT bounces, visits FROM visits")
                .forEach((store, row) ->
                        shares.put(store, row.get(1).asDouble() / row.get(2).asDouble()));
        double median = median(shares.values().stream().sorted().toList());
        double deviation = median(shares.values().stream()
                .map(share -> Math.abs(share - median))
                .sorted()
                .toList());
        Set<String> far = shares.entrySet().stream()
                .filter(share -> Math.abs(share.getValue() - median) > 3.5 * 1.4826 * deviation)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(far).contains(ChainOfStores.STRANGE);
        page.locator("#only").check();
        assertThat(page).hasURL(Pattern.compile("only=outliers"));
        Set<String> shown = page.locator("#stores tr:has(td.outlier[data-column=bounces])").all().stream()
                .map(row -> row.getAttribute("data-store"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(shown).isEqualTo(far);
        assertThat(page.locator("#outliers li").first()).hasAttribute("data-store", ChainOfStores.STRANGE);
        assertThat(page.locator("#map circle.outlier[data-store='" + ChainOfStores.STRANGE + "']"))
                .hasCount(1);
        assertThat(page.locator("#outliers-rule")).containsText("3.5 × 1.4826");
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    @Test
    void table_isSortedTurnedAndSearchedByKeyboard() {
        assertThat(column("visits")).isSortedAccordingTo(Comparator.reverseOrder());
        page.locator("#stores button[data-sort=bounces]").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#stores th[aria-sort=descending] button")).hasAttribute("data-sort", "bounces");
        assertThat(page.locator("#stores button[data-sort=bounces]")).isFocused();
        assertThat(column("bounces")).isSortedAccordingTo(Comparator.reverseOrder());
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("sort=-bounces"));
        assertThat(column("bounces")).isSorted();
        String last = page.locator("#stores tbody tr").last().getAttribute("data-store");
        page.locator("#pages button", new Page.LocatorOptions().setHasText("Next"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile("page=2"));
        assertThat(page.locator("#stores tr[data-store='" + last + "']")).hasCount(0);
        page.reload();
        assertThat(page.locator("#pages span")).containsText("51 to 100 of " + ChainOfStores.MANY);
        page.locator("#find").fill("Station 00017");
        assertThat(page.locator("#stores tbody tr")).hasCount(1);
        assertThat(page.locator("#found")).containsText("1 of ");
        assertThat(page.locator("#map circle")).hasCount(1);
    }

    @Test
    void stores_leadToTheirOwnPageOnThatDay() {
        page.locator("#stores tbody th a").first().click();
        assertThat(page).hasURL(Pattern.compile("/\\?store=station-\\d+&.*range=" + ChainOfStores.DAY));
        assertThat(page.locator("#title")).containsText("Station");
        page.goBack();
        page.waitForSelector("#map circle");
        page.locator("#find").fill("Demo fashion");
        page.locator("#map circle").first().click();
        assertThat(page.locator("#title")).hasText("Demo fashion shop");
    }

    @Test
    void today_isNotComparedBeforeItIsOver() throws IOException {
        open("?range=today&find=demo");
        Locator supermarket = page.locator("#stores tr[data-store=supermarket]");
        JsonNode visits = STORES.influx(
                        "SELECT visits FROM visits WHERE store = 'supermarket' AND \"window\" = '1d' AND time = "
                                + ShownStores.DAY_START.toEpochMilli() + "ms")
                .at("/series/0/values/0/1");
        assertThat(value(supermarket, "visits")).isEqualTo(visits.asDouble()).isPositive();
        assertThat(supermarket.locator("td[data-column='visits-change']")).hasText("–");
        assertThat(supermarket.locator("td[data-column=status]")).hasText("provisional");
        assertThat(page.locator("#subtitle")).containsText("is not compared");
        assertThat(page.locator("#outliers")).containsText("fewer than 8 stores");
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 390", "DARK, 1280"})
    void everybody_canUseIt(ColorScheme scheme, int width) {
        try (Visitor other = STORES.visitorOfChain(scheme, width, 844)) {
            Page shown = other.open("chain.html?find=station-0001&range=" + ChainOfStores.DAY);
            shown.waitForSelector("#stores tbody tr", Visitor.ATTACHED);
            Visitor.settled(shown);
            assertThat(new AxeBuilder(shown)
                            .setLegacyMode(true)
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                            .analyze()
                            .getViolations())
                    .filteredOn(violation -> Set.of("serious", "critical").contains(violation.getImpact()))
                    .extracting(violation -> violation.getId() + ": " + violation.getNodes())
                    .isEmpty();
            assertThat((int) shown.evaluate("document.scrollingElement.scrollWidth"))
                    .isLessThanOrEqualTo(width);
            assertThat(other.complaints()).isEmpty();
        }
    }

    /** The rows of the day of the chain's stores, time and the columns asked for, by store. */
    private static Map<String, JsonNode> byStore(String select) throws IOException {
        Map<String, JsonNode> rows = new HashMap<>();
        for (String store : List.of("station-00000", "station-00009")) {
            for (JsonNode series : STORES.influx(select + " WHERE " + OF_THE_CHAIN + " AND time = "
                            + ChainOfStores.start(store, ChainOfStores.DAY) + "ms GROUP BY store")
                    .path("series")) {
                rows.put(series.at("/tags/store").asText(), series.at("/values/0"));
            }
        }
        return rows;
    }

    private static JsonNode row(Map<String, JsonNode> rows, String store) {
        return Objects.requireNonNull(rows.get(store), store);
    }

    private List<Double> column(String id) {
        return page.locator("#stores td[data-column='" + id + "']").all().stream()
                .map(cell -> Double.parseDouble(cell.getAttribute("data-value")))
                .toList();
    }

    private static double value(Locator row, String column) {
        return Double.parseDouble(
                row.locator("td[data-column='" + column + "']").getAttribute("data-value"));
    }

    private double total(String figure) {
        return Double.parseDouble(
                page.locator(".tile[data-figure='" + figure + "']").getAttribute("data-value"));
    }
}
