package dev.footfall.gateway.live;

import dev.footfall.gateway.health.GatewayMetrics;
import dev.footfall.gateway.health.StoreHealth;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.settings.GatewaySettings;
import dev.footfall.gateway.uplink.Uplink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A running gateway: a thread for each store, one connection up for all. */
public final class LiveGateway implements AutoCloseable {
    private static final String SPOOLS = "stores";

    private final List<StoreThread> threads = new ArrayList<>();
    private final Map<String, StoreHealth> health = new ConcurrentHashMap<>();
    private final @Nullable GatewayMetrics metrics;
    private final Uplink uplink;

    private LiveGateway(GatewaySettings settings) throws IOException {
        StoreKeys keys = StoreKeys.ofSecret(KeptSecret.of(settings.secret(), settings.spool()));
        metrics = settings.metricsPort() == null
                ? null
                : GatewayMetrics.listen(settings.metricsHost(), settings.metricsPort());
        Path spools = settings.spool().resolve(SPOOLS);
        Consumer<StoreHealth> operations = metrics == null ? this::note : metrics.andThen(this::note);
        for (GatewaySettings.Served served : settings.stores()) {
            LineSettings line = new LineSettings(
                    served.pack(),
                    served.packs(),
                    served.gateway(),
                    settings.devices(),
                    settings.spoolSettings(),
                    settings.framing(),
                    settings.clock(),
                    settings.groups(),
                    settings.windowBytes());
            threads.add(new StoreThread(
                    line, keys, spools.resolve(line.store()).resolve(line.gateway()), this::uplink, operations));
        }
        GatewaySettings.Served first = settings.stores().get(0);
        uplink = Uplink.open(
                settings.uplink(), "footfall-uplink-" + first.pack().config().store() + "-" + first.gateway(), threads);
    }

    /**
     * Starts and returns at once; brokers that cannot be reached are tried again for ever.
     *
     * @throws IOException when the secret cannot be read or the port of the metrics is taken
     */
    public static LiveGateway start(GatewaySettings settings) throws IOException {
        LiveGateway gateway = new LiveGateway(settings);
        gateway.threads.forEach(StoreThread::start);
        return gateway;
    }

    private Uplink uplink() {
        return uplink;
    }

    private void note(StoreHealth now) {
        health.put(now.store(), now);
    }

    /** How each store is, as of a second ago; stores that have just begun are absent. */
    public SortedMap<String, StoreHealth> health() {
        return new TreeMap<>(health);
    }

    /** The port that Prometheus reads; null for none. */
    public @Nullable Integer metricsPort() {
        return metrics == null ? null : metrics.port();
    }

    /** Ends it in order: what was acknowledged is on disk. */
    @Override
    public void close() {
        threads.forEach(StoreThread::stop);
        try {
            for (StoreThread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        uplink.close();
        if (metrics != null) {
            metrics.close();
        }
    }
}
