package dev.footfall.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InfluxdTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void points_afterRestartAndAfterKill_areThere() throws Exception {
        try (Influxd influxd = Influxd.start(folder)) {
            influxd.query("", "CREATE DATABASE shop");
            write(influxd, "footfall,store=s1 in=3i 60000");
            influxd.restart();
            write(influxd, "footfall,store=s1 in=4i 120000");
            influxd.kill();
            influxd.restart();
            JsonNode values =
                    influxd.query("shop", "SELECT \"in\" FROM footfall").at("/results/0/series/0/values");
            assertThat(values.toString()).isEqualTo("[[60000,3],[120000,4]]");
        }
    }

    @Test
    void series_moreThanTheDefaultLimits_areTaken() throws Exception {
        try (Influxd influxd = Influxd.start(folder)) {
            influxd.query("", "CREATE DATABASE shop");
            write(
                    influxd,
                    IntStream.range(0, 100_500)
                            .mapToObj(cell -> "heat,cell=" + cell + " seconds=1 60000")
                            .collect(Collectors.joining("\n")));
            JsonNode count =
                    influxd.query("shop", "SELECT count(seconds) FROM heat").at("/results/0/series/0/values/0/1");
            assertThat(count.asInt()).isEqualTo(100_500);
            assertThat(folder.resolve("data/shop/autogen")).isDirectoryRecursivelyContaining("glob:**/index/**");
        }
    }

    @Test
    void query_refused_tellsTheServersWords() throws Exception {
        try (Influxd influxd = Influxd.start(folder)) {
            assertThatThrownBy(() -> influxd.query("absent", "SELECT * FROM footfall"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("database not found: absent");
            assertThatThrownBy(() -> influxd.query("", "SELEKT"))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("SELEKT");
        }
    }

    @Test
    void start_whereAnotherListens_saysSo(@TempDir Path other) throws Exception {
        try (Influxd influxd = Influxd.start(folder)) {
            assertThatThrownBy(() -> Influxd.start(other, influxd.url().getPort()))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("port " + influxd.url().getPort());
        }
    }

    @Test
    void start_whereOneWasLeftOver_endsThatFirst() throws Exception {
        Influxd leftOver = Influxd.start(folder);
        String pid = Files.readString(folder.resolve("influxd.pid"));
        try (Influxd influxd = Influxd.start(folder)) {
            assertThat(ProcessHandle.of(Long.parseLong(pid))).isEmpty();
            assertThat(influxd.query("", "SHOW DATABASES")).isNotEmpty();
        } finally {
            leftOver.close();
        }
    }

    private static void write(Influxd influxd, String lines) throws IOException, InterruptedException {
        URI uri = influxd.url().resolve("/write?db=shop&precision=ms");
        HttpRequest request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofString(lines))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(204);
    }
}
