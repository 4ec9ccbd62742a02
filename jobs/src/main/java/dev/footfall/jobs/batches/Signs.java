package dev.footfall.jobs.batches;

import dev.footfall.geofences.DeviceConfig;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When devices gave signs of life: their events, and the statuses that say they are there.
 *
 * <p>Signs of one device that follow each other within {@link #BRIDGED_MILLIS} are kept as one run, for no heartbeat is shorter: a device that
 * speaks every second is one row, however much it says.
 */
public final class Signs {
    private static final long BRIDGED_MILLIS = DeviceConfig.SHORTEST_HEARTBEAT_MILLIS;

    /** Signs of one device with little time between them. */
    public static final class Run {
        private final String device;
        private final long firstMillis;
        private long lastMillis;

        private Run(String device, long millis) {
            this.device = device;
            this.firstMillis = millis;
            this.lastMillis = millis;
        }

        /** Who gave them. */
        public String device() {
            return device;
        }

        /** When the first was given. */
        public long firstMillis() {
            return firstMillis;
        }

        /** When the last was given. */
        public long lastMillis() {
            return lastMillis;
        }

        private boolean take(long millis) {
            boolean follows = millis >= firstMillis && millis - lastMillis <= BRIDGED_MILLIS;
            if (follows && millis > lastMillis) {
                lastMillis = millis;
            }
            return follows;
        }
    }

    private final List<Run> runs = new ArrayList<>();
    private final Map<String, Run> latest = new HashMap<>();
    private @Nullable Run current;

    /** Notes a sign; those of one device best in the order of time. */
    public void add(String device, long millis) {
        Run run = current;
        if (run == null || !run.device.equals(device)) {
            run = latest.get(device);
        }
        if (run == null || !run.take(millis)) {
            run = new Run(device, millis);
            runs.add(run);
            latest.put(device, run);
        }
        current = run;
    }

    /** All runs, in no order. */
    public List<Run> runs() {
        return runs;
    }
}
