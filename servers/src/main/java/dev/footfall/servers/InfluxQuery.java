package dev.footfall.servers;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks an InfluxDB 1.x over HTTP. */
public final class InfluxQuery {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectReader CHUNKS =
            JSON.readerFor(JsonNode.class).with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final int NO_CONTENT = 204;

    private final URI url;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** Of the server there. */
    public InfluxQuery(URI url) {
        this.url = url;
    }

    boolean answers() {
        try {
            HttpRequest ping = HttpRequest.newBuilder(url.resolve("/ping"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == NO_CONTENT;
        } catch (IOException notYet) {
            return false;
        }
    }

    JsonNode ask(String database, String influxQl) throws IOException {
        HttpRequest query = query(database, influxQl, "");
        return checked(
                JSON.readTree(send(query, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                        .body()),
                influxQl);
    }

    /** The series that a query answers with, however many points they have; times in ms since the epoch, decimals as they are kept. */
    public List<JsonNode> series(String database, String influxQl) throws IOException {
        HttpRequest query = query(database, influxQl, "&chunked=true");
        List<JsonNode> found = new ArrayList<>();
        try (InputStream body =
                        send(query, HttpResponse.BodyHandlers.ofInputStream()).body();
                MappingIterator<JsonNode> chunks = CHUNKS.readValues(body)) {
            while (chunks.hasNextValue()) {
                checked(chunks.nextValue(), influxQl).path("results").forEach(result -> result.path("series")
                        .forEach(found::add));
            }
        }
        return found;
    }

    private HttpRequest query(String database, String influxQl, String further) {
        String form = "epoch=ms&db=" + encoded(database) + "&q=" + encoded(influxQl) + further;
        return HttpRequest.newBuilder(url.resolve("/query"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static JsonNode checked(JsonNode answer, String influxQl) throws IOException {
        JsonNode error = answer.findValue("error");
        if (error != null) {
            throw new IOException("InfluxDB refuses " + influxQl + ": " + error.asText());
        }
        return answer;
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return client.send(request, body);
        } catch (InterruptedException interruption) {
            throw Waiting.interrupted(interruption);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
