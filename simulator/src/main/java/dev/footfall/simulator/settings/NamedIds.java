package dev.footfall.simulator.settings;

import dev.footfall.events.Kind;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.Door;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Zone;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Compares the ids that {@code simulation.yaml} names with those that the store pack has. */
public final class NamedIds {
    private final List<String> faults = new ArrayList<>();

    private NamedIds() {}

    /**
     * Refuses settings that name a zone or door of no layout of the store, or a device that is not there or of another kind.
     *
     * @throws IllegalArgumentException when there are any; the message tells all, a line each
     */
    public static void require(Behaviour behaviour, StorePack pack) {
        Set<String> zones = pack.layouts().stream()
                .flatMap(layout -> layout.floors().stream())
                .flatMap(floor -> floor.zones().stream())
                .map(Zone::id)
                .collect(Collectors.toSet());
        Set<String> doors = pack.layouts().stream()
                .flatMap(layout -> layout.floors().stream())
                .flatMap(floor -> floor.doors().stream())
                .map(Door::id)
                .collect(Collectors.toSet());
        NamedIds named = new NamedIds();
        named.compare("entrances", behaviour.entrances(), doors, "doors of the layout");
        named.compare("exits", behaviour.exits(), doors, "doors of the layout");
        named.compare("attraction", behaviour.attraction().keySet(), zones, "zones of the layout");
        named.compare("passing", behaviour.passing().keySet(), doors, "doors of the layout");
        named.compare("eachPerson", behaviour.eachPerson(), devices(pack, Kind.DOOR), "door counters of store.yaml");
        named.compare(
                "cameras", behaviour.cameras().keySet(), devices(pack, Kind.SHELF), "shelf cameras of store.yaml");
        behaviour.cameras().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(camera ->
                        named.compare("cameras." + camera.getKey(), camera.getValue(), zones, "zones of the layout"));
        if (!named.faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", named.faults));
        }
    }

    private static Set<String> devices(StorePack pack, Kind kind) {
        return pack.config().devices().stream()
                .filter(device -> device.kind() == kind)
                .map(DeviceConfig::id)
                .collect(Collectors.toSet());
    }

    private void compare(String key, Collection<String> named, Set<String> known, String what) {
        List<String> unknown =
                named.stream().filter(id -> !known.contains(id)).sorted().toList();
        if (!unknown.isEmpty()) {
            faults.add("simulation.yaml: " + key + " names " + String.join(", ", unknown) + " but must name " + what);
        }
    }
}
