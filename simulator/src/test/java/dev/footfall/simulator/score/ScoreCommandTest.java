package dev.footfall.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ScoreCommandTest {
    private static final String WRONG =
            Example.POINTS.replace("1d,zone=till visits=1i,stays=1i", "1d,zone=till visits=1i,stays=4i");

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void writeExample() throws IOException {
        Example.writePack(folder.resolve("corner"), Example.CAMERA, Example.FUNNEL);
        Example.writeTruth(folder.resolve("truth"));
    }

    @Test
    void equalPoints_endWith0AndSayEqual() throws IOException {
        assertThat(score(Example.POINTS, "--require-equal")).as(err.toString()).isZero();

        assertThat(out.toString())
                .startsWith("corner, 2026-11-02 10:00 to 2026-11-02 11:00 UTC, seed 7, errors none\n")
                .contains(
                        "  main: in                                            3            3                     equal\n")
                .endsWith("25 of 25 figures are equal in every window.\n");
    }

    @Test
    void otherPoints_areToldWithTheirError() throws IOException {
        assertThat(score(WRONG)).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("  stays                                               6            9         +3    50.0"
                        + "  differs in 1 of 10; worst till +3\n")
                .endsWith("24 of 25 figures are equal in every window.\n");
    }

    @Test
    void windowsThatAreOff_whereTheDayIsRight_areTold() throws IOException {
        String points = Example.POINTS.replace("window=15m in=3i", "window=15m in=4i")
                + "paths,rank=09,store=corner,window=1d path=\"start->till->bread->till->bread->end\",visits=2i,duration_ms_sum=0i "
                + (Example.TEN - 6 * 3_600_000)
                + "\n";
        assertThat(score(points)).as(err.toString()).isZero();

        assertThat(out.toString())
                .contains("          0     0.0  differs in 1 of 4\n")
                .contains("differs in 1 of 10; worst start->till->bread->till->bread-… +2\n");
    }

    @Test
    void otherPoints_whenEqualIsRequired_endWith1() throws IOException {
        assertThat(score(WRONG, "--require-equal")).isEqualTo(1);
    }

    @Test
    void json_tellsEachZone() throws IOException {
        Path json = folder.resolve("card.json");
        score(WRONG, "--json", json.toString());
        JsonNode card = new ObjectMapper().readTree(json.toFile());

        assertThat(card.path("equal").booleanValue()).isFalse();
        JsonNode stays = figure(card, "zone_dwell", "stays");
        assertThat(stays.path("error").doubleValue()).isEqualTo(3);
        assertThat(stays.path("of")).hasSize(3);
        assertThat(stays.path("of").get(2).path("subject").textValue()).isEqualTo("till");
        assertThat(stays.path("of").get(2).path("differing").intValue()).isEqualTo(1);
    }

    @Test
    void pointsThatAreMissing_endWith2() {
        assertThat(run("--points", folder.resolve("none.lp").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("none.lp cannot be read: there is no such file");
    }

    @Test
    void aPackWithFaults_endsWith2AndTellsThem() throws IOException {
        Files.delete(folder.resolve("corner/layout.geojson"));

        assertThat(score(Example.POINTS)).isEqualTo(2);
        assertThat(err.toString()).contains("layout.geojson");
    }

    private static JsonNode figure(JsonNode card, String measurement, String field) {
        for (JsonNode figure : card.path("figures")) {
            if (figure.path("measurement").asText().equals(measurement)
                    && figure.path("field").asText().equals(field)) {
                return figure;
            }
        }
        throw new AssertionError("no " + field + " of " + measurement + " in " + card);
    }

    private int score(String points, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("points.lp"), points);
        List<String> arguments = new ArrayList<>(List.of("--points", file.toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "--store",
                folder.resolve("corner").toString(),
                "--truth",
                folder.resolve("truth").toString()));
        arguments.addAll(List.of(more));
        return new CommandLine(new ScoreCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments.toArray(String[]::new));
    }
}
