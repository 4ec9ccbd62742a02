package dev.footfall.gateway.live;

import dev.footfall.events.LaneAnswer;
import dev.footfall.gateway.health.StoreHealth;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.spool.StoreSpool;
import dev.footfall.gateway.uplink.Uplink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread of one store. When the disk fails, it forgets all that is in memory and begins anew from what the disk has: what was not
 * acknowledged comes again from the broker.
 */
final class StoreThread implements Uplink.Customer {
    private static final Logger LOG = LoggerFactory.getLogger(StoreThread.class);
    private static final long AGAIN_AFTER_MILLIS = 5_000;
    private static final String WHAT_NOW = "trying again in 5 s, what devices publish waits at their broker";
    private static final int OWN_FAULT = 70;
    private static final long JOIN_MILLIS = 10_000;

    private final LineSettings settings;
    private final StoreKeys keys;
    private final Path folder;
    private final Supplier<Uplink> uplink;
    private final Consumer<StoreHealth> operations;
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile boolean stopping;
    /** What the disk said when it was last written; null when all was well. */
    private @Nullable String diskFault;

    StoreThread(
            LineSettings settings,
            StoreKeys keys,
            Path folder,
            Supplier<Uplink> uplink,
            Consumer<StoreHealth> operations) {
        this.settings = settings;
        this.keys = keys;
        this.folder = folder;
        this.uplink = uplink;
        this.operations = operations;
        this.thread = new Thread(this::keepRunning, "store-" + settings.store());
    }

    void start() {
        thread.start();
    }

    /** Ends the thread after what it is at; nothing that was acknowledged is lost. */
    void stop() {
        stopping = true;
        signals.add(new Signal.Wake());
    }

    void join() throws InterruptedException {
        thread.join(JOIN_MILLIS);
    }

    private void keepRunning() {
        try {
            while (!stopping) {
                try {
                    runLine();
                } catch (IOException e) {
                    LOG.error("store {}: the spool in {} fails: {}; {}", store(), folder, e.getMessage(), WHAT_NOW);
                    diskFault = String.valueOf(e.getMessage());
                    pause();
                } catch (RuntimeException e) {
                    LOG.error("store {}: a fault of Footfall itself; {}", store(), WHAT_NOW, e);
                    pause();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Error e) {
            LOG.error("store {}: the gateway cannot go on and ends; what was acknowledged is on disk", store(), e);
            Runtime.getRuntime().halt(OWN_FAULT);
        }
    }

    private void pause() throws InterruptedException {
        for (long waited = 0; waited < AGAIN_AFTER_MILLIS && !stopping; waited += AGAIN_AFTER_MILLIS / 50) {
            Thread.sleep(AGAIN_AFTER_MILLIS / 50);
        }
    }

    private void runLine() throws IOException, InterruptedException {
        try (StoreSpool spool = StoreSpool.open(folder, settings.spool())) {
            spool.recovery().findWarning().ifPresent(warning -> LOG.warn("store {}: {}", store(), warning));
            signals.removeIf(Signal.Message.class::isInstance); // of a connection that is gone
            try (StoreDevices devices = new StoreDevices(settings, signals)) {
                String fault = diskFault;
                diskFault = null;
                new StoreLine(settings, keys, spool, uplink.get(), devices, signals, operations, fault)
                        .run(() -> stopping);
            }
        }
    }

    @Override
    public String store() {
        return settings.store();
    }

    @Override
    public String gateway() {
        return settings.gateway();
    }

    @Override
    public void up() {
        signals.add(new Signal.UplinkUp());
    }

    @Override
    public void down() {
        signals.add(new Signal.UplinkDown());
    }

    @Override
    public void answered(String group, LaneAnswer answer) {
        signals.add(new Signal.Answer(group, answer));
    }
}
