package dev.footfall.floorboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page for people who use a keyboard, a screen reader or a phone. */
class PageAccessITCase {
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final int MORE_THAN_ALL_STOPS = 150;

    @RegisterExtension
    static final ShownStores STORES = new ShownStores();

    @ParameterizedTest
    @CsvSource({
        "supermarket, LIGHT, 1280",
        "supermarket, DARK, 390",
        "fashion, LIGHT, 390",
        "kiosk, DARK, 1280",
    })
    void axe_findsNothingSerious(String store, ColorScheme scheme, int width) {
        try (Visitor visitor = STORES.visitor(scheme, width, 844)) {
            Page page = visitor.openWhole("?store=" + store);
            Visitor.settled(page);
            List<Rule> violations = new AxeBuilder(page)
                    .setLegacyMode(true)
                    .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                    .analyze()
                    .getViolations();
            assertThat(violations)
                    .filteredOn(violation -> SERIOUS.contains(violation.getImpact()))
                    .extracting(violation -> violation.getId() + ": " + violation.getNodes())
                    .isEmpty();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"supermarket", "fashion", "kiosk"})
    void phone_needsNoScrollingSideways(String store) {
        try (Visitor visitor = STORES.visitor(ColorScheme.LIGHT, 390, 844)) {
            Page page = visitor.openWhole("?store=" + store);
            assertThat((int) page.evaluate("document.scrollingElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void keyboard_reachesEverythingAndShowsWhereItIs() {
        try (Visitor visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 900)) {
            Page page = visitor.openWhole("?store=supermarket");
            Set<String> stops = new LinkedHashSet<>();
            for (int stop = 0; stop < MORE_THAN_ALL_STOPS && stops.add(nextStop(page)); stop++) {}
            assertThat(stops)
                    .startsWith("Skip to the figures")
                    .contains("store", "range", "theme", "heat", "funnel", "sort visits", "zone dairy", "As a table")
                    .allSatisfy(stop -> assertThat(stop).doesNotContain("without a mark"));
        }
    }

    @Test
    void keyboard_choosesAndSorts() {
        try (Visitor visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 900)) {
            Page page = visitor.openWhole("?store=supermarket");
            page.locator("input[name=range]:checked").focus();
            page.keyboard().press("ArrowRight");
            assertThat(page).hasURL(Pattern.compile("range=today"));
            page.locator("#zones button[data-sort=stays]").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#zones th[aria-sort=descending] button")).hasAttribute("data-sort", "stays");
            assertThat(page.locator("#zones button[data-sort=stays]")).isFocused();
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void charts_areTold() {
        try (Visitor visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 900)) {
            Page page = visitor.openWhole("?store=supermarket&range=today");
            assertThat(page.locator("#doors")).hasAttribute("aria-label", Pattern.compile("\\d+ in, \\d+ out"));
            assertThat(page.locator("#flows"))
                    .hasAttribute("aria-label", Pattern.compile("The most walked: .* to .*, \\d+"));
            assertThat(page.locator(".tile .provisional").first()).containsText("(provisional)");
        }
    }

    /** Presses Tab; what has the focus then, by what it is called, and whether that is to be seen. */
    private static String nextStop(Page page) {
        page.keyboard().press("Tab");
        return (String)
                page.evaluate(
                        """
                () => {
                  const at = document.activeElement;
                  const outlined = [at, at.nextElementSibling, at.parentElement].filter(Boolean).map(part => getComputedStyle(part))
                      .some(style => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2);
                  const name = at.dataset.focus || at.name || at.id || at.textContent.trim();
                  return at === document.body ? 'page' : name + (outlined ? '' : ' without a mark');
                }""");
    }
}
