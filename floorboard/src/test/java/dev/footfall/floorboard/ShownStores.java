package dev.footfall.floorboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.ColorScheme;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The demo stores on the floorboard, in a real browser: simulated since shortly after they opened, their figures in a real InfluxDB, and
 * the clock where the simulation stands. Made once for all tests of this module.
 */
final class ShownStores implements BeforeAllCallback {
    static final String STORE = "supermarket";

    static final String FUNNEL = "basket";

    static final Instant DAY_START = Instant.parse("2026-11-02T03:00:00Z");

    static final Instant LIVE_HOUR = Instant.parse("2026-11-02T09:00:00Z");

    /** With nobody in the stores; pictures for the docs have more of the day to show. */
    private static final Instant OPENING = Instant.parse(
            System.getProperty("footfall.pictures") == null ? "2026-11-02T08:40:00Z" : "2026-11-02T06:00:00Z");

    /** Late enough for the hour to be the live one. */
    static final Instant NOW = Instant.parse("2026-11-02T09:25:00Z");

    /** When a stretch of the same weekday, a week before, begins; the clocks had been turned the day before. */
    static final Instant WEEK_BEFORE = Instant.parse("2026-10-26T08:50:00Z");

    static final Duration PAST_STRETCH = Duration.ofMinutes(25);

    /** The beginning of the day before that one, whose every quarter hour is one of today's. */
    static final Instant FULL_DAY = Instant.parse("2026-10-25T03:00:00Z");

    private static final Duration HOURS_SHUT = Duration.ofHours(3);

    private static final Duration HOURS_TO_CLOSE = Duration.ofHours(15);

    private static final String DATABASE = "footfall";
    private static final URI NOBODY = URI.create("http://127.0.0.1:1");
    private static final Path PROJECT = Path.of(System.getProperty("footfall.project", ".."));

    /** All that is open while tests run, in the order of its making. */
    private record Opened(
            Path folder,
            Influxd influxd,
            Floorboard floorboard,
            Floorboard figureless,
            Floorboard chain,
            Browsing browsing)
            implements AutoCloseable {
        static Opened open() throws Exception {
            Path folder = Files.createTempDirectory("footfall-floorboard");
            Path stores = PROJECT.resolve("examples/demo/stores");
            Influxd influxd = Influxd.start(folder.resolve("influxdb"));
            influxd.query("", "CREATE DATABASE " + DATABASE);
            ComputedFigures figures = ComputedFigures.of(stores, STORE, OPENING, NOW);
            figures.writeTo(influxd, DATABASE);
            figures.throughout(LIVE_HOUR, DAY_START, FULL_DAY, FULL_DAY.plus(HOURS_SHUT), FULL_DAY.plus(HOURS_TO_CLOSE))
                    .writeTo(influxd, DATABASE);
            ComputedFigures.ofThePast(stores, STORE, WEEK_BEFORE, WEEK_BEFORE.plus(PAST_STRETCH))
                    .writeTo(influxd, DATABASE);
            for (String store : List.of("fashion", "kiosk")) {
                ComputedFigures.of(stores, store, OPENING, NOW).writeTo(influxd, DATABASE);
            }
            ChainOfStores.writeTo(influxd, DATABASE);
            Path chain = ChainOfStores.packs(stores, folder.resolve("chain"));
            redraw(chain.resolve(STORE));
            return new Opened(
                    folder,
                    influxd,
                    floorboard(stores, influxd.url()),
                    floorboard(stores, NOBODY),
                    floorboard(chain, influxd.url()),
                    Browsing.start(folder.resolve("chromium")));
        }

        /** The chain's supermarket was rebuilt: its floor begins a metre farther left since then, and the bakery is smaller. */
        private static void redraw(Path pack) throws IOException {
            String layout = Files.readString(pack.resolve("layout.geojson"))
                    .replace("\"features\"", "\"validFrom\": \"" + WEEK_BEFORE + "\", \"features\"")
                    .replace("[[[0, 0], [23, 0], [23, 5]", "[[[-1, 0], [23, 0], [23, 5]")
                    .replace("[0, 32], [0, 0]]]", "[-1, 32], [-1, 0]]]")
                    .replace("[45.4, 27.2], [45.4, 18.2]]]", "[46.4, 27.2], [45.4, 18.2]]]");
            Files.writeString(pack.resolve("layout." + WEEK_BEFORE.toString().substring(0, 10) + ".geojson"), layout);
        }

        private static Floorboard floorboard(Path stores, URI influx) throws IOException {
            return Floorboard.start(
                    new FloorboardSettings("127.0.0.1", 0, stores, new InfluxAccess(influx, DATABASE, null)),
                    Clock.fixed(NOW, ZoneOffset.UTC));
        }

        @Override
        public void close() throws IOException {
            browsing.close();
            chain.close();
            figureless.close();
            floorboard.close();
            influxd.close();
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private @Nullable Opened opened;

    @Override
    public void beforeAll(ExtensionContext context) {
        opened = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ShownStores.class))
                .getOrComputeIfAbsent(
                        Opened.class,
                        key -> {
                            try {
                                return Opened.open();
                            } catch (Exception e) {
                                throw new IllegalStateException("the stores cannot be shown", e);
                            }
                        },
                        Opened.class);
    }

    private Opened opened() {
        return Objects.requireNonNull(opened, "opened before all tests");
    }

    /** A new visitor's browser on a screen of that size. */
    Visitor visitor(ColorScheme scheme, int width, int height) {
        return new Visitor(opened().browsing.browser(), opened().floorboard.url(), scheme, width, height);
    }

    /** As the clocks in the store show it. */
    static String localTime(long millis) {
        return DateTimeFormatter.ofPattern("HH:mm")
                .withZone(ZoneId.of("Europe/Berlin"))
                .format(Instant.ofEpochMilli(millis));
    }

    /** A visitor of a floorboard whose InfluxDB is not there. */
    Visitor visitorWithoutFigures() {
        return new Visitor(opened().browsing.browser(), opened().figureless.url(), ColorScheme.LIGHT, 1280, 900);
    }

    /** A visitor of the floorboard of a {@link ChainOfStores}. */
    Visitor visitorOfChain(ColorScheme scheme, int width, int height) {
        return new Visitor(opened().browsing.browser(), opened().chain.url(), scheme, width, height);
    }

    /** Takes InfluxDB away from everybody, until {@link #restartFigures}. */
    void stopFigures() throws IOException {
        opened().influxd.kill();
    }

    void restartFigures() throws IOException {
        opened().influxd.restart();
    }

    /** Where the demo stores are shown. */
    URI url() {
        return opened().floorboard.url();
    }

    /** What InfluxDB answers, asked without the floorboard. */
    JsonNode influx(String influxQl) throws IOException {
        return opened().influxd.query(DATABASE, influxQl).path("results").path(0);
    }
}
