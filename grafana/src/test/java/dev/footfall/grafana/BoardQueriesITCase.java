package dev.footfall.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every query of every board, filled in as Grafana does, on a real InfluxDB that holds a day of the demo stores. */
class BoardQueriesITCase {
    @RegisterExtension
    static final DayInInflux DAY = new DayInInflux();

    /** A chain has no heat of minutes and quarters. */
    private static final Set<String> HEAT_WINDOWS = Set.of("1d", "1h");

    private static final String SHOP = "supermarket";

    static Stream<Board> boards() throws IOException {
        return Project.boards().stream();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void targets_ofADay_giveTheColumnsTheirPanelsNeedInFewRows(Board board) throws IOException {
        Choices choices = Choices.of(board, SHOP, SimulatedDay.NOW, DAY);
        for (Panel panel : board.panels()) {
            for (JsonNode target : panel.targets()) {
                Rows stated = Rows.ofTarget(board, panel, target.path("refId").asText());
                check(panel + " " + target, frame(target, choices), stated);
            }
        }
        for (JsonNode annotation : board.annotations()) {
            Rows stated = Rows.ofAnnotation(board, annotation.path("name").asText());
            check(annotation.toString(), frame(annotation.path("target"), choices), stated);
        }
    }

    private static void check(String of, Frame frame, Rows stated) {
        assertThat(frame.columns()).as(of).containsAll(stated.columns());
        assertThat((long) frame.rows().size()).as(of).isBetween(1L, stated.most());
    }

    @ParameterizedTest
    @MethodSource("boards")
    void targets_ofEachStoreAndEachWindow_answer(Board board) throws IOException {
        for (String store : SimulatedDay.STORES.keySet()) {
            Choices chosen = Choices.of(board, store, SimulatedDay.NOW, DAY);
            for (Choices choices : store.equals(SHOP) ? each(board, chosen) : List.of(chosen)) {
                for (Panel panel : board.panels()) {
                    for (JsonNode target : panel.targets()) {
                        Frame frame = frame(target, choices);
                        boolean heatOfNone = target.path("query").asText().contains("\"heatmap\"")
                                && (store.equals("kiosk") || !HEAT_WINDOWS.containsAll(choices.values("window")));
                        boolean cellsOfNone =
                                target.path("query").asText().contains("\"cells\"") && store.equals("kiosk");
                        boolean few = target.path("query").asText().contains(">= 5");
                        assertThat((long) frame.rows().size())
                                .as(store + " " + panel + " " + target)
                                .isLessThanOrEqualTo(Rows.mostOfAny());
                        if (!heatOfNone && !cellsOfNone && !few) {
                            assertThat(frame.rows())
                                    .as(store + " " + panel + " " + target)
                                    .isNotEmpty();
                        }
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1"})
    void flows_ofAFloor_joinZonesOfThatFloorOnly(String floor) throws IOException {
        Board board = Board.read(Project.resolve("grafana/boards/store-floor.json"));
        Choices choices = Choices.of(board, "fashion", SimulatedDay.NOW, DAY, Map.of("floor", floor));
        Panel flows = board.panels().stream()
                .filter(panel -> panel.title().equals("Flows on the plan"))
                .findFirst()
                .orElseThrow();
        Set<Object> nodes = new HashSet<>();
        frame(flows.targets().get(0), choices).rows().forEach(row -> nodes.add(row.get("id")));
        assertThat(nodes).isNotEmpty();
        assertThat(frame(flows.targets().get(1), choices).rows())
                .allSatisfy(row -> assertThat(nodes).contains(row.get("source"), row.get("target")));
    }

    /** For each value that the window may have. */
    private static List<Choices> each(Board board, Choices chosen) {
        List<Choices> all = new ArrayList<>();
        for (JsonNode variable : board.variables()) {
            if (variable.path("name").asText().equals("window")) {
                variable.path("options")
                        .forEach(option -> all.add(
                                chosen.with("window", option.path("value").asText())));
            }
        }
        return all.isEmpty() ? List.of(chosen) : all;
    }

    private static Frame frame(JsonNode target, Choices choices) throws IOException {
        return Frame.of(
                target.path("refId").asText(),
                DAY.series(choices.filled(target.path("query").asText())));
    }
}
