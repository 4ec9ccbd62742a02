package dev.footfall.floorboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The screen on the wall: shows what InfluxDB answers, floor after floor, says when that is old, and comes back by itself. */
class PageWallITCase {
    private static final int ROUND_MILLIS = 5_100;
    private static final int RESCUE_MILLIS = 40_000;

    @RegisterExtension
    static final ShownStores STORES = new ShownStores();

    private static Page open(Visitor visitor, String search) {
        Page page = visitor.open("wall.html" + search);
        page.waitForSelector("#wall[data-scene]", Visitor.ATTACHED);
        return page;
    }

    private static Visitor onTheWall() {
        return STORES.visitor(ColorScheme.LIGHT, 1920, 1080);
    }

    @Test
    void figures_areThoseOfNow() throws IOException {
        try (Visitor visitor = onTheWall()) {
            Page page = open(visitor, "?store=supermarket");
            String today = " AND time >= " + ShownStores.DAY_START.toEpochMilli() + "ms";
            assertThat(figure(page, "inside"))
                    .isEqualTo(
                            value("SELECT last(people) FROM occupancy WHERE store = 'supermarket' AND \"window\" = '1m'"
                                    + today));
            assertThat(page.locator("[data-figure=inside]")).containsText("of 250 allowed");
            assertThat(figure(page, "entries"))
                    .isEqualTo(
                            value("SELECT sum(\"in\") FROM footfall WHERE store = 'supermarket' AND \"window\" = '15m'"
                                    + today));
            int most = 0;
            for (JsonNode zone : STORES.influx(
                            "SELECT last(people) FROM zone_now WHERE store = 'supermarket' AND time >= "
                                    + (ShownStores.NOW.toEpochMilli() - 60_000) + "ms GROUP BY zone")
                    .path("series")) {
                most = Math.max(most, zone.at("/values/0/1").asInt());
            }
            assertThat(figure(page, "busiest")).isEqualTo(most).isPositive();
            assertThat(page.locator("#clock")).hasText("10:25");
            assertThat(page.locator("#old")).isHidden();
            assertThat(page.evaluate("getComputedStyle(document.body).cursor")).isEqualTo("none");
            assertThat(page.locator("html")).hasAttribute("data-awake", Pattern.compile(".+"));
            assertThat((double) page.evaluate(
                            "parseFloat(getComputedStyle(document.querySelector('.figure .value')).fontSize)"))
                    .isGreaterThan(100);
            Visitor.settled(page);
            assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
                    .filteredOn(violation -> Set.of("serious", "critical").contains(violation.getImpact()))
                    .extracting(violation -> violation.getId() + ": " + violation.getNodes())
                    .isEmpty();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void floorsAndStores_takeTurns() {
        try (Visitor visitor = onTheWall().withClock()) {
            Page page = open(visitor, "?store=fashion,kiosk&every=5&theme=light");
            assertThat(page.locator("html")).hasAttribute("data-theme", "light");
            for (String scene : new String[] {"fashion 1", "kiosk 0", "fashion 0"}) {
                page.clock().fastForward(ROUND_MILLIS);
                assertThat(page.locator("#wall")).hasAttribute("data-scene", scene);
            }
            page.clock().fastForward(60_000);
            assertThat((String) page.evaluate("document.getElementById('wall').style.translate"))
                    .contains("px");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void influxDbAwayAndBack_isSaidAndMended() throws IOException {
        try (Visitor visitor = onTheWall().withClock()) {
            Page page = open(visitor, "?store=supermarket");
            STORES.stopFigures();
            try {
                page.clock().fastForward(ROUND_MILLIS);
                page.clock().fastForward(30_000);
                assertThat(page.locator("#old")).containsText("OLD FIGURES: of 10:25");
                assertThat(page.locator("#old")).containsText("does not answer");
                assertThat(page.locator("[data-figure=inside]")).isVisible();
            } finally {
                STORES.restartFigures();
            }
            page.clock().fastForward(ROUND_MILLIS);
            assertThat(page.locator("#old")).isHidden();
            assertThat(visitor.complaints()).allMatch(complaint -> complaint.contains("502"));
        }
    }

    @Test
    void scriptThatFails_isLoadedAgain() {
        try (Visitor visitor = onTheWall().withClock()) {
            Page page = visitor.page();
            page.route("**/js/wall/main.js", Route::abort);
            visitor.open("wall.html?store=supermarket");
            page.unroute("**/js/wall/main.js");
            page.clock().fastForward(RESCUE_MILLIS);
            page.waitForSelector("#wall[data-scene='supermarket 0']");
        }
    }

    private static int figure(Page page, String name) {
        return Integer.parseInt(page.locator("[data-figure=" + name + "]").getAttribute("data-value"));
    }

    private static int value(String influxQl) throws IOException {
        return STORES.influx(influxQl).at("/series/0/values/0/1").asInt();
    }
}
