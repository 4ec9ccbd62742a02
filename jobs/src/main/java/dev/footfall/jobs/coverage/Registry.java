package dev.footfall.jobs.coverage;

import dev.footfall.events.Kind;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.FunnelConfig;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.StepConfig;
import dev.footfall.geofences.StoreConfig;
import dev.footfall.jobs.batches.Feed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The devices of a store as those who listen to them see them: by their id, and by the figures that they feed. */
final class Registry {
    private final StoreConfig config;
    private final Map<String, List<DeviceConfig>> byId = new HashMap<>();
    private final long longestIntervalMillis;

    Registry(StoreConfig config) {
        this.config = config;
        long longest = 0;
        for (DeviceConfig device : config.devices()) {
            byId.computeIfAbsent(device.id(), first -> new ArrayList<>()).add(device);
            longest = device.kind() == Kind.DOOR ? Math.max(longest, device.intervalMillis()) : longest;
        }
        this.longestIntervalMillis = longest;
    }

    @SuppressWarnings("ReferenceEquality") // it mostly is the same object, and comparing two is long
    boolean isOf(StoreConfig other) {
        return config == other || config.equals(other);
    }

    /** All that is listed for an id, one for each kind that it sends. */
    List<DeviceConfig> listed(String id) {
        return byId.getOrDefault(id, List.of());
    }

    /** How far before its time a door report may count at most. */
    long longestIntervalMillis() {
        return longestIntervalMillis;
    }

    /** The devices that feed a figure while a layout holds. */
    List<DeviceConfig> feeding(Feed feed, Layout layout) {
        return switch (feed.figures()) {
            case HEAT -> those(device -> tracksOn(device, feed.place()));
            case ZONES -> those(device -> device.kind() == Kind.SHELF || tracksOn(device, feed.place()));
            case VISITS -> those(Registry::seesPeople);
            case FUNNEL -> those(device -> seesPeople(device) || isStepOf(device, feed.place()));
            case DOOR ->
                countersElse(
                        device -> feed.place().equals(device.door()),
                        device -> floorsOf(feed.place(), layout).stream().anyMatch(floor -> tracksOn(device, floor)));
            case OCCUPANCY -> countersElse(device -> true, Registry::tracks);
        };
    }

    private List<DeviceConfig> those(Predicate<DeviceConfig> feeding) {
        return config.devices().stream().filter(feeding).toList();
    }

    private List<DeviceConfig> countersElse(Predicate<DeviceConfig> counters, Predicate<DeviceConfig> others) {
        List<DeviceConfig> counting = those(device -> device.kind() == Kind.DOOR && counters.test(device));
        return counting.isEmpty() ? those(others) : counting;
    }

    private static boolean tracks(DeviceConfig device) {
        return device.kind() == Kind.TRACK || device.kind() == Kind.POSITION;
    }

    private static boolean tracksOn(DeviceConfig device, String floor) {
        return tracks(device) && (device.floor() == null || device.floor().equals(floor));
    }

    private static boolean seesPeople(DeviceConfig device) {
        return tracks(device) || device.kind() == Kind.SHELF;
    }

    private boolean isStepOf(DeviceConfig device, String funnel) {
        for (FunnelConfig candidate : config.funnels()) {
            for (StepConfig step : candidate.steps()) {
                if (candidate.id().equals(funnel) && step.event() != null) {
                    boolean feeds =
                            switch (step.event()) {
                                case RECEIPT -> device.kind() == Kind.RECEIPT;
                                case TOUCHPOINT -> device.kind() == Kind.TOUCHPOINT;
                                case DOOR_IN -> false; // a way that somebody was seen to take
                            };
                    if (feeds) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** The floor of a door; all floors when the layout has no such door any more. */
    private static List<String> floorsOf(String door, Layout layout) {
        List<Floor> of = layout.floors().stream()
                .filter(floor ->
                        floor.doors().stream().anyMatch(each -> each.id().equals(door)))
                .toList();
        return (of.isEmpty() ? layout.floors() : of).stream().map(Floor::id).toList();
    }
}
