package dev.footfall.floorboard;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.OperatingSystemMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page over time: how soon it is there, that it keeps itself fresh, what it says when nothing answers, and how it looks. */
class PageLifeITCase {
    private static final int SOON_MILLIS = 1_000;

    /** One is enough on a machine that does nothing else. */
    private static final int MOST_LOADS = 10;

    private static final int LIVE_MILLIS = 5_000;

    /** Where pictures go, from the folder of the project; CONTRIBUTING.md tells how those of the docs are taken anew. */
    private static final Path PICTURES = Path.of(System.getProperty("footfall.project", ".."))
            .resolve(System.getProperty("footfall.pictures", "floorboard/target/pictures"));

    @RegisterExtension
    static final ShownStores STORES = new ShownStores();

    @Test
    void heatMap_isPaintedWithinASecond() {
        double soonEnough = SOON_MILLIS * othersShare();
        int soonest = Integer.MAX_VALUE;
        for (int load = 0; load < MOST_LOADS && soonest > soonEnough; load++) {
            try (Visitor visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 900)) {
                Page page = visitor.open("?store=supermarket&range=today");
                page.waitForSelector("html[data-painted]", Visitor.ATTACHED);
                soonest =
                        Math.min(soonest, Integer.parseInt(page.locator("html").getAttribute("data-painted")));
            }
        }
        assertThat(soonest).isLessThanOrEqualTo((int) soonEnough);
    }

    /** How many times slower a machine is on which so much else runs; 1 when there is a processor for everything. */
    private static double othersShare() {
        OperatingSystemMXBean machine = ManagementFactory.getOperatingSystemMXBean();
        return Math.max(1, machine.getSystemLoadAverage() / machine.getAvailableProcessors());
    }

    @Test
    void live_readsAgainByItself() {
        try (Visitor visitor = STORES.visitor(ColorScheme.LIGHT, 1280, 900)) {
            Page page = visitor.withClock().openWhole("?store=supermarket");
            page.waitForRequest(request -> request.url().contains("/api/query/people_now"), () -> page.clock()
                    .fastForward(LIVE_MILLIS));
            assertThat(visitor.complaints()).isEmpty();
        }
    }

    @Test
    void influxDbAway_isSaidAndNothingMadeUp() {
        try (Visitor visitor = STORES.visitorWithoutFigures()) {
            Page page = visitor.open("?store=supermarket");
            assertThat(page.locator("#notice")).isVisible();
            assertThat(page.locator("#notice")).containsText("InfluxDB");
            assertThat(page.locator("#notice")).containsText("Trying again");
            assertThat(page.locator("#plan .zone").first()).isAttached();
            assertThat(visitor.complaints()).allMatch(complaint -> complaint.contains("502"));
        }
    }

    @Test
    void pictures_ofThePage_areTaken() throws IOException {
        Files.createDirectories(PICTURES);
        picture("floorboard-light.png", ColorScheme.LIGHT, 1280, 960, "?store=supermarket&range=today");
        picture("floorboard-dark.png", ColorScheme.DARK, 1280, 960, "?store=supermarket&range=today");
        picture("floorboard-phone.png", ColorScheme.LIGHT, 390, 844, "?store=supermarket");
        if (System.getProperty("footfall.pictures") != null) {
            picturesOfOtherPages();
        }
    }

    /** What other tests have seen already: for the docs alone. */
    private static void picturesOfOtherPages() {
        String against =
                "?store=supermarket&range=today&against=" + LocalDate.ofInstant(ShownStores.FULL_DAY, ZoneOffset.UTC);
        picture(
                "floorboard-difference.png",
                ColorScheme.LIGHT,
                1280,
                900,
                against,
                page -> page.waitForSelector("#zones th[title*=less]", Visitor.ATTACHED));
        picture(
                "floorboard-zone.png",
                ColorScheme.LIGHT,
                1280,
                1180,
                "?store=supermarket&range=today&zone=dairy&beside=bakery",
                page -> {
                    page.waitForSelector("#detail-body canvas, #detail-body svg, #detail-body table", Visitor.ATTACHED);
                    page.locator("#detail").scrollIntoViewIfNeeded();
                });
        picture("floorboard-wall.png", ColorScheme.DARK, 1280, 720, "wall.html?store=supermarket");
        try (Visitor visitor = STORES.visitorOfChain(ColorScheme.LIGHT, 1280, 1100)) {
            picture(visitor, "floorboard-chain.png", "chain.html?range=" + ChainOfStores.DAY, page -> {});
        }
    }

    private static void picture(String name, ColorScheme scheme, int width, int height, String search) {
        try (Visitor visitor = STORES.visitor(scheme, width, height)) {
            picture(visitor, name, search, page -> {});
        }
    }

    private static void picture(
            String name, ColorScheme scheme, int width, int height, String search, Consumer<Page> before) {
        try (Visitor visitor = STORES.visitor(scheme, width, height)) {
            picture(visitor, name, search, before);
        }
    }

    private static void picture(Visitor visitor, String name, String search, Consumer<Page> before) {
        Path file = PICTURES.resolve(name);
        Page page = search.startsWith("?") ? visitor.openWhole(search) : visitor.open(search);
        page.waitForSelector("#zones tbody tr, #stores tbody tr, #wall[data-scene]", Visitor.ATTACHED);
        before.accept(page);
        Visitor.settled(page);
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        assertThat(file).isNotEmptyFile();
    }
}
