package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.footfall.jobs.influx.InfluxPoints;
import dev.footfall.jobs.oracle.PointComparison;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/** The whole way of live figures, each part a process of its own: gateways, a job, an InfluxDB, around a broker of the caller's. */
final class LiveChain implements AutoCloseable {
    static final String DATABASE = "footfall";

    private final Path folder;
    private final Path stores;
    private final URI broker;
    private final Influxd influxd;
    private final Map<String, FootfallProcess> gateways = new TreeMap<>();
    private @Nullable FootfallProcess job;

    LiveChain(Path folder, Path stores, URI broker) throws IOException {
        this.folder = folder;
        this.stores = stores;
        this.broker = broker;
        this.influxd = Influxd.start(folder.resolve("influxd"));
    }

    /** Starts a gateway, or the one of that name again, by the clock of the publisher. */
    FootfallProcess startGateway(String name, URI devices, String... more) throws IOException {
        return startGateway(name, devices, broker, more);
    }

    /** The same with a way of its own to the jobs' broker. */
    FootfallProcess startGateway(String name, URI devices, URI uplink, String... more) throws IOException {
        Path log = folder.resolve("gateway-" + name + ".log");
        int before = Files.exists(log) ? count(log, ": connected") : 0;
        List<String> arguments = new ArrayList<>(List.of(
                "gateway",
                "--stores",
                stores.toString(),
                "--broker",
                devices.toString(),
                "--uplink",
                uplink.toString(),
                "--spool",
                folder.resolve("spool-" + name).toString(),
                "--clock",
                "publisher",
                "--frame-every",
                "200ms",
                "--metrics-port",
                "off"));
        arguments.addAll(List.of(more));
        FootfallProcess gateway = FootfallProcess.start(log, arguments.toArray(String[]::new));
        gateways.put(name, gateway);
        return gateway.awaitLine(": connected", before + 1);
    }

    private static int count(Path log, String part) throws IOException {
        return (int) Files.readString(log)
                .lines()
                .filter(line -> line.contains(part))
                .count();
    }

    /** Starts a job that goes on from what the one before left. */
    FootfallProcess startJob(int parallelism, String... more) throws IOException {
        Path log = folder.resolve("job.log");
        int before = Files.exists(log) ? count(log, "job: running") : 0;
        List<String> arguments = new ArrayList<>(List.of(
                "job",
                "--stores",
                stores.toString(),
                "--broker",
                broker.toString(),
                "--influx",
                influxd.url().toString(),
                "--checkpoints",
                folder.resolve("checkpoints").toString(),
                "--checkpoint-every",
                "1s",
                "--parallelism",
                Integer.toString(parallelism)));
        arguments.addAll(List.of(more));
        job = FootfallProcess.start(log, arguments.toArray(String[]::new));
        return job.awaitLine("job: running", before + 1);
    }

    /** Plays a recording to a broker, as devices would, to its end and beyond. */
    static CompletableFuture<CommandLineRun> publish(URI devices, Path recording, String speed) {
        return CompletableFuture.supplyAsync(() -> CommandLineRun.of(
                "publish",
                "--broker",
                devices.toString(),
                "--events",
                recording.toString(),
                "--speed",
                speed,
                "--close"));
    }

    /** Waits until the final points in the database are those of a replay, whatever their order. */
    void awaitFinals(Path replayed, Duration patience) throws IOException {
        List<String> wanted = PointComparison.lines(replayed);
        assertThat(wanted).as("points of the replay").isNotEmpty();
        List<String> found = new ArrayList<>();
        try {
            await().atMost(patience)
                    .ignoreExceptions()
                    .pollInterval(Duration.ofSeconds(2))
                    .until(() -> {
                        found.clear();
                        found.addAll(InfluxPoints.finals(influxd.url(), DATABASE));
                        return found.equals(wanted);
                    });
        } catch (ConditionTimeoutException e) {
            assertThat(PointComparison.differences(wanted, found))
                    .as(() -> "points, and of frames and events:\n" + pipeline())
                    .isEmpty();
            assertThat(found).as("the lines, byte for byte").isEqualTo(wanted);
        }
    }

    /** What the job says of late events, gaps and duplicates, for whoever asks why points are not those of a replay. */
    private String pipeline() {
        try {
            return String.join(
                    "\n",
                    InfluxPoints.all(influxd.url(), DATABASE).stream()
                            .filter(line -> line.startsWith("pipeline,"))
                            .toList());
        } catch (Exception unanswered) {
            return unanswered.toString();
        }
    }

    /** Waits until something of the recording has come through. */
    void awaitAnyPoint() {
        await().ignoreExceptions()
                .until(() -> !InfluxPoints.all(influxd.url(), DATABASE).isEmpty());
    }

    Influxd influxd() {
        return influxd;
    }

    @Override
    public void close() throws IOException {
        gateways.values().forEach(FootfallProcess::close);
        if (job != null) {
            job.close();
        }
        influxd.close();
    }
}
