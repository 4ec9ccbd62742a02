package dev.footfall.gateway;

import dev.footfall.events.Reason;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a gateway took and refused since it began. Messages of unknown origin are counted by reason alone. */
public final class Counts {
    private final SortedMap<Origin, DeviceCounts> devices = new TreeMap<>();
    private final EnumMap<Reason, Long> refused = new EnumMap<>(Reason.class);

    /** A device that the registry knows. */
    public record Origin(String store, String device) implements Comparable<Origin> {
        private static final Comparator<Origin> ORDER =
                Comparator.comparing(Origin::store).thenComparing(Origin::device);

        @Override
        public int compareTo(Origin other) {
            return ORDER.compare(this, other);
        }
    }

    /** What came of one device. */
    public static final class DeviceCounts {
        private long messages;
        private long events;
        private long lastHeardMillis;
        private long skewMillis;
        private final EnumMap<Reason, Long> refused = new EnumMap<>(Reason.class);

        /** Messages taken. */
        public long messages() {
            return messages;
        }

        /** Events in the messages taken. */
        public long events() {
            return events;
        }

        /** Messages refused, by reason. */
        public Map<Reason, Long> refused() {
            return Collections.unmodifiableMap(refused);
        }

        /** When a message was last taken, ms since the epoch; 0 before the first. */
        public long lastHeardMillis() {
            return lastHeardMillis;
        }

        /** How far the device's clock is behind, the delay of its messages included; negative when it is ahead; 0 where that is not known. */
        public long skewMillis() {
            return skewMillis;
        }

        void took(int moreEvents, long atMillis) {
            messages++;
            events += moreEvents;
            lastHeardMillis = atMillis;
        }

        void skewIs(@Nullable Long millis) {
            skewMillis = millis == null ? skewMillis : millis;
        }
    }

    /** By device, sorted; only devices that were heard. */
    public SortedMap<Origin, DeviceCounts> devices() {
        return Collections.unmodifiableSortedMap(devices);
    }

    /** Messages taken. */
    public long messages() {
        return devices.values().stream().mapToLong(DeviceCounts::messages).sum();
    }

    /** Events taken. */
    public long events() {
        return devices.values().stream().mapToLong(DeviceCounts::events).sum();
    }

    /** Messages refused, by reason, of whatever origin. */
    public Map<Reason, Long> refused() {
        return Collections.unmodifiableMap(refused);
    }

    /** The number of stores that had an event taken. */
    public int stores() {
        return (int) devices.entrySet().stream()
                .filter(device -> device.getValue().events() > 0)
                .map(device -> device.getKey().store())
                .distinct()
                .count();
    }

    DeviceCounts of(String store, String device) {
        return devices.computeIfAbsent(new Origin(store, device), origin -> new DeviceCounts());
    }

    void refuse(Reason reason, @Nullable DeviceCounts device) {
        refused.merge(reason, 1L, Long::sum);
        if (device != null) {
            device.refused.merge(reason, 1L, Long::sum);
        }
    }
}
