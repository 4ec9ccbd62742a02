package dev.footfall.local.torture;

import dev.footfall.local.Footfall;
import dev.footfall.servers.FreePort;
import dev.footfall.servers.Influxd;
import dev.footfall.servers.Mosquitto;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Every part of the system as a process of its own, and a line between any two of them. */
final class Parts implements AutoCloseable {
    /** What the gateways may keep: little, so that a full spool is among what happens. */
    static final String SPOOL_SIZE = "16MiB";

    private static final String GATEWAY = "gateway-";
    private static final String UP = "-jobs-broker";
    private static final String SECRET = "the gateways of one run know this, and nobody else";

    final Influxd influxd;
    final Mosquitto jobsBroker;
    final JvmPart storeBroker;
    final List<JvmPart> gateways = new ArrayList<>();
    final List<Line> lines = new ArrayList<>();
    final Jobs jobs;

    /** From the devices to the broker of the stores. */
    final Line devicesToBroker;
    /** From the job to InfluxDB. */
    final Line jobsToInflux;

    private final Path folder;
    private final Path secret;
    private final URI storeBrokerUri;
    private final Deque<Closeable> started = new ArrayDeque<>();

    /** Starts them all, the job last. */
    Parts(Path folder, Shops shops) throws Exception {
        this.folder = folder;
        this.secret = Files.writeString(folder.resolve("secret"), SECRET);
        boolean complete = false;
        try {
            influxd = closing(Influxd.start(folder.resolve("influxd")));
            jobsBroker = closing(Mosquitto.start(folder.resolve("jobs-broker")));
            int brokerPort = FreePort.find(InetAddress.getLoopbackAddress());
            storeBrokerUri = URI.create("mqtt://127.0.0.1:" + brokerPort);
            storeBroker = new JvmPart(
                    "store-broker",
                    folder,
                    StoreBroker.READY,
                    "256m",
                    StoreBroker.class,
                    List.of(folder.resolve("store-broker").toString(), Integer.toString(brokerPort)));
            started.push(storeBroker::close);
            storeBroker.startAndWait();
            devicesToBroker = line("devices-broker", brokerPort);
            startGateway(shops, Shops.EAST, String.join(",", Shops.ALL), brokerPort);
            startGateway(shops, Shops.WEST, Shops.OF_BOTH, brokerPort);
            jobsToInflux = line("jobs-influxdb", influxd.url().getPort());
            Line jobsToBroker = line("jobs-broker", jobsBroker.uri().getPort());
            jobs = new Jobs(folder, shops.folder(), jobsToBroker.port(), jobsToInflux.port());
            started.push(jobs::close);
            jobs.start();
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    private <P extends AutoCloseable> P closing(P part) {
        started.push(() -> {
            try {
                part.close();
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
        return part;
    }

    private Line line(String name, int port) throws IOException {
        Line line = closing(new Line(name, port));
        lines.add(line);
        return line;
    }

    private void startGateway(Shops shops, String name, String stores, int brokerPort)
            throws IOException, InterruptedException {
        Line devices = line(GATEWAY + name + "-store-broker", brokerPort);
        Line up = line(GATEWAY + name + UP, jobsBroker.uri().getPort());
        JvmPart gateway = new JvmPart(
                GATEWAY + name,
                folder,
                "gateway of",
                "256m",
                Footfall.class,
                List.of(
                        "gateway",
                        "--stores",
                        shops.folder().toString(),
                        "--serve",
                        stores,
                        "--name",
                        name,
                        "--broker",
                        "mqtt://127.0.0.1:" + devices.port(),
                        "--uplink",
                        "mqtt://127.0.0.1:" + up.port(),
                        "--spool",
                        folder.resolve("spool-" + GATEWAY + name).toString(),
                        "--spool-size",
                        SPOOL_SIZE,
                        "--secret-file",
                        secret.toString(),
                        "--clock",
                        "publisher",
                        "--frame-every",
                        "200ms",
                        "--metrics-port",
                        "off"));
        started.push(gateway::close);
        gateways.add(gateway);
        gateway.startAndWait();
    }

    /** From a gateway to the jobs' broker. */
    Line upOf(JvmPart gateway) {
        return lines.stream()
                .filter(line -> line.name().equals(gateway.name() + UP))
                .findFirst()
                .orElseThrow();
    }

    /** Where a gateway keeps what the job does not have. */
    Path spoolOf(JvmPart gateway) {
        return folder.resolve("spool-" + gateway.name());
    }

    /** Where each gateway keeps each store, if it serves it. */
    List<Path> spools() {
        return List.of(Shops.EAST, Shops.WEST).stream()
                .flatMap(gateway -> Shops.ALL.stream().map(store -> folder.resolve("spool-" + GATEWAY + gateway)
                        .resolve("stores")
                        .resolve(store)
                        .resolve(gateway)))
                .toList();
    }

    Path secretFile() {
        return secret;
    }

    /** The broker of the stores, without a line before it. */
    URI storeBrokerUri() {
        return storeBrokerUri;
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        while (!started.isEmpty()) {
            try {
                started.pop().close();
            } catch (IOException fault) {
                if (first == null) {
                    first = fault;
                } else {
                    first.addSuppressed(fault);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
