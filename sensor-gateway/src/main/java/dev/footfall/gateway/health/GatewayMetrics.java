package dev.footfall.gateway.health;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.exporter.httpserver.HTTPServer;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/** The health of all stores of a gateway as metrics, {@code footfall_gateway_…{store="…"}}, for Prometheus to read. */
public final class GatewayMetrics implements Consumer<StoreHealth>, AutoCloseable {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, StoreHealth> stores = new ConcurrentHashMap<>();
    private final Set<String> reasons = ConcurrentHashMap.newKeySet();
    private final HTTPServer server;

    private GatewayMetrics(HTTPServer.Builder builder) throws IOException {
        server = builder.registry(registry.getPrometheusRegistry()).buildAndStart();
    }

    /** Listens on {@code host}; on any free port when {@code port} is 0. */
    public static GatewayMetrics listen(String host, int port) throws IOException {
        try {
            return new GatewayMetrics(HTTPServer.builder()
                    .inetAddress(InetAddress.getByName(host))
                    .port(port));
        } catch (IOException e) {
            throw new IOException("metrics cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    /** The port it listens on. */
    public int port() {
        return server.getPort();
    }

    @Override
    public void accept(StoreHealth health) {
        if (stores.put(health.store(), health) == null) {
            register(health.store());
        }
        for (String reason : health.rejected().keySet()) {
            if (reasons.add(health.store() + ' ' + reason)) {
                counter(health.store(), "rejected", "Messages refused", Tags.of("reason", reason), now -> now.rejected()
                        .getOrDefault(reason, 0L));
            }
        }
    }

    private void register(String store) {
        counter(
                store,
                "messages",
                "Messages taken",
                Tags.empty(),
                now -> sum(now.devices().values(), StoreHealth.Device::messages));
        counter(
                store,
                "events",
                "Events taken",
                Tags.empty(),
                now -> sum(now.devices().values(), StoreHealth.Device::events));
        counter(store, "frames", "Frames cut over the life of the spool", Tags.empty(), now -> now.spool()
                .next());
        gauge(store, "connected", "1 when the store's broker is connected", now -> flag(now.connected()));
        gauge(
                store,
                "uplink.connected",
                "1 when the jobs' broker is connected",
                now -> flag(now.uplink().connected()));
        gauge(store, "clock.held", "1 when the store's clock stands still", now -> flag(now.clockHeld()));
        gauge(
                store,
                "clock.step.seconds",
                "By how much the machine's clock has jumped, while no device goes along",
                now -> now.clockStep() / 1e3);
        gauge(store, "clock.seconds", "The store's clock, since 1970", now -> now.clock() / 1e3);
        gauge(store, "spool.full", "1 when messages wait because the spool is full", now -> flag(now.full()));
        gauge(store, "spool.disk.fails", "1 while the spool cannot be written", now -> flag(now.disk() != null));
        gauge(store, "spool.bytes", "What the spool takes", now -> now.spool().bytes());
        gauge(store, "spool.max.bytes", "What the spool may take", now -> now.spool()
                .maxBytes());
        gauge(store, "behind.frames", "Frames that some group of jobs does not have", now -> now.uplink()
                .behind());
    }

    private static double sum(
            Collection<StoreHealth.Device> devices, java.util.function.ToLongFunction<StoreHealth.Device> count) {
        return devices.stream().mapToLong(count).sum();
    }

    private static double flag(boolean value) {
        return value ? 1 : 0;
    }

    private void gauge(String store, String name, String description, ToDoubleFunction<StoreHealth> value) {
        Gauge.builder("footfall.gateway." + name, stores, now -> value.applyAsDouble(now.get(store)))
                .description(description)
                .tags("store", store)
                .register(registry);
    }

    private void counter(
            String store, String name, String description, Tags more, ToDoubleFunction<StoreHealth> value) {
        FunctionCounter.builder("footfall.gateway." + name, stores, now -> value.applyAsDouble(now.get(store)))
                .description(description)
                .tags(more.and("store", store))
                .register(registry);
    }

    @Override
    public void close() {
        server.close();
        registry.close();
    }
}
