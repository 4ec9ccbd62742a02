package dev.footfall.servers;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks an InfluxDB 1.x over HTTP. */
final class InfluxQuery {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int NO_CONTENT = 204;

    private final URI url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    InfluxQuery(URI url) {
        this.url = url;
    }

    boolean answers() {
        try {
            HttpRequest ping = HttpRequest.newBuilder(url.resolve("/ping"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return send(ping).statusCode() == NO_CONTENT;
        } catch (IOException notYet) {
            return false;
        }
    }

    JsonNode ask(String database, String influxQl) throws IOException {
        String form = "epoch=ms&db=" + encoded(database) + "&q=" + encoded(influxQl);
        HttpResponse<String> response = send(HttpRequest.newBuilder(url.resolve("/query"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
        JsonNode answer = JSON.readTree(response.body());
        JsonNode error = answer.findValue("error");
        if (error != null) {
            throw new IOException("InfluxDB refuses " + influxQl + ": " + error.asText());
        }
        return answer;
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException interruption) {
            throw Waiting.interrupted(interruption);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
