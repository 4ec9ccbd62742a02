package dev.footfall.floorboard;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.options.ColorScheme;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The shop of the examples on its floorboard, in a real browser: its morning's figures in a real InfluxDB, and the clock at twenty past
 * nine of that day. Made once for all tests of this module.
 */
final class ShownStores implements BeforeAllCallback {
    static final String STORE = "corner-shop";

    static final String FUNNEL = "coffee";

    static final Instant DAY_START = Instant.parse("2026-11-03T03:00:00Z");

    /** Late enough for the hour of the recording to be the live one. */
    static final Instant NOW = Instant.parse("2026-11-03T09:20:00Z");

    private static final String DATABASE = "footfall";
    private static final Path PROJECT = Path.of(System.getProperty("footfall.project", ".."));

    /** All that is open while tests run, in the order of its making. */
    private record Opened(Path folder, Influxd influxd, Floorboard floorboard, Browsing browsing)
            implements AutoCloseable {
        static Opened open() throws Exception {
            Path folder = Files.createTempDirectory("footfall-floorboard");
            Path stores = PROJECT.resolve("examples/corner-shop/stores");
            Influxd influxd = Influxd.start(folder.resolve("influxdb"));
            ComputedFigures.of(stores, STORE, PROJECT.resolve("examples/corner-shop/morning.ndjson"))
                    .writeTo(influxd, DATABASE);
            Floorboard floorboard = Floorboard.start(
                    new FloorboardSettings("127.0.0.1", 0, stores, new InfluxAccess(influxd.url(), DATABASE, null)),
                    Clock.fixed(NOW, ZoneOffset.UTC));
            return new Opened(folder, influxd, floorboard, Browsing.start(folder.resolve("chromium")));
        }

        @Override
        public void close() throws IOException {
            browsing.close();
            floorboard.close();
            influxd.close();
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
                                throw new IllegalStateException("the shop cannot be shown", e);
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

    /** What InfluxDB answers, asked without the floorboard. */
    JsonNode influx(String influxQl) throws IOException {
        return opened().influxd.query(DATABASE, influxQl).path("results").path(0);
    }
}
