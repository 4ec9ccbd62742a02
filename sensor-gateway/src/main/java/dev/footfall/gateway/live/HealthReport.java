package dev.footfall.gateway.live;

import dev.footfall.gateway.health.StoreHealth;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells how a line is: operations every second, the store's broker every ten and when something changed. */
final class HealthReport {
    private static final long LOOK_EVERY_MILLIS = 1_000;
    private static final long TELL_EVERY_MILLIS = 10_000;

    private final StoreDevices devices;
    private final Consumer<StoreHealth> operations;
    private @Nullable StoreHealth told;
    private long lookedMillis;
    private long toldMillis;
    private boolean soon = true;

    HealthReport(StoreDevices devices, Consumer<StoreHealth> operations) {
        this.devices = devices;
        this.operations = operations;
    }

    /** Makes the next call tell the broker in any case. */
    void soon() {
        soon = true;
    }

    void tell(long nowMillis, Supplier<StoreHealth> health) {
        if (!soon && nowMillis - lookedMillis < LOOK_EVERY_MILLIS) {
            return;
        }
        lookedMillis = nowMillis;
        StoreHealth now = health.get();
        operations.accept(now);
        if (soon || told == null || nowMillis - toldMillis >= TELL_EVERY_MILLIS || now.isAnotherStateThan(told)) {
            if (devices.tell(now)) {
                told = now;
                toldMillis = nowMillis;
                soon = false;
            }
        }
    }
}
