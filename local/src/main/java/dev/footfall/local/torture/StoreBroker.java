package dev.footfall.local.torture;

import dev.footfall.servers.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** The broker of the stores as a process of its own: the one that {@code up} has within, with its journal on disk. */
final class StoreBroker {
    static final String READY = "broker ready";

    private StoreBroker() {}

    /** Runs one in a folder on a port of the loopback interface until it is killed. */
    public static void main(String[] folderAndPort) throws IOException, InterruptedException {
        try (EmbeddedBroker broker =
                EmbeddedBroker.start(Path.of(folderAndPort[0]), Integer.parseInt(folderAndPort[1]))) {
            System.out.println(READY + " at " + broker.uri());
            new CountDownLatch(1).await();
        }
    }
}
