package dev.footfall.simulator.truth;

import dev.footfall.geofences.Door;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.Parameters;
import dev.footfall.simulator.people.PassBy;
import dev.footfall.simulator.people.Person;
import dev.footfall.simulator.people.Scene;
import dev.footfall.simulator.sensors.Installation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sees everything, and tells what is true of it by the definitions of the figures. */
public final class Witness {
    private final Layout layout;
    private final Parameters parameters;
    private final Installation installation;
    private final Truth truth;
    private final CrossingLedger ledger;
    private final List<List<TrueZone>> zonesByFloor = new ArrayList<>();
    private final List<String> floorIds;
    private final List<WatchedZone> watched = new ArrayList<>();
    private final List<List<CountedDoor>> countedByFloor;
    private final Map<Integer, List<TrackedVisit>> visits = new LinkedHashMap<>();

    /** Sees a store, of which the devices see a part. */
    public Witness(Layout layout, Parameters parameters, Installation installation, Truth truth) {
        this.layout = layout;
        this.parameters = parameters;
        this.installation = installation;
        this.truth = truth;
        this.ledger = new CrossingLedger(truth);
        this.floorIds = layout.floors().stream().map(Floor::id).toList();
        this.countedByFloor = layout.floors().stream()
                .map(floor -> floor.doors().stream()
                        .filter(door -> installation.countedDoors().contains(door.id()))
                        .map(CountedDoor::new)
                        .toList())
                .toList();
        int number = 0;
        for (Floor floor : layout.floors()) {
            List<TrueZone> zones = new ArrayList<>();
            for (var zone : floor.zones()) {
                TrueZone ready = new TrueZone(number++, zone, zone.graceMillis());
                zones.add(ready);
                installation.watched().forEach((camera, own) -> {
                    if (own.contains(zone)) {
                        watched.add(new WatchedZone(camera, ready, floor.index(), truth));
                    }
                });
            }
            zonesByFloor.add(zones);
        }
    }

    /** Sees a scene, each once and in order. */
    public void see(Scene scene) {
        for (Person who : scene.people()) {
            if (who.isGone()) {
                end(who);
                continue;
            }
            for (TrackedVisit visit : visits.computeIfAbsent(who.number(), number -> visitsOf(who))) {
                visit.look(scene.timeMillis());
            }
            if (who.floor() != Person.NOWHERE && who.floorBefore() == who.floor()) {
                cross(who, scene.timeMillis());
            }
        }
        for (PassBy pass : scene.passersBy()) {
            if (installation.countedDoors().contains(pass.door())) {
                ledger.note(new TrueCrossing(pass.timeMillis(), pass.door(), TrueCrossing.Direction.PASSING, ""));
            }
        }
        watched.forEach(zone -> zone.see(scene));
        ledger.handOver(scene.timeMillis());
    }

    /** Ends whatever is open, as a recording that ends at an instant does. */
    public void end(long untilMillis) {
        ledger.handOver(untilMillis + 1);
        visits.values().forEach(own -> own.forEach(TrackedVisit::end));
        visits.clear();
    }

    private void end(Person who) {
        List<TrackedVisit> own = visits.remove(who.number());
        if (own != null) {
            own.forEach(TrackedVisit::end);
        }
    }

    private List<TrackedVisit> visitsOf(Person who) {
        List<TrackedVisit> own = new ArrayList<>();
        installation.views().forEach((device, view) -> {
            List<TrackCrossings> doors = new ArrayList<>();
            for (Floor floor : layout.floors()) {
                for (Door door : floor.doors()) {
                    doors.add(
                            new TrackCrossings(door, floor.index(), parameters.doorBandMillimetres() / 1000.0, ledger));
                }
            }
            own.add(new TrackedVisit(who, device, view, parameters, zonesByFloor, doors, floorIds, truth));
        });
        return own;
    }

    /** A counter counts when the line is reached, whoever it is. */
    private void cross(Person who, long nowMillis) {
        for (CountedDoor door : countedByFloor.get(who.floor())) {
            door.cross(who, nowMillis, ledger);
        }
    }
}
