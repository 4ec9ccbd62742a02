package dev.footfall.floorboard;

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

/** The points in InfluxDB. Safe for use by several threads. */
final class Figures {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int OK = 200;

    private final InfluxAccess influx;
    private final URI query;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();

    Figures(InfluxAccess influx) {
        this.influx = influx;
        String url = influx.url().toString();
        this.query = URI.create((url.endsWith("/") ? url : url + "/") + "query");
    }

    /**
     * Asks in InfluxQL.
     *
     * @return InfluxDB's answer as it came, times in milliseconds
     * @throws Refusal when InfluxDB is away or refuses, with its words
     */
    byte[] ask(String influxQl) throws Refusal {
        String form = "epoch=ms&db=" + encoded(influx.database()) + "&q=" + encoded(influxQl);
        HttpRequest.Builder request = HttpRequest.newBuilder(query)
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        if (influx.authorization() != null) {
            request.header("Authorization", influx.authorization());
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return checked(response);
        } catch (IOException away) {
            throw Refusal.badGateway("InfluxDB at " + influx.url() + " does not answer (" + away + ").");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            throw Refusal.badGateway("The floorboard is closing.");
        }
    }

    private byte[] checked(HttpResponse<byte[]> response) throws Refusal {
        JsonNode answer;
        try {
            answer = JSON.readTree(response.body());
        } catch (IOException noJson) {
            throw Refusal.badGateway(
                    "What answers at " + influx.url() + " is no InfluxDB: status " + response.statusCode()
                            + " and no JSON (" + noJson.getClass().getSimpleName() + ").");
        }
        JsonNode error = answer.path("error");
        if (error.isMissingNode()) {
            error = answer.path("results").path(0).path("error");
        }
        if (response.statusCode() != OK || !error.isMissingNode()) {
            throw Refusal.badGateway("InfluxDB at " + influx.url() + " refuses: "
                    + error.asText("status " + response.statusCode()) + ".");
        }
        return response.body();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
