package dev.footfall.gateway.framing;

import dev.footfall.events.DeviceState;
import dev.footfall.events.DeviceStatus;
import dev.footfall.events.DeviceTally;
import dev.footfall.events.SensorEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What comes of each device of a store, added up over slots of 10 s of the time of receipt. At the end of a slot every device that was heard
 * in it gives one tally, so no tally lies over the end of a minute.
 */
public final class Tallies {
    static final long SLOT_MILLIS = 10_000;

    private final Map<String, Device> devices = new TreeMap<>();
    private final Consumer<DeviceTally> out;
    private long slotEndMillis;
    private boolean running;

    Tallies(Consumer<DeviceTally> out) {
        this.out = out;
    }

    /** The tally of a device that the store lists; good for ever. */
    public Device of(String device) {
        return devices.computeIfAbsent(device, Device::new);
    }

    /** Ends the running slot when that time of receipt is beyond it. */
    void advanceTo(long atMillis) {
        if (running && atMillis >= slotEndMillis) {
            end();
        }
    }

    /** Ends the running slot, if there is one: what comes later in its time is another tally. */
    void end() {
        running = false;
        for (Device device : devices.values()) {
            if (device.messages > 0) {
                DeviceTally tally = device.tally();
                device.clear();
                out.accept(tally);
            }
        }
    }

    private void begin(long atMillis) {
        advanceTo(atMillis);
        if (!running) {
            running = true;
            slotEndMillis = (Math.floorDiv(atMillis, SLOT_MILLIS) + 1) * SLOT_MILLIS;
        }
    }

    /** What comes of one device in the running slot. */
    public final class Device {
        private final String id;
        private long messages;
        private long events;
        private long rejected;
        private long atMillis;
        private long heardMillis = SensorEvent.EARLIEST_MILLIS;
        private @Nullable Long skewMillis;
        private DeviceState state = DeviceState.ONLINE;

        private Device(String id) {
            this.id = id;
        }

        /**
         * Notes a message that was taken. A status may be an old one that its broker kept, or the last will: then the device itself was heard when it
         * says.
         *
         * @param skewMillis how wrong its clock is by now; null where that is not known
         */
        public void took(List<SensorEvent> more, long receivedMillis, @Nullable Long skewMillis) {
            note(receivedMillis, skewMillis);
            events += more.size();
            SensorEvent last = more.isEmpty() ? null : more.get(more.size() - 1);
            if (last instanceof DeviceStatus status) {
                state = status.state();
                heardMillis = Math.max(heardMillis, Math.min(status.timeMillis(), atMillis));
            } else {
                state = DeviceState.ONLINE;
                heardMillis = atMillis;
            }
        }

        /** Notes a message that was refused. */
        public void refused(long receivedMillis, @Nullable Long skewMillis) {
            note(receivedMillis, skewMillis);
            rejected++;
            state = DeviceState.ONLINE;
            heardMillis = atMillis;
        }

        private void note(long receivedMillis, @Nullable Long skewMillis) {
            long time = Math.max(SensorEvent.EARLIEST_MILLIS, Math.min(SensorEvent.LATEST_MILLIS, receivedMillis));
            begin(time);
            messages++;
            this.skewMillis = skewMillis == null ? this.skewMillis : skewMillis;
            atMillis = Math.max(atMillis, time);
        }

        private DeviceTally tally() {
            return new DeviceTally(id, atMillis, heardMillis, events, rejected, skewMillis, state);
        }

        private void clear() {
            messages = 0;
            events = 0;
            rejected = 0;
            atMillis = 0;
            heardMillis = SensorEvent.EARLIEST_MILLIS;
            skewMillis = null;
        }
    }
}
