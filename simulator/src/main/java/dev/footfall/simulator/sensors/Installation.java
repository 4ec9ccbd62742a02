package dev.footfall.simulator.sensors;

import dev.footfall.events.Kind;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.StoreConfig;
import dev.footfall.geofences.Zone;
import dev.footfall.simulator.people.Dice;
import dev.footfall.simulator.people.Scene;
import dev.footfall.simulator.settings.Behaviour;
import dev.footfall.simulator.settings.ErrorRates;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All devices of a store, as its {@code store.yaml} lists them and {@code simulation.yaml} says what they watch. */
public final class Installation {
    private final Layout layout;
    private final StoreConfig config;
    private final Behaviour behaviour;
    private final Set<String> countedDoors;
    private final Map<String, View> views = new LinkedHashMap<>();
    private final Map<String, List<Zone>> watched = new LinkedHashMap<>();
    private final List<Sensor> sensors = new ArrayList<>();

    /** Puts the devices up; those of kinds that nobody simulates ({@code position}, {@code touchpoint}) stay silent. */
    public Installation(StoreConfig config, Layout layout, Behaviour behaviour, ErrorRates errors, long seed) {
        this.layout = layout;
        this.config = config;
        this.behaviour = behaviour;
        this.countedDoors = devices(Kind.DOOR)
                .flatMap(device -> Stream.ofNullable(device.door()))
                .collect(Collectors.toSet());
        watch();
        List<String> checkouts = zonesOfType(Set.of("checkout"));
        int tills = 0;
        for (int n = 0; n < config.devices().size(); n++) {
            DeviceConfig each = config.devices().get(n);
            Device device = new Device(config.store(), each, new Dice(seed, -100L - n), errors);
            switch (each.kind()) {
                case DOOR -> sensors.add(counter(device, each));
                case TRACK -> sensors.add(tracking(device, each));
                case SHELF -> {
                    List<Zone> zones = watched.getOrDefault(each.id(), List.of());
                    zones.forEach(zone -> sensors.add(new ShelfCamera(device, floorOf(zone), zone)));
                    if (zones.isEmpty()) {
                        sensors.add(idle(device));
                    }
                }
                case RECEIPT -> {
                    if (tills < checkouts.size()) {
                        sensors.add(new Till(device, each.id(), checkouts.get(tills++)));
                    } else {
                        sensors.add(idle(device));
                    }
                }
                case BEACON -> receiver(device, each);
                default -> {} // as the constructor says
            }
        }
    }

    /** What each tracking device sees, by its id in the order of the registry. */
    public Map<String, View> views() {
        return views;
    }

    /** The zones that each shelf camera watches, by its id in the order of the registry. */
    public Map<String, List<Zone>> watched() {
        return watched;
    }

    /** The doors that counters count at. */
    public Set<String> countedDoors() {
        return countedDoors;
    }

    /** Lets every device see a scene. */
    public void see(Scene scene, Outbox outbox) {
        for (Sensor sensor : sensors) {
            sensor.see(scene, outbox);
        }
    }

    private Stream<DeviceConfig> devices(Kind kind) {
        return config.devices().stream().filter(device -> device.kind() == kind);
    }

    /** A camera for which nothing is said watches the next display that is left. */
    private void watch() {
        List<String> left = new ArrayList<>(zonesOfType(Set.of("display", "shelf")));
        behaviour.cameras().values().forEach(left::removeAll);
        devices(Kind.SHELF).forEach(device -> {
            List<String> zones = behaviour.cameras().get(device.id());
            if (zones == null) {
                zones = left.isEmpty() ? List.of() : List.of(left.remove(0));
            }
            watched.put(device.id(), zones.stream().map(this::zone).toList());
        });
        List<String> twice = new ArrayList<>();
        watched.values().forEach(zones -> zones.forEach(zone -> twice.add(zone.id())));
        if (twice.stream().distinct().count() < twice.size()) {
            throw new IllegalArgumentException(
                    "simulation.yaml: cameras watch " + twice + " but each zone may be watched by one of them only");
        }
    }

    /** One that is there and has nothing to see. */
    private static Sensor idle(Device device) {
        return (scene, outbox) -> device.isUp(scene.timeMillis(), outbox);
    }

    private Sensor counter(Device device, DeviceConfig each) {
        for (Floor floor : layout.floors()) {
            for (var door : floor.doors()) {
                if (door.id().equals(each.door())) {
                    boolean atOnce = behaviour.eachPerson().contains(each.id());
                    return new DoorCounter(
                            device, door, floor.index(), atOnce ? 0 : wholeSeconds(each.intervalMillis()));
                }
            }
        }
        throw new IllegalArgumentException("store.yaml: device " + each.id() + " counts at no door of the layout");
    }

    private static long wholeSeconds(long millis) {
        return Math.max(1000, millis / 1000 * 1000);
    }

    private Sensor tracking(Device device, DeviceConfig each) {
        View view = new View(layout, each, countedDoors);
        views.put(each.id(), view);
        List<String> floors = layout.floors().stream()
                .map(floor -> each.floor() == null ? floor.id() : "")
                .toList();
        return new TrackingCamera(device, view, floors);
    }

    private void receiver(Device device, DeviceConfig each) {
        Double x = each.xMetres();
        Double y = each.yMetres();
        int floor = layout.floors().stream()
                .filter(one -> each.floor() == null || one.id().equals(each.floor()))
                .findFirst()
                .map(Floor::index)
                .orElse(0);
        if (x != null && y != null) {
            sensors.add(new BeaconReceiver(device, floor, x, y));
        }
    }

    private Zone zone(String id) {
        return layout.findZone(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "simulation.yaml: cameras watch " + id + " but must watch zones of the layout"));
    }

    private Floor floorOf(Zone zone) {
        return layout.findFloor(zone.floor()).orElseThrow();
    }

    private List<String> zonesOfType(Set<String> types) {
        return layout.floors().stream()
                .flatMap(floor -> floor.zones().stream())
                .filter(zone -> types.contains(zone.type()))
                .map(Zone::id)
                .toList();
    }
}
