package dev.footfall.benchmarks.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.benchmarks.load.FootfallProcess;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Asks a Flink cluster with one job about it. */
final class FlinkRest {
    private static final Pattern LISTENING = Pattern.compile("Rest endpoint listening at ([^ \\r\\n]+:\\d+)");
    private static final long SECONDS_TO_LOOK = 2;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final HttpClient client = HttpClient.newHttpClient();

    /** That of a job process. */
    FlinkRest(FootfallProcess job) throws IOException {
        Matcher found = LISTENING.matcher(job.said());
        if (!found.find()) {
            throw new IOException("the job does not say where it can be asked");
        }
        address = URI.create("http://" + found.group(1));
    }

    /**
     * A completed checkpoint.
     *
     * @param endMillis when it was complete
     * @param durationMillis from its trigger to its end
     * @param bytes all state
     * @param pauseMillis the longest that a task stood still for it: lining up its inputs, writing out what is on its way, taking the snapshot
     * @param synchronousMillis the longest that taking the snapshot took alone
     */
    record Checkpoint(
            long id, long endMillis, long durationMillis, long bytes, long pauseMillis, long synchronousMillis) {}

    /** The checkpoints completed of late, newest last. */
    List<Checkpoint> checkpoints() throws IOException, InterruptedException {
        String job = job();
        List<Checkpoint> found = new ArrayList<>();
        for (JsonNode each : ask("/jobs/" + job + "/checkpoints").path("history")) {
            if (each.path("status").asText().equals("COMPLETED")) {
                found.add(checkpoint(job, each));
            }
        }
        found.sort(Comparator.comparingLong(Checkpoint::id));
        return found;
    }

    private Checkpoint checkpoint(String job, JsonNode told) throws IOException, InterruptedException {
        long id = told.path("id").asLong();
        long pause = 0;
        long synchronous = 0;
        JsonNode details = ask("/jobs/" + job + "/checkpoints/details/" + id);
        List<String> vertices = new ArrayList<>();
        details.path("tasks").fieldNames().forEachRemaining(vertices::add);
        for (String vertex : vertices) {
            JsonNode subtasks = ask("/jobs/" + job + "/checkpoints/details/" + id + "/subtasks/" + vertex);
            for (JsonNode subtask : subtasks.path("subtasks")) {
                long sync = subtask.path("checkpoint").path("sync").asLong();
                long standing = subtask.path("end_to_end_duration").asLong()
                        - subtask.path("start_delay").asLong()
                        - subtask.path("checkpoint").path("async").asLong();
                pause = Math.max(pause, standing);
                synchronous = Math.max(synchronous, sync);
            }
        }
        return new Checkpoint(
                id,
                told.path("latest_ack_timestamp").asLong(),
                told.path("end_to_end_duration").asLong(),
                told.path("state_size").asLong(),
                pause,
                synchronous);
    }

    /**
     * What the lanes had come to when this was asked.
     *
     * @param taken frames and ticks
     * @param lagMillis of the one that is furthest behind, as it was when it last took a frame; NaN when none says so
     */
    record Lanes(double taken, double lagMillis) {}

    /** Asks for the lanes as they are now; takes two seconds. */
    Lanes lanes() throws IOException, InterruptedException {
        values(List.of("lagMs")); // the cluster answers with what it knew, and looks anew when it is asked
        TimeUnit.SECONDS.sleep(SECONDS_TO_LOOK);
        return new Lanes(
                taken(),
                values(List.of("lagMs")).stream()
                        .mapToDouble(Double::doubleValue)
                        .max()
                        .orElse(Double.NaN));
    }

    /** Frames and ticks that the lanes have taken, as the cluster knows it. */
    double taken() throws IOException, InterruptedException {
        return sumOfLanes(".frames", ".ticks");
    }

    /** The sum of all metrics of lanes whose name ends in one of those ways. */
    double sumOfLanes(String... nameEnds) throws IOException, InterruptedException {
        return values(List.of(nameEnds)).stream()
                .mapToDouble(Double::doubleValue)
                .sum();
    }

    private List<Double> values(List<String> nameEnds) throws IOException, InterruptedException {
        String job = job();
        List<Double> values = new ArrayList<>();
        for (JsonNode vertex : ask("/jobs/" + job).path("vertices")) {
            String metrics = "/jobs/" + job + "/vertices/" + vertex.path("id").asText() + "/metrics";
            List<String> names = StreamSupport.stream(ask(metrics).spliterator(), false)
                    .map(metric -> metric.path("id").asText())
                    .filter(name -> name.contains(".lane.") && nameEnds.stream().anyMatch(name::endsWith))
                    .toList();
            if (!names.isEmpty()) {
                String asked = URLEncoder.encode(String.join(",", names), StandardCharsets.UTF_8);
                ask(metrics + "?get=" + asked)
                        .forEach(metric -> values.add(metric.path("value").asDouble()));
            }
        }
        return values;
    }

    private String job() throws IOException, InterruptedException {
        return ask("/jobs").path("jobs").path(0).path("id").asText();
    }

    private JsonNode ask(String path) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(address + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": status " + answer.statusCode());
        }
        return JSON.readTree(answer.body());
    }
}
