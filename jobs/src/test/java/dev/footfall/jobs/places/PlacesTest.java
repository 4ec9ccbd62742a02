package dev.footfall.jobs.places;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.StoreRun;
import dev.footfall.jobs.points.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A point of the store and of each of its zones, once a store day; never among figures. */
class PlacesTest {
    private static final String FACTS = "(stores|zones),.*";

    private final Path folder;

    PlacesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** 11 m by 2 m; without an anchor a metre is a thousandth of a degree. */
    private static StoreOf shop() {
        return StoreOf.drawing(
                """
                +----+-----+
                |wine|     |
                +----+-----+
                """);
    }

    private static List<String> facts(StoreRun run) {
        return run.chain().points().stream()
                .map(Point::line)
                .filter(line -> line.matches(FACTS))
                .toList();
    }

    @Test
    void storeDay_withItsFirstEvent_tellsOfTheStoreAndItsZones() throws IOException {
        StoreRun run = new StoreRun(shop().says("name", "\"Tea \\\"&\\\"\\nmore\"")
                .says("capacity", "80")
                .in(folder));
        run.clock("10:00:00");
        assertThat(facts(run)).as("a tick is no event").isEmpty();

        run.walks(1, "10:00:30 1.0 1.0").clock("10:01:00");
        run.walks(1, "10:01:30 1.0 1.0").clock("10:02:00").end();

        assertThat(facts(run))
                .containsExactly(
                        "stores,store=shop name=\"Tea \\\"&\\\" more\",lat=0.001,lon=0.0055,capacity=80i "
                                + at("04:00"),
                        "zones,floor=0,store=shop,zone=wine name=\"wine\",type=\"zone\",lat=0.001,lon=0.0025 "
                                + at("04:00"));
        assertThat(run.chain().finalLines()).noneMatch(line -> line.matches(FACTS));
    }

    /**
     * <pre>
     *   wine until eleven, beer afterwards: the day after is the first that is told of beer
     * </pre>
     */
    @Test
    void nextStoreDay_isToldByTheLayoutThatHoldsThen() throws IOException {
        StoreRun run = new StoreRun(shop().from(
                        "2026-05-04T11:00:00Z",
                        """
                        +----------+
                        |  beer    |
                        +----------+
                        """)
                .zoneSays("beer", "\"name\": \"Beer\", \"type\": \"shelf\", \"capacity\": 12")
                .in(folder));
        run.walks(1, "10:00:00 1.0 1.0").walks(1, "12:00:00 1.0 1.0").clock("20:00:00");
        assertThat(facts(run)).hasSize(2).anyMatch(line -> line.contains("zone=wine"));

        run.walks(1, "2026-05-05T04:00:00Z 1.0 1.0").end();

        assertThat(facts(run).subList(2, 4))
                .containsExactly(
                        "stores,store=shop name=\"Shop\",lat=0.001,lon=0.0055 " + at("2026-05-05T04:00:00Z"),
                        "zones,floor=0,store=shop,zone=beer name=\"Beer\",type=\"shelf\",lat=0.001,lon=0.0055,capacity=12i "
                                + at("2026-05-05T04:00:00Z"));
    }
}
