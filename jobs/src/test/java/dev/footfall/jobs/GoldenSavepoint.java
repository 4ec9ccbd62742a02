package dev.footfall.jobs;

import dev.footfall.mqtt.Broker;
import dev.footfall.servers.EmbeddedBroker;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * A savepoint of a live job of an earlier build, in the middle of a day; its main makes one of today's build.
 *
 * @param path of the savepoint
 * @param day the whole day
 * @param finals the final points that were written before
 */
record GoldenSavepoint(String path, StoredDay day, Map<String, String> finals) {
    private static final List<String> STORES = List.of("berlin", "lima", "oslo");
    private static final String METADATA = "_metadata";
    private static final String POINTS = "points.txt";

    /** The one that was made at a commit. */
    static GoldenSavepoint of(String commit) throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(
                        GoldenSavepoint.class.getResource("/savepoint-" + commit), "no savepoint of " + commit)
                .toURI());
        Map<String, String> finals = new TreeMap<>();
        for (String line : Files.readAllLines(folder.resolve(POINTS))) {
            int fields = line.lastIndexOf(' ');
            finals.put(line.substring(0, fields), line.substring(fields + 1));
        }
        return new GoldenSavepoint(folder.toUri().toString(), StoredDay.read(folder), finals);
    }

    /** Makes one in an empty folder: that of the live job of three busy stores at half past four. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Path temporary = Files.createTempDirectory("golden-savepoint");
        StoredDay.busy(folder, STORES, true).write(folder);
        StoredDay half = StoredDay.busy(temporary.resolve("half"), STORES, false);
        try (EmbeddedBroker broker = EmbeddedBroker.start(temporary.resolve("broker"), 0);
                FedJob job = new FedJob(Broker.at(broker.uri().toString()), "golden")) {
            String savepoint = job.start(folder.resolve("stores"), 2, null)
                    .takes(half.frames())
                    .stop(temporary);
            Files.copy(Path.of(URI.create(savepoint)).resolve(METADATA), folder.resolve(METADATA));
            Files.write(
                    folder.resolve(POINTS),
                    job.points().fields().entrySet().stream()
                            .map(point -> point.getKey() + ' ' + point.getValue())
                            .toList());
        }
    }
}
