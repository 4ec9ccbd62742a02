package dev.footfall.floorboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Every control of the page does what it says, and the address keeps what was chosen. */
class PageControlsITCase {
    @RegisterExtension
    static final ShownStores STORES = new ShownStores();

    @SuppressWarnings("NullAway.Init")
    private Visitor visitor;

    @SuppressWarnings("NullAway.Init")
    private Page page;

    @BeforeEach
    void openTheSupermarket() {
        visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 900);
        page = visitor.openWhole("?store=" + ShownStores.STORE);
    }

    @AfterEach
    void nothingWentWrong() {
        visitor.close();
        assertThat(visitor.complaints()).isEmpty();
    }

    @Test
    void times_chosen_areShownAndKeptInTheAddress() {
        assertThat(page.locator("#subtitle")).containsText("10:00 to 11:00");
        press("Today");
        assertThat(page.locator("#subtitle")).containsText("Monday, 2 November 2026, so far");
        assertThat(page).hasURL(Pattern.compile("range=today"));
        press("Yesterday");
        assertThat(page.locator("#absence")).containsText("Nothing has been recorded here on Sunday, 1 November 2026");
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Show Monday")))
                .click();
        assertThat(page).hasURL(Pattern.compile("range=2026-11-02"));
        assertThat(page.locator("#day")).hasValue("2026-11-02");
        assertThat(page.locator("#absence")).isHidden();
        assertThat(page.locator("#zones tbody tr").first()).isVisible();
        page.locator("#day").fill("2026-11-01");
        assertThat(page.locator("#absence")).isVisible();
        page.reload();
        assertThat(page.locator("#day")).hasValue("2026-11-01");
        assertThat(page.locator("#subtitle")).containsText("Sunday, 1 November 2026");
    }

    @Test
    void heat_ofVisitorsOrNone_isDrawnInstead() throws Exception {
        press("Visitors");
        String most = STORES.influx("SELECT max(visits) FROM heatmap WHERE store = '" + ShownStores.STORE
                        + "' AND \"window\" = '1h' AND time = " + ShownStores.LIVE_HOUR.toEpochMilli() + "ms")
                .at("/series/0/values/0/1")
                .asText();
        assertThat(page.locator(".ramp")).hasAttribute("data-most", most);
        assertThat(isHeatDrawn()).isTrue();
        press("Off");
        assertThat(page.locator("#legend")).isHidden();
        assertThat(isHeatDrawn()).isFalse();
        assertThat(page).hasURL(Pattern.compile("heat=off"));
    }

    @Test
    void funnel_chosen_showsItsSteps() {
        page.locator("#funnel").selectOption("counter");
        assertThat(page.locator("#funnel-body li[data-step]")).hasCount(2);
        assertThat(page.locator("#funnel-body li[data-step='2-service']")).containsText("15 s or longer");
    }

    @Test
    void columns_pressed_sortTheZones() {
        for (String column : List.of(
                "now", "visits", "stays", "passes", "stops", "engaged", "engagement", "dwell", "dwell90", "seconds")) {
            Locator header = page.locator("#zones button[data-sort='" + column + "']");
            header.click();
            if (column.equals("seconds")) {
                header.click(); // it was the column sorted by, now it is the smallest first
                header.click();
            }
            assertThat(page.locator("#zones th[aria-sort=descending] button")).hasAttribute("data-sort", column);
            assertThat(values(column)).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void zone_pressed_isMarkedOnThePlan() {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Dairy").setExact(true))
                .click();
        assertThat(page.locator("#plan .zone.chosen")).hasAttribute("data-zone", "dairy");
        assertThat(page).hasURL(Pattern.compile("zone=dairy"));
        page.locator("#plan .drawing").click(new Locator.ClickOptions().setPosition(2, 2));
        assertThat(page.locator("#plan .zone.chosen")).hasCount(0);
    }

    @Test
    void store_chosen_showsWhatItHas() {
        page.locator("#store").selectOption("fashion");
        assertThat(page.locator("#title")).hasText("Demo fashion shop");
        Locator floors = page.locator("#floors label");
        assertThat(floors).hasCount(2);
        String ground = page.locator("#zones tbody").innerText();
        floors.nth(1).click();
        assertThat(page).hasURL(Pattern.compile("store=fashion&floor="));
        assertThat(page.locator("#zones tbody")).not().hasText(ground);
        page.locator("#store").selectOption("kiosk");
        assertThat(page.locator("#floors")).isHidden();
        assertThat(page.locator("#heats")).isHidden();
        assertThat(page.locator("#plan-note")).containsText("No heat map here");
        assertThat(page.locator("#plan-note")).containsText("4 shelf cameras");
        assertThat(page.locator("#funnel-body")).isVisible();
    }

    @Test
    void tables_ofTheCharts_open() {
        for (String card : List.of(".doors-card", ".flows-card")) {
            page.locator(card + " summary").click();
            assertThat(page.locator(card + " table")).isVisible();
        }
    }

    @Test
    void colours_switched_areKeptInTheBrowser() {
        String light = background();
        Locator theme = page.locator("#theme");
        theme.click();
        assertThat(theme).hasAttribute("aria-label", "Colours: light");
        assertThat(background()).isEqualTo(light);
        theme.click();
        assertThat(theme).hasAttribute("aria-label", "Colours: dark");
        assertThat(background()).isNotEqualTo(light);
        page.reload();
        assertThat(page.locator("#theme")).hasAttribute("aria-label", "Colours: dark");
        assertThat(background()).isNotEqualTo(light);
    }

    private void press(String name) {
        page.locator(
                        "label",
                        new Page.LocatorOptions()
                                .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))))
                .click();
    }

    private List<Double> values(String column) {
        return page.locator("#zones td[data-column='" + column + "']").all().stream()
                .map(cell -> cell.getAttribute("data-value"))
                .map(value -> value.isEmpty() ? -1 : Double.parseDouble(value))
                .toList();
    }

    /** Whether the heat map has anything on it. */
    private boolean isHeatDrawn() {
        return (boolean) page.evaluate("() => { const heat = document.querySelector('canvas.heat');"
                + " const blank = document.createElement('canvas'); blank.width = heat.width; blank.height = heat.height;"
                + " return heat.toDataURL() !== blank.toDataURL(); }");
    }

    private String background() {
        return (String) page.evaluate("getComputedStyle(document.body).backgroundColor");
    }
}
