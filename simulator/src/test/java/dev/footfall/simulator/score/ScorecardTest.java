package dev.footfall.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import dev.footfall.simulator.score.Scorecard.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The example morning against points as metrics.md defines them, and against others. */
class ScorecardTest {
    @TempDir
    private Path folder = Path.of("");

    private Path truth;
    private StorePack pack;

    @BeforeEach
    void writeExample() throws IOException {
        truth = Example.writeTruth(folder.resolve("truth"));
        pack = Example.pack(folder.resolve("corner"), Example.CAMERA, Example.FUNNEL);
    }

    @Test
    void everyFigure_asDefined_isEqual() throws Exception {
        Scorecard card = Example.score(pack, truth, Example.POINTS);

        assertThat(card.rows())
                .allSatisfy(row ->
                        assertThat(row.score().differing()).as(row.toString()).isZero());
        assertThat(card.rows()).extracting(row -> row.score().figure()).contains(Figure.values());
        assertThat(card.notes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void oneFigure_twoMoreThanTrue_differsAlone(Figure figure) throws Exception {
        Scorecard card = Example.score(pack, truth, raised(figure));

        assertThat(card.isEqual()).isFalse();
        // people who are inside are so in the windows after as well, which have no points
        Figure follows = figure == Figure.PEOPLE ? Figure.PEOPLE_MAX : figure;
        assertThat(unequal(card))
                .extracting(row -> row.score().figure())
                .contains(figure)
                .containsOnly(figure, follows);
    }

    @ParameterizedTest
    @EnumSource
    void oneFigure_withoutPoints_differs(Figure figure) throws Exception {
        String without = Example.POINTS
                .lines()
                .filter(line -> !line.startsWith(figure.measurement() + ","))
                .reduce("", (lines, line) -> lines + line + "\n");

        assertThat(unequal(Example.score(pack, truth, without)))
                .extracting(row -> row.score().figure())
                .contains(figure);
    }

    @Test
    void aCountOfAZone_tooHigh_isToldWithTheZone() throws Exception {
        String points = Example.POINTS.replace(
                "window=1d,zone=till visits=1i,stays=1i", "window=1d,zone=till visits=1i,stays=4i");
        Row stays = row(Example.score(pack, truth, points), Figure.STAYS);

        assertThat(stays.score().truth()).isEqualTo(6);
        assertThat(stays.score().computed()).isEqualTo(9);
        assertThat(stays.score().error()).isEqualTo(3);
        assertThat(stays.score().windows()).as("cells").isEqualTo(10);
        assertThat(stays.score().differing()).isEqualTo(1);
        assertThat(stays.findWorst()).get().extracting(Score::subject).isEqualTo("till");
    }

    @Test
    void aFlowThatNobodyTook_withAPoint_differs() throws Exception {
        String points =
                Example.POINTS + "zone_flow,edge=till->bread,store=corner,window=1h visits=1i " + Example.TEN + "\n";

        assertThat(unequal(Example.score(pack, truth, points)))
                .extracting(row -> row.score().figure())
                .containsExactly(Figure.FLOW);
    }

    @Test
    void occupancy_inAWindowWithoutPoints_isAsBefore() throws Exception {
        // nobody leaves any more
        Files.writeString(truth.resolve("occupancy.csv"), Example.OCCUPANCY.replace("1793614559000,0\n", ""));
        String points = Example.POINTS
                .replace("15m people=0i", "15m people=1i")
                .replace("1h people=0i", "1h people=1i")
                .replace("1d people=0i", "1d people=1i");
        Scorecard card = Example.score(pack, truth, points);

        assertThat(row(card, Figure.PEOPLE).score().windows())
                .as("four quarters, an hour, a day")
                .isEqualTo(6);
        assertThat(row(card, Figure.PEOPLE).score().isEqual()).isTrue();
        assertThat(row(card, Figure.PEOPLE_MAX).score().isEqual()).isTrue();
    }

    @Test
    void mostPeople_ofACounterThatReportsIntervals_isNotCompared() throws Exception {
        StorePack counted = Example.pack(
                folder.resolve("counted"),
                Example.CAMERA + ", {id: counter, kind: door, door: main, interval: 60s}",
                Example.FUNNEL);
        Scorecard card = Example.score(counted, truth, Example.POINTS);

        assertThat(card.rows()).extracting(row -> row.score().figure()).doesNotContain(Figure.PEOPLE_MAX);
        assertThat(card.notes()).singleElement().asString().contains("counter");
        assertThat(card.isEqual()).isTrue();
    }

    @Test
    void aFunnelWithReceipts_isNotCompared() throws Exception {
        StorePack paid = Example.pack(
                folder.resolve("paid"), Example.CAMERA, "{id: buy, steps: [{zone: entrance}, {event: receipt}]}");
        Scorecard card = Example.score(paid, truth, Example.POINTS);

        assertThat(card.rows()).extracting(row -> row.score().figure()).doesNotContain(Figure.STEP, Figure.STEP_P50);
        assertThat(card.notes()).singleElement().asString().contains("buy");
    }

    @Test
    void aFunnelFromTheDoor_startsWhereTracksCameIn() throws Exception {
        StorePack entered = Example.pack(
                folder.resolve("entered"), Example.CAMERA, "{id: buy, steps: [{event: \"door:in\"}, {zone: till}]}");
        Figures figures = TruthFigures.of(entered, TruthFiles.read(truth, entered));
        WindowSpan day = WindowSpan.around(entered.calendar(), Example.TEN).get(2);

        assertThat(figures.find(day.cell(Figure.STEP, "buy 1-door:in"))).contains(3.0);
        assertThat(figures.find(day.cell(Figure.STEP, "buy 2-till"))).contains(1.0);
        assertThat(figures.find(day.cell(Figure.STEP_P50, "buy 2-till"))).contains(59_000.0);
    }

    /** The points with a field 2 higher in every one. */
    private static String raised(Figure figure) {
        Pattern field = Pattern.compile("(?<=[ ,])" + figure.field() + "=(\\d+)");
        return Example.POINTS
                .lines()
                .map(line -> !line.startsWith(figure.measurement() + ",")
                        ? line
                        : field.matcher(line)
                                .replaceAll(match -> figure.field() + "=" + (Long.parseLong(match.group(1)) + 2)))
                .reduce("", (lines, line) -> lines + line + "\n");
    }

    private static List<Row> unequal(Scorecard card) {
        return card.rows().stream().filter(row -> !row.score().isEqual()).toList();
    }

    private static Row row(Scorecard card, Figure figure) {
        return card.rows().stream()
                .filter(row -> row.score().figure() == figure)
                .findFirst()
                .orElseThrow();
    }
}
