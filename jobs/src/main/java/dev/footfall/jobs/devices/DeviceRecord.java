package dev.footfall.jobs.devices;

import dev.footfall.events.DeviceState;
import dev.footfall.events.DeviceTally;
import dev.footfall.jobs.points.PointWriter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What is known of one device: how it is, and what came of it in the running minute. */
final class DeviceRecord {
    private static final String NEVER_HEARD = "unknown";
    private static final long NONE = Long.MIN_VALUE;

    private @Nullable DeviceState state;
    private long heardMillis = NONE;
    private long skewMillis = NONE;
    private long events;
    private long rejected;
    private boolean dirty = true;

    void add(DeviceTally tally) {
        Long skew = tally.skewMillis();
        state = tally.state();
        heardMillis = Math.max(heardMillis, tally.heardMillis());
        skewMillis = skew == null ? skewMillis : skew;
        events += tally.events();
        rejected += tally.rejected();
        dirty = true;
    }

    /** Begins another minute, of which nothing was shown. */
    void nextMinute() {
        events = 0;
        rejected = 0;
        dirty = true;
    }

    /** Writes a point if one would differ from the last of this minute. */
    void show(PointWriter points, String store, String device, long minuteMillis) {
        if (!dirty) {
            return;
        }
        dirty = false;
        points.measurement("device_health").tag("device", device).tag("store", store);
        points.text("state", state == null ? NEVER_HEARD : state.name().toLowerCase(Locale.ROOT));
        if (heardMillis != NONE) {
            points.integer("last_heard_ms", heardMillis);
        }
        points.integer("events", events).integer("rejected", rejected);
        if (skewMillis != NONE) {
            points.integer("clock_skew_ms", skewMillis);
        }
        points.plain(minuteMillis);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(state == null ? "" : state.name());
        out.writeLong(heardMillis);
        out.writeLong(skewMillis);
        out.writeLong(events);
        out.writeLong(rejected);
        out.writeBoolean(dirty);
    }

    static DeviceRecord read(DataInput in) throws IOException {
        DeviceRecord device = new DeviceRecord();
        String state = in.readUTF();
        device.state = state.isEmpty() ? null : DeviceState.valueOf(state);
        device.heardMillis = in.readLong();
        device.skewMillis = in.readLong();
        device.events = in.readLong();
        device.rejected = in.readLong();
        device.dirty = in.readBoolean();
        return device;
    }
}
