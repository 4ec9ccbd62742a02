package dev.footfall.local;

import dev.footfall.floorboard.Floorboard;
import dev.footfall.floorboard.FloorboardSettings;
import dev.footfall.floorboard.InfluxAccess;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.live.LiveGateway;
import dev.footfall.gateway.settings.GatewayClock;
import dev.footfall.gateway.settings.GatewaySettings;
import dev.footfall.gateway.spool.SpoolSettings;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.LiveJob;
import dev.footfall.jobs.StorePackFolder;
import dev.footfall.jobs.Topology;
import dev.footfall.jobs.influx.InfluxSettings;
import dev.footfall.jobs.influx.InfluxSink;
import dev.footfall.jobs.ingest.Patience;
import dev.footfall.jobs.mqtt.LaneSettings;
import dev.footfall.mqtt.Broker;
import dev.footfall.servers.EmbeddedBroker;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.jspecify.annotations.Nullable;

/** Every part of Footfall at once on this machine, each in the folder of its own; closed in the order opposite to that in which they began. */
final class OneMachine implements AutoCloseable {
    private static final int MQTT_PORT = 1883;
    private static final int INFLUX_PORT = 8086;
    private static final String LOOPBACK = "127.0.0.1";
    private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(5);
    private static final Duration SAVEPOINT_PATIENCE = Duration.ofSeconds(20);
    private static final long FRAME_EVERY_MILLIS = 250;
    private static final long WINDOW_BYTES = 4L << 20;

    private interface Part {
        void end() throws IOException;
    }

    private final Deque<Part> parts = new ArrayDeque<>();
    private final UpFolder folder;
    private final Path stores;
    private final List<StorePack> packs;
    private final Ending ending;
    private @Nullable Influxd influxd;

    /**
     * Of nothing yet.
     *
     * @param folder where the parts keep what they keep
     * @param stores folder of the store packs
     * @param packs the packs in it
     * @param ending when it is asked for, nothing more is started
     */
    OneMachine(UpFolder folder, Path stores, List<StorePack> packs, Ending ending) {
        this.folder = folder;
        this.stores = stores;
        this.packs = packs;
        this.ending = ending;
    }

    /** The end was asked for before everything had started. */
    static final class EndedEarlyException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private void goOn() {
        if (ending.isAsked()) {
            throw new EndedEarlyException();
        }
    }

    /** Starts an InfluxDB of our own; answers how it is reached. Nothing of it outlives the process by more than {@code grace}. */
    InfluxSettings startInflux(Duration grace) throws IOException {
        goOn();
        Path data = folder.part("influxdb");
        Influxd started = startInflux(data, grace);
        influxd = started;
        parts.push(started::close);
        return InfluxSettings.at(started.url().toString());
    }

    /** On its usual port if nobody is there. */
    private static Influxd startInflux(Path data, Duration grace) throws IOException {
        return Influxd.start(data, PreferredPort.orAny(INFLUX_PORT), grace);
    }

    /** Starts a broker within; answers its address. */
    URI startBroker() throws IOException {
        goOn();
        EmbeddedBroker broker = EmbeddedBroker.start(folder.part("broker"), PreferredPort.orAny(MQTT_PORT));
        parts.push(broker::close);
        return broker.uri();
    }

    /** Starts the gateway of all stores, between the broker of the devices and that of the jobs. */
    LiveGateway startGateway(Broker devices, URI uplink, GatewayClock clock) throws IOException {
        goOn();
        StorePacks layouts = StorePacks.open(stores);
        LiveGateway gateway = LiveGateway.start(new GatewaySettings(
                packs.stream().flatMap(pack -> gatewaysOf(pack, layouts)).toList(),
                devices,
                Broker.at(uplink.toString()),
                folder.part("spool"),
                SpoolSettings.defaults(),
                null,
                List.of(LaneSettings.DEFAULT_GROUP),
                new Framing(Framing.DEFAULT_LANES, FRAME_EVERY_MILLIS, Framing.DEFAULT_FRAME_BYTES, 1),
                WINDOW_BYTES,
                clock,
                LOOPBACK,
                0));
        parts.push(gateway::close);
        return gateway;
    }

    /** Each gateway that the store lists: its clock waits for all of them. */
    private static Stream<GatewaySettings.Served> gatewaysOf(StorePack pack, StorePacks layouts) {
        return pack.config().gateways().stream().map(gateway -> new GatewaySettings.Served(pack, gateway, layouts));
    }

    /** Starts the live job on a Flink cluster within, going on from what the one before in this folder left. */
    LiveRun startJob(URI broker, InfluxSettings influx, int parallelism) throws Exception {
        goOn();
        Path checkpoints = folder.part("checkpoints");
        Configuration configuration = Topology.configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, CHECKPOINT_EVERY);
        SavedState from = SavedState.findLatest(checkpoints).orElse(null);
        LiveRun started = LiveRun.start(
                configuration,
                environment -> LiveJob.build(
                        environment,
                        new StorePackFolder(stores.toAbsolutePath().toString()),
                        LaneSettings.at(Broker.at(broker.toString())),
                        Patience.LIVE,
                        new InfluxSink(influx)),
                parallelism,
                checkpoints,
                from,
                true);
        parts.push(() -> stop(started));
        return started;
    }

    private void stop(LiveRun run) throws IOException {
        try {
            if (folder.kept()) {
                run.stop(SAVEPOINT_PATIENCE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            run.close();
        }
    }

    /** Starts the page. */
    Floorboard startFloorboard(int port, InfluxSettings influx) throws IOException {
        goOn();
        Floorboard floorboard = Floorboard.start(new FloorboardSettings(
                LOOPBACK,
                port,
                stores,
                new InfluxAccess(
                        URI.create(influx.url()),
                        influx.database(),
                        influx.findAuthorization(System.getenv()).orElse(null))));
        parts.push(floorboard::close);
        return floorboard;
    }

    /** Ends it with the other parts. */
    SimulatedTraffic with(SimulatedTraffic traffic) {
        parts.push(traffic::close);
        return traffic;
    }

    /** Starts our InfluxDB again if it ended by itself; answers whether it had. */
    boolean revive() throws IOException {
        Influxd own = influxd;
        if (own == null || own.isRunning()) {
            return false;
        }
        own.restart();
        return true;
    }

    @Override
    public void close() throws IOException {
        IOException first = null;
        while (!parts.isEmpty()) {
            try {
                parts.pop().end();
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
