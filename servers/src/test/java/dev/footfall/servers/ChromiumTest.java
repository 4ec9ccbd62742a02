package dev.footfall.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChromiumTest {
    private static final String PAGE =
            """
            <canvas></canvas><p id=widths></p>
            <script>
              const pen = document.querySelector("canvas").getContext("2d");
              const width = font => { pen.font = "40px " + font; return pen.measureText("iiiiWWWW").width; };
              document.querySelector("#widths").textContent =
                  width("system-ui") === width("Inter") && width("Inter") !== width("DejaVu Sans")
                      && width("monospace") === width("DejaVu Sans Mono") ? "own fonts" : "other fonts";
            </script>
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void page_shown_isDrawnWithTheFontsItBrings() throws Exception {
        Path page = folder.resolve("page.html");
        Files.writeString(page, PAGE);
        Chromium chromium = Chromium.in(folder.resolve("chromium"));
        List<String> command = new ArrayList<>(List.of(chromium.executable().toString()));
        command.addAll(chromium.arguments());
        command.addAll(List.of("--headless", "--dump-dom", page.toUri().toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectError(folder.resolve("errors").toFile())
                .redirectOutput(folder.resolve("dom").toFile());
        builder.environment().clear();
        builder.environment().putAll(chromium.environment());
        assertThat(Waiting.end(builder.start())).isZero();
        assertThat(folder.resolve("dom")).content().contains("own fonts");
    }
}
