package dev.footfall.gateway.registry;

import dev.footfall.events.Kind;
import dev.footfall.events.Reason;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StorePack;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The devices of one store, each known for the kinds that the store's configuration lists it under. */
public final class StoreRegistry {
    private final StorePack pack;
    private final Map<Kind, Map<String, DeviceConfig>> devices = new EnumMap<>(Kind.class);

    public StoreRegistry(StorePack pack) {
        this.pack = pack;
        for (DeviceConfig device : pack.config().devices()) {
            devices.computeIfAbsent(device.kind(), kind -> new HashMap<>()).put(device.id(), device);
            // any device may say how it is
            devices.computeIfAbsent(Kind.STATUS, kind -> new HashMap<>()).putIfAbsent(device.id(), device);
        }
    }

    /** The device of that id and kind. */
    public DeviceConfig device(Kind kind, String id) throws RefusedException {
        DeviceConfig device = devices.getOrDefault(kind, Map.of()).get(id);
        if (device == null) {
            throw new RefusedException(Reason.UNKNOWN_DEVICE, unknown(kind, id));
        }
        return device;
    }

    /** How late the messages of a device may be, whatever it sends. */
    public long slackMillis(String id) {
        return pack.config().devices().stream()
                .filter(device -> device.id().equals(id))
                .mapToLong(DeviceConfig::slackMillis)
                .max()
                .orElse(0);
    }

    private String unknown(Kind kind, String id) {
        List<String> kinds = pack.config().devices().stream()
                .filter(device -> device.id().equals(id))
                .map(device -> device.kind().topicName())
                .toList();
        String store = "store.yaml of " + pack.config().store();
        return kinds.isEmpty()
                ? "device " + id + " is not in " + store + ", list it under devices with kind " + kind.topicName()
                : "device " + id + " is listed in " + store + " for " + String.join(", ", kinds) + ", not for "
                        + kind.topicName();
    }
}
