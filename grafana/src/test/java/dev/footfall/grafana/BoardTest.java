package dev.footfall.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BoardTest {
    /** The last of the classic form, before boards became resources. */
    private static final int SCHEMA_VERSION = 42;

    static Stream<Board> boards() throws IOException {
        return Project.boards().stream();
    }

    static Stream<Panel> panels() throws IOException {
        return boards().flatMap(board -> board.panels().stream());
    }

    @Test
    void boards_inTheFolder_haveIdsOfTheirOwn() throws IOException {
        List<String> ids =
                boards().map(board -> board.json().path("uid").asText()).toList();
        assertThat(ids).isNotEmpty().doesNotHaveDuplicates().allMatch(id -> id.matches("footfall-[a-z-]{1,30}"));
    }

    @ParameterizedTest
    @MethodSource("boards")
    void board_schema_isTheOneItWasWrittenFor(Board board) {
        assertThat(board.json().path("schemaVersion").asInt()).isEqualTo(SCHEMA_VERSION);
        assertThat(board.json().path("id").isMissingNode()).isTrue();
        assertThat(board.panels())
                .extracting(panel -> panel.json().path("id").asInt())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("boards")
    void board_variables_tellWhatTheyAre(Board board) {
        assertThat(board.variables())
                .extracting(variable -> variable.path("name").asText())
                .contains("datasource")
                .doesNotHaveDuplicates();
        assertThat(board.variables()).allSatisfy(variable -> {
            assertThat(variable.path("label").asText()).isNotBlank();
            assertThat(variable.path("description").asText()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("boards")
    void board_links_leadToTheOthersForTheSameStoreAndTime(Board board) {
        JsonNode link = board.json().at("/links/0");
        assertThat(link.path("type").asText()).isEqualTo("dashboards");
        assertThat(link.path("tags")).isEqualTo(board.json().path("tags"));
        assertThat(link.path("includeVars").asBoolean()).isTrue();
        assertThat(link.path("keepTime").asBoolean()).isTrue();
    }

    @Test
    void links_ofData_leadToBoardsThatAreThere() throws IOException {
        List<String> ids =
                boards().map(board -> board.json().path("uid").asText()).toList();
        List<String> linked = boards().flatMap(board -> board.json().findValues("url").stream())
                .map(JsonNode::asText)
                .filter(url -> url.startsWith("/d/"))
                .map(url -> url.substring("/d/".length(), url.indexOf('?')))
                .toList();
        assertThat(linked).isNotEmpty().allSatisfy(id -> assertThat(ids).contains(id));
    }

    @ParameterizedTest
    @MethodSource("boards")
    void board_dataSources_areTheChosenOne(Board board) {
        assertThat(board.json().findValues("datasource"))
                .isNotEmpty()
                .allSatisfy(source -> assertThat(source.path("uid").asText()).isEqualTo("${datasource}"));
    }

    @ParameterizedTest
    @MethodSource("panels")
    void panel_toAReader_saysWhatItShows(Panel panel) {
        assertThat(panel.title()).isNotBlank();
        assertThat(panel.json().path("description").asText()).endsWith(".");
        assertThat(panel.json().at("/fieldConfig/defaults/unit").asText()).isNotBlank();
        assertThat(panel.targets()).isNotEmpty();
    }

    /** Points as they are written are asked for in one way; what a board adds up is its own. */
    @ParameterizedTest
    @MethodSource("panels")
    void panel_queriesForPoints_areTheFloorboardsWordForWord(Panel panel) throws IOException {
        for (JsonNode target : panel.targets()) {
            String query = target.path("query").asText();
            if (!query.contains("(")) {
                assertThat(Project.queries()).containsValue(query);
            }
        }
    }

    @Test
    void rows_stated_areOfThePanelsThatAreThere() throws IOException {
        List<String> titles = boards().flatMap(board -> Stream.concat(
                        Stream.of(board.title()), board.panels().stream().map(Panel::title)))
                .toList();
        assertThat(Rows.stated()).containsExactlyInAnyOrderElementsOf(titles);
    }

    @ParameterizedTest
    @MethodSource("boards")
    void board_kinds_areGrafanasOwn(Board board) {
        assertThat(board.panels())
                .extracting(panel -> panel.json().path("type").asText())
                .isSubsetOf("barchart", "gauge", "geomap", "nodeGraph", "stat", "table", "timeseries");
    }

    @ParameterizedTest
    @MethodSource("boards")
    void panels_onTheGrid_doNotOverlap(Board board) {
        long cells = board.panels().stream().flatMap(BoardTest::cells).count();
        assertThat(board.panels().stream().flatMap(BoardTest::cells).distinct().count())
                .isEqualTo(cells);
    }

    private static Stream<List<Integer>> cells(Panel panel) {
        JsonNode grid = panel.json().path("gridPos");
        return Stream.iterate(0, x -> x < grid.path("w").asInt(), x -> x + 1).flatMap(x -> Stream.iterate(
                        0, y -> y < grid.path("h").asInt(), y -> y + 1)
                .map(y -> List.of(x + grid.path("x").asInt(), y + grid.path("y").asInt())));
    }
}
