package dev.footfall.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.Measurements.FieldType;
import dev.footfall.jobs.Measurements.Measurement;
import dev.footfall.jobs.points.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every point of days in which everything happens is of a declared measurement, with its tags, its fields in their order and types; and what was written
 * before a point of the same series and time leaves nothing behind: InfluxDB keeps a field that the later point does not have.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MeasurementsTest {
    private static final Pattern FIELD = Pattern.compile("(\\w+)=(\"(?:\\\\.|[^\"\\\\])*\"|[^,]*),?");

    private List<Point> points = List.of();

    @BeforeAll
    void runABusyDay(@TempDir Path folder) throws IOException {
        StorePack pack = BusyStore.pack(folder, "busy");
        StoreRun run = new StoreRun(pack, Cadence.LIVE);
        BusyStore.untilHalfPastFour(run);
        run.walks(77, """
                        04:29:31 -1.0 -1.0
                        04:29:33 -2.0 -1.0""");
        BusyStore.untilTheEnd(run);
        points = new ArrayList<>(run.chain().points());
        points.addAll(visitsThatWereNotOver(BusyStore.pack(folder, "shelves")));
    }

    /** Visits seem over and are shown; what a camera reports of a long stay shows that the first was not. The second visitor's was. */
    private static List<Point> visitsThatWereNotOver(StorePack pack) {
        StoreRun run = new StoreRun(pack, Cadence.LIVE)
                .stays(1, "wine", "10:00:00", "10:01:00")
                .stays(1, "beer", "10:01:10", "10:02:30")
                .stays(2, "wine", "10:01:00", "10:02:10")
                .stays(3, "wine", "10:00:00", "10:00:40")
                .stays(3, "beer", "10:01:00", "10:05:30")
                .clock("10:10:00")
                .clock("10:31:00");
        run.stays(1, "beer", "10:07:00", "10:50:00").stays(3, "beer", "10:08:00", "10:52:00");
        return run.clock("10:52:00").clock("11:30:00").end().chain().points();
    }

    /** The trap is there: without a figure taken back, the tests below would show nothing. */
    @Test
    void someFigures_areTakenBack() {
        Map<String, Point> first = new LinkedHashMap<>();
        points.forEach(point -> first.putIfAbsent(point.series() + " " + point.timeMillis(), point));

        assertThat(points).filteredOn(Point::last).anySatisfy(point -> {
            assertThat(point.series()).contains("store=shelves", "funnel=taste", "step=2-", "window=1m");
            assertThat(fields(point)).containsEntry("visits", "0i").containsEntry("entered", "1i");
            assertThat(fields(Objects.requireNonNull(first.get(point.series() + " " + point.timeMillis()))))
                    .containsEntry("visits", "1i");
        });
        for (String measurement : List.of("visits", "zone_flow", "paths", "funnel")) {
            assertThat(points).as(measurement).anySatisfy(point -> {
                assertThat(point.series()).startsWith(measurement + ",").contains("store=shelves", "window=1m");
                assertThat(point.last()).isFalse();
                assertThat(fields(point)).containsEntry("visits", "0i");
            });
        }
    }

    private static Map<String, String> fields(Point point) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(point.fields());
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }

    private static Measurement declared(Point point) {
        String name = point.series().substring(0, point.series().indexOf(','));
        return Measurements.find(name).orElseThrow(() -> new AssertionError(name + " is not declared"));
    }

    @Test
    void allDeclaredMeasurements_areWritten() {
        Set<String> written = new TreeSet<>();
        points.forEach(point -> written.add(declared(point).name()));

        assertThat(written).isEqualTo(new TreeSet<>(Measurements.all().keySet()));
    }

    @Test
    void everyPoint_hasTheDeclaredTags() {
        assertThat(points).allSatisfy(point -> {
            List<String> tags = new ArrayList<>();
            for (String tag : point.series().split("(?<!\\\\),", -1)) {
                tags.add(tag.replaceAll("=.*", ""));
            }
            assertThat(tags.subList(1, tags.size())).isEqualTo(declared(point).tags());
        });
    }

    @Test
    void everyPoint_hasTheDeclaredFields_inTheirOrderAndTypes_whateverTheirValues() {
        assertThat(points).allSatisfy(point -> {
            Measurement measurement = declared(point);
            Map<String, String> fields = fields(point);
            List<String> expected = new ArrayList<>(measurement.fields().keySet());
            expected.removeIf(field -> measurement.optional().contains(field) && !fields.containsKey(field));
            assertThat(List.copyOf(fields.keySet())).as(point.line()).isEqualTo(expected);
            fields.forEach((name, value) -> assertThat(FieldType.of(value))
                    .as(name + " of " + point.line())
                    .isEqualTo(measurement.fields().get(name)));
        });
    }

    @Test
    void floats_haveADecimalPoint_soThatNobodyTakesThemForIntegers() {
        assertThat(points).allSatisfy(point -> fields(point).forEach((name, value) -> {
            if (declared(point).fields().get(name) == FieldType.FLOAT) {
                assertThat(value).as(name).matches("-?\\d+\\.\\d+(E-?\\d+)?");
            }
        }));
    }

    @Test
    void laterPoint_hasEveryFieldThatWasWrittenBeforeIt() {
        Map<String, Set<String>> written = new HashMap<>();
        for (Point point : points) {
            boolean ofHeat =
                    fields(point).containsKey("off_floor_seconds"); // the one field that has an owner of its own
            String key = point.series() + " " + point.timeMillis() + ofHeat;
            Set<String> before = written.computeIfAbsent(key, unseen -> new HashSet<>());
            assertThat(fields(point).keySet()).as(point.line()).containsAll(before);
            before.addAll(fields(point).keySet());
        }
    }

    /** A visit that looked over and was not may leave nothing of a window; its points are then zeros, and never final. */
    @Test
    void provisionalFigureThatNoFinalOneReplaces_endsAsZeros() {
        Map<String, Point> latest = new LinkedHashMap<>();
        points.forEach(point -> latest.put(point.series() + " " + point.timeMillis(), point));
        List<String> leftOver = new ArrayList<>();
        latest.values().forEach(point -> {
            Map<String, String> fields = fields(point);
            boolean figure = fields.containsKey("status") && !point.series().startsWith("zone_now,");
            if (figure && !point.last() && !"0i".equals(Objects.requireNonNull(fields.get("visits"), point.line()))) {
                leftOver.add(point.line());
            }
        });

        assertThat(leftOver).isEmpty();
    }
}
