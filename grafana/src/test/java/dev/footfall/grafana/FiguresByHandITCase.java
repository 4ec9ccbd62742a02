package dev.footfall.grafana;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Figures of the boards, after their transformations, against sums over the lines of the same day: no database and no query in these. */
class FiguresByHandITCase {
    @RegisterExtension
    static final DayInInflux DAY = new DayInInflux();

    private static final Set<String> READ = Set.of("footfall", "visits", "zone_dwell", "funnel", "stores", "zones");

    private static final Map<String, String> DAY_OF_SHOP = Map.of("store", "supermarket", "window", "1d");

    /** Quotients of whole numbers: the last bit may differ. */
    private static final double EXACT = 1e-12;

    @SuppressWarnings("NullAway.Init")
    private static List<Line> lines;

    @BeforeAll
    static void read() {
        long start = SimulatedDay.START.toEpochMilli();
        lines = DAY.lines(READ).stream()
                .filter(line -> line.timeMillis() >= start)
                .toList();
    }

    private static Stream<Line> lines(String measurement, Map<String, String> tags) {
        return lines.stream().filter(line -> line.is(measurement, tags));
    }

    private static double sum(String measurement, Map<String, String> tags, String field) {
        return lines(measurement, tags).mapToDouble(line -> line.number(field)).sum();
    }

    /** What a panel shows, all its frames one after the other. */
    private static List<Map<String, Object>> shown(String boardFile, String panelTitle) throws IOException {
        Board board = Board.read(Project.resolve("grafana/boards/" + boardFile));
        Choices choices = Choices.of(board, "supermarket", SimulatedDay.NOW, DAY);
        Panel panel = board.panels().stream()
                .filter(candidate -> candidate.title().equals(panelTitle))
                .findFirst()
                .orElseThrow();
        List<Frame> frames = new ArrayList<>();
        for (JsonNode target : panel.targets()) {
            frames.add(Frame.of(
                    target.path("refId").asText(),
                    DAY.series(choices.filled(target.path("query").asText()))));
        }
        return Transformations.applied(panel, frames).stream()
                .flatMap(frame -> frame.rows().stream())
                .toList();
    }

    private static double number(Map<String, Object> row, String column) {
        if (row.get(column) instanceof Double number) {
            return number;
        }
        throw new AssertionError("no number " + column + " in " + row);
    }

    private static Map<String, Object> row(List<Map<String, Object>> rows, String column, Object value) {
        return rows.stream()
                .filter(row -> value.equals(row.get(column)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + column + " " + value + " in " + rows));
    }

    @Test
    void footfall_ofTheDay_isTheSumOfDoors() throws IOException {
        Map<String, String> quarters = Map.of("store", "supermarket", "window", "15m");
        double in = sum("footfall", quarters, "in");
        double passing = sum("footfall", quarters, "passing");
        assertThat(in).isGreaterThan(50);
        List<Map<String, Object>> entries = shown("footfall-occupancy.json", "Entries");
        assertThat(number(entries.get(0), "now")).isEqualTo(in);
        assertThat(number(entries.get(1), "a week before")).isEqualTo(in);
        assertThat(number(shown("footfall-occupancy.json", "Exits").get(0), "now"))
                .isEqualTo(sum("footfall", quarters, "out"));
        assertThat(number(shown("footfall-occupancy.json", "Capture").get(0), "now"))
                .isCloseTo(in / (in + passing), within(EXACT));
        for (Map<String, Object> door : shown("footfall-occupancy.json", "Doors")) {
            Map<String, String> ofDoor =
                    Map.of("store", "supermarket", "window", "15m", "door", (String) door.get("door"));
            assertThat(number(door, "in")).isEqualTo(sum("footfall", ofDoor, "in"));
            assertThat(number(door, "out")).isEqualTo(sum("footfall", ofDoor, "out"));
        }
    }

    @Test
    void footfall_ofAWeekBefore_isMovedOntoTheSameHours() throws IOException {
        Map<Double, Double> byHour = new TreeMap<>();
        lines("footfall", Map.of("store", "supermarket", "window", "1h"))
                .forEach(line -> byHour.merge((double) line.timeMillis(), line.number("in"), Double::sum));
        Map<Double, Double> now = new TreeMap<>();
        Map<Double, Double> then = new TreeMap<>();
        for (Map<String, Object> row : shown("footfall-occupancy.json", "Entries, and those of a week before")) {
            if (row.containsKey("Then")) {
                then.put(number(row, "Then"), number(row, "a week before"));
            } else {
                now.put(number(row, "Time"), number(row, "entries"));
            }
        }
        assertThat(now).isEqualTo(byHour);
        assertThat(then).isEqualTo(byHour);
    }

