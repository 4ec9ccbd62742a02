package dev.footfall.jobs;

import dev.footfall.mqtt.Broker;
import dev.footfall.servers.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A savepoint of a live job of an earlier build, with the whole day it was made in; its main makes one of today's build. */
final class GoldenSavepoint {
    private static final List<String> STORES = List.of("berlin", "lima", "oslo");

    private GoldenSavepoint() {}

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
            Path metadata = Path.of(java.net.URI.create(savepoint)).resolve("_metadata");
            Files.copy(metadata, folder.resolve("_metadata"));
            Files.write(folder.resolve("points.txt"), lines(job.points().fields()));
        }
    }

    static List<String> lines(Map<String, String> finals) {
        return finals.entrySet().stream()
                .map(point -> point.getKey() + ' ' + point.getValue())
                .toList();
    }
}
