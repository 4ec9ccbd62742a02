package dev.footfall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of results: sections between their comments come and go, all else stays. */
class ResultsTest {
    private final Path file;

    ResultsTest(@TempDir Path folder) {
        this.file = folder.resolve("RESULTS.md");
    }

    @Test
    void put_intoNoFile_beginsOne() throws IOException {
        new Results(file).put("zones", List.of("## Zones"));

        assertThat(Files.readAllLines(file))
                .containsExactly("# Results", "", "<!-- bench zones -->", "## Zones", "<!-- end of bench zones -->");
    }

    @Test
    void put_again_replacesTheSectionAndKeepsAllElse() throws IOException {
        Files.write(
                file,
                List.of(
                        "# Results",
                        "by hand",
                        "<!-- bench zones -->",
                        "## Zones",
                        "old",
                        "<!-- end of bench zones -->",
                        "by hand too"));

        new Results(file).put("zones", List.of("## Zones", "new"));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "# Results",
                        "by hand",
                        "<!-- bench zones -->",
                        "## Zones",
                        "new",
                        "<!-- end of bench zones -->",
                        "by hand too");
    }

    @Test
    void put_ofAnotherName_isAppended() throws IOException {
        Results results = new Results(file);
        results.put("zones", List.of("## Zones"));
        results.put("json", List.of("## JSON"));

        assertThat(Files.readAllLines(file))
                .containsExactly(
                        "# Results",
                        "",
                        "<!-- bench zones -->",
                        "## Zones",
                        "<!-- end of bench zones -->",
                        "",
                        "<!-- bench json -->",
                        "## JSON",
                        "<!-- end of bench json -->");
    }

    @Test
    void put_whereACommentIsMissing_refusesAndLeavesTheFile() throws IOException {
        List<String> before = List.of("<!-- bench zones -->", "## Zones", "by hand");
        Files.write(file, before);

        assertThatThrownBy(() -> new Results(file).put("zones", List.of("## Zones")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("<!-- end of bench zones -->");
        assertThat(Files.readAllLines(file)).isEqualTo(before);
    }
}