    @Test
    void dwell_byZoneAndType_isTheSumOfStays() throws IOException {
        Map<String, String> types = new LinkedHashMap<>();
        lines("zones", Map.of("store", "supermarket"))
                .forEach(line ->
                        types.put(line.tag("zone"), (String) line.fields().get("type")));
        List<Map<String, Object>> byType = shown("dwell-engagement.json", "By type of zone");
        assertThat(byType).hasSize((int) types.values().stream().distinct().count());
        for (String type : types.values()) {
            Predicate<Line> ofType = line -> type.equals(types.get(line.tag("zone")));
            double stays = sumOf(ofType, "stays");
            Map<String, Object> row = row(byType, "type", type);
            assertThat(number(row, "stays")).isEqualTo(stays);
            assertThat(number(row, "passed")).isEqualTo(sumOf(ofType, "passes"));
            assertThat(number(row, "stopped")).isEqualTo(sumOf(ofType, "stops"));
            assertThat(number(row, "engaged share")).isCloseTo(sumOf(ofType, "engaged") / stays, within(EXACT));
            assertThat(number(row, "mean dwell")).isCloseTo(sumOf(ofType, "dwell_ms_sum") / stays, within(1e-6));
        }
        Map<String, Object> dairy = row(shown("dwell-engagement.json", "Zones side by side"), "zone", "dairy");
        Predicate<Line> ofDairy = line -> line.tag("zone").equals("dairy");
        assertThat(number(dairy, "engaged"))
                .isCloseTo(sumOf(ofDairy, "engaged") / sumOf(ofDairy, "stays"), within(EXACT));
    }

    private static double sumOf(Predicate<Line> which, String field) {
        return lines("zone_dwell", DAY_OF_SHOP)
                .filter(which)
                .mapToDouble(line -> line.number(field))
                .sum();
    }

    @Test
    void dwell_distribution_countsEachStayOnce() throws IOException {
        List<Map<String, Object>> spans = shown("dwell-engagement.json", "How long stays were");
        assertThat(spans)
                .extracting(row -> row.get("Field"))
                .startsWith("up to 5 s")
                .endsWith("more than 10 min")
                .hasSize(9);
        Predicate<Line> all = line -> true;
        assertThat(spans.stream().mapToDouble(row -> number(row, "Last *")).sum())
                .isEqualTo(sumOf(all, "stays"));
        assertThat(number(row(spans, "Field", "15 to 30 s"), "Last *"))
                .isEqualTo(sumOf(all, "le_30") - sumOf(all, "le_15"));
    }

    @Test
    void funnel_ofTheDay_isReachedAndLost() throws IOException {
        List<Map<String, Object>> steps = shown("paths-funnels.json", "How far visits came");
        lines("funnel", Map.of("store", "supermarket", "window", "1d", "funnel", "basket"))
                .forEach(line -> {
                    Map<String, Object> step = row(steps, "step", line.tag("step"));
                    assertThat(number(step, "reached")).isEqualTo(line.number("visits"));
                    assertThat(number(step, "lost")).isEqualTo(line.number("entered") - line.number("visits"));
                });
        assertThat(steps).hasSize(3);
    }

    @Test
    void chain_storesSideBySide_areTheSumsOfEach() throws IOException {
        List<Map<String, Object>> stores = shown("chain.json", "Stores side by side");
        assertThat(stores).hasSameSizeAs(SimulatedDay.STORES.keySet());
        for (String store : SimulatedDay.STORES.keySet()) {
            Map<String, String> day = Map.of("store", store, "window", "1d");
            Map<String, Object> row = row(stores, "store", store);
            double in = sum("footfall", day, "in");
            assertThat(number(row, "entries")).isEqualTo(in);
            assertThat(number(row, "a week before")).isEqualTo(in);
            assertThat(number(row, "capture")).isCloseTo(in / (in + sum("footfall", day, "passing")), within(EXACT));
            assertThat(number(row, "visits")).isEqualTo(sum("visits", day, "visits"));
            assertThat(number(row, "engaged"))
                    .isCloseTo(sum("zone_dwell", day, "engaged") / sum("zone_dwell", day, "stays"), within(EXACT));
            assertThat(row.get("name"))
                    .isEqualTo(lines("stores", Map.of("store", store))
                            .findFirst()
                            .orElseThrow()
                            .fields()
                            .get("name"));
        }
    }

    @Test
    void chain_outliers_areFarFromTheMedian() throws IOException {
        List<Map<String, Object>> stores = shown("chain.json", "Entries that stand out");
        List<Double> sorted = SimulatedDay.STORES.keySet().stream()
                .map(store -> sum("footfall", Map.of("store", store, "window", "1d"), "in"))
                .sorted()
                .toList();
        double spread =
                sorted.get(1) - sorted.get(0); // of three values InfluxDB's quartiles are the first and the second
        assertThat(stores).hasSize(3);
        for (Map<String, Object> row : stores) {
            assertThat(number(row, "median")).isEqualTo(sorted.get(1));
            assertThat(number(row, "distance"))
                    .isCloseTo((number(row, "entries") - sorted.get(1)) / spread, within(EXACT));
        }
    }
}
