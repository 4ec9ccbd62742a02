package dev.footfall.floorboard;

import dev.footfall.events.Kind;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.FunnelConfig;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.StepEvent;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Zone;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A store as the page lists it; everything by the layout that holds now.
 *
 * @param definitions the hash that today's figures carry
 * @param tracked whether a device of it tells where people are: without one there is no heat map
 * @param devices how many of its devices send what, by the word in their topics
 * @param capacity how many people may be inside at once, when said
 * @param zones names of the zones of all floors, by id
 */
record StoreCard(
        String id,
        String name,
        String timezone,
        String dayCut,
        String definitions,
        boolean tracked,
        @Nullable Integer capacity,
        Map<String, Integer> devices,
        List<FloorCard> floors,
        Map<String, String> zones,
        List<FunnelCard> funnels) {

    private static final Set<Kind> TELL_WHERE = Set.of(Kind.TRACK, Kind.POSITION);

    /** A floor's id and name. */
    record FloorCard(String id, String name) {}

    /** A funnel; {@code withinMillis} 0 = no limit. */
    record FunnelCard(String id, long withinMillis, List<StepCard> steps) {}

    /** A step: of zones (ids), or of an event ({@code door:in}, {@code receipt}, {@code touchpoint}). */
    record StepCard(String label, Set<String> zones, @Nullable String event, long minDwellMillis) {}

    static StoreCard of(StorePack pack, long nowMillis) {
        Layout layout = pack.layoutAt(nowMillis);
        Map<String, Integer> devices = new TreeMap<>();
        pack.config().devices().forEach(device -> devices.merge(device.kind().topicName(), 1, Integer::sum));
        Map<String, String> zones = new TreeMap<>();
        for (Floor floor : layout.floors()) {
            for (Zone zone : floor.zones()) {
                zones.put(zone.id(), zone.name());
            }
        }
        return new StoreCard(
                pack.config().store(),
                pack.config().name(),
                pack.config().timezone().getId(),
                pack.config().dayCut().toString(),
                pack.definitions(),
                pack.config().devices().stream().anyMatch(device -> TELL_WHERE.contains(device.kind())),
                pack.config().capacity(),
                devices,
                layout.floors().stream()
                        .map(floor -> new FloorCard(floor.id(), floor.name()))
                        .toList(),
                zones,
                pack.config().funnels().stream().map(StoreCard::funnel).toList());
    }

    private static FunnelCard funnel(FunnelConfig funnel) {
        return new FunnelCard(
                funnel.id(),
                funnel.withinMillis(),
                funnel.steps().stream()
                        .map(step -> {
                            StepEvent event = step.event();
                            return new StepCard(
                                    step.label(),
                                    step.zones(),
                                    event == null ? null : event.word(),
                                    step.minDwellMillis());
                        })
                        .toList());
    }
}
