package dev.footfall.floorboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole day of the supermarket's heat map, played; and the page with all that can be opened on it. */
class PagePlaybackITCase {
    private static final String WHOLE_DAY = "?store=" + ShownStores.STORE + "&range=2026-10-25";
    private static final int FRAMES_A_SECOND = 20;
    private static final double PATIENCE_MILLIS = 60_000;
    private static final Set<String> SERIOUS = Set.of("serious", "critical");

    /** Writes down when the plan's heat map is drawn. */
    private static final String WATCH =
            """
            () => {
              window.drawn = [];
              const draw = CanvasRenderingContext2D.prototype.drawImage;
              CanvasRenderingContext2D.prototype.drawImage = function (...what) {
                if (this.canvas.classList.contains('heat')) window.drawn.push(performance.now());
                return draw.apply(this, what);
              };
            }""";

    @RegisterExtension
    static final ShownStores STORES = new ShownStores();

    @Test
    void day_played_runsAtTwentyFramesASecond() {
        try (Visitor visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 900)) {
            Page page = visitor.openWhole(WHOLE_DAY);
            page.locator("#play").click();
            assertThat(page.locator("#play-clock strong")).hasText("07:00 to 07:15");
            page.locator("#speed").selectOption("2");
            page.evaluate(WATCH);
            page.locator("#play-pause").click();
            assertThat(page.locator("#play-pause")).hasAttribute("aria-label", "Pause");
            assertThat(page.locator("#play-clock strong"))
                    .hasText("18:45 to 19:00", new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE_MILLIS));
            assertThat(page.locator("#play-pause")).hasAttribute("aria-label", "Play");
            assertThat(page).hasURL(Pattern.compile("play=18%3A45"));
            List<?> frames = (List<?>) page.evaluate("window.drawn");
            double seconds = ((Number) page.evaluate("window.drawn.at(-1) - window.drawn[0]")).doubleValue() / 1000;
            assertThat(seconds).isPositive();
            assertThat((frames.size() - 1) / seconds * othersShare())
                    .as("%d frames in %.1f s", frames.size(), seconds)
                    .isGreaterThanOrEqualTo(FRAMES_A_SECOND);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    /** How many times slower a machine is on which so much else runs, twice at most; 1 when there is a processor for everything. */
    private static double othersShare() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return Math.min(2, Math.max(1, machine.getSystemLoadAverage() / machine.getAvailableProcessors()));
    }

    @Test
    void quarterHour_ofTheAddress_isShownWithItsPeople_andMovedByKeys() throws IOException {
        try (Visitor visitor = STORES.visitor(ColorScheme.DARK, 1280, 900)) {
            Page page = visitor.openWhole(WHOLE_DAY + "&play=14:15");
            Instant quarter = ShownStores.FULL_DAY.plus(Duration.ofMinutes(615));
            Locator clock = page.locator("#play-clock strong");
            assertThat(clock).hasText("14:15 to 14:30");
            assertThat(clock).hasAttribute("data-quarter", Long.toString(quarter.toEpochMilli()));
            String asked = " WHERE store = 'supermarket' AND \"window\" = '15m' AND time ";
            assertThat(page.locator("#play-clock [data-people]"))
                    .hasAttribute(
                            "data-people",
                            one("SELECT people FROM occupancy" + asked + "= " + quarter.toEpochMilli() + "ms"));
            assertThat(page.locator(".ramp"))
                    .hasAttribute(
                            "data-most",
                            one("SELECT max(seconds) FROM heatmap" + asked + ">= "
                                    + ShownStores.FULL_DAY.toEpochMilli() + "ms AND time < "
                                    + ShownStores.FULL_DAY
                                            .plus(Duration.ofDays(1))
                                            .toEpochMilli() + "ms"));
            page.locator("#scrubber").press("ArrowRight");
            assertThat(clock).hasText("14:30 to 14:45");
            assertThat(page).hasURL(Pattern.compile("play=14%3A30"));
            page.locator("#scrubber").press("Home");
            assertThat(clock).hasText("07:00 to 07:15");
            page.locator("#scrubber").press(" ");
            assertThat(page.locator("#play-pause")).hasAttribute("aria-label", "Pause");
            page.locator("#scrubber").press(" ");
            page.locator("#play").click();
            assertThat(page.locator("#player")).isHidden();
            assertThat(page).not().hasURL(Pattern.compile("play="));
            assertThat(page.locator("#plan-note")).containsText("Busiest square");
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void motionUnwanted_nothingFades() {
        try (Visitor visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 900)) {
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            Page page = visitor.openWhole(WHOLE_DAY + "&play=08:00");
            assertThat(page.locator("#play-clock strong")).hasText("08:00 to 08:15");
            page.locator("#speed").selectOption("2");
            page.evaluate("() => { window.shots = new Set(); const look = () => { window.shots.add("
                    + "document.querySelector('canvas.heat').toDataURL().length + document.querySelector('#play-clock').textContent);"
                    + " requestAnimationFrame(look); }; look(); }");
            page.locator("#play-pause").click();
            assertThat(page.locator("#play-clock strong")).hasText("08:30 to 08:45");
            page.locator("#play-pause").click();
            assertThat((int) page.evaluate("window.shots.size")).isLessThanOrEqualTo(6);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void everythingOpen_isAccessible_andFitsAPhone() {
        try (Visitor visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 844)) {
            Page page = visitor.openWhole(
                    WHOLE_DAY + "&against=2026-10-26&zone=dairy&beside=bakery&ways=plan&least=4&play=10:15");
            page.waitForSelector("#detail .course", Visitor.ATTACHED);
            page.waitForSelector("#compared:not([hidden])");
            assertThat(page.locator("#play-clock strong")).hasText("10:15 to 10:30");
            nothingSerious(page);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
            page.setViewportSize(390, 844);
            // a function: the text of an expression may not be evaluated in this page
            page.waitForFunction("() => document.scrollingElement.scrollWidth <= 390"); // the plan is drawn anew first
            nothingSerious(page);
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    private static void nothingSerious(Page page) {
        Visitor.settled(page);
        List<Rule> violations = new AxeBuilder(page)
                .include(List.of("#choices, #compared, #summary, .plan-card, #detail, .flows-card"))
                .setLegacyMode(true)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(violations)
                .filteredOn(violation -> SERIOUS.contains(violation.getImpact()))
                .extracting(violation -> violation.getId() + ": " + violation.getNodes())
                .isEmpty();
    }

    private static String one(String influxQl) throws IOException {
        return STORES.influx(influxQl).at("/series/0/values/0/1").asText();
    }
}
