package dev.footfall.gateway;

import dev.footfall.events.BeaconPing;
import dev.footfall.events.Columns;
import dev.footfall.events.Frame;
import dev.footfall.events.OutOfRangeException;
import dev.footfall.events.Position;
import dev.footfall.events.Reason;
import dev.footfall.events.Receipt;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.ShelfStay;
import dev.footfall.events.Touchpoint;
import dev.footfall.events.TrackPoint;
import dev.footfall.gateway.clocks.DeviceClock;
import dev.footfall.gateway.framing.StoreFramer;
import dev.footfall.gateway.framing.Tallies;
import dev.footfall.gateway.privacy.Pseudonyms;
import dev.footfall.gateway.privacy.Space;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.registry.EventResolver;
import dev.footfall.gateway.registry.RefusedException;
import dev.footfall.gateway.registry.StoreRegistry;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StorePack;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the gateway keeps for one store. */
final class StoreTraffic {
    final StoreRegistry registry;
    final Runnable ending;
    private final StoreFramer framer;
    private EventResolver resolver;
    private final Pseudonyms pseudonyms;
    private final Map<String, DeviceClock> clocks = new HashMap<>();
    private final List<SensorEvent> resolved = new ArrayList<>();

    StoreTraffic(StorePack pack, StoreFramer framer, Runnable ending, StoreKeys keys) {
        this.ending = ending;
        this.framer = framer;
        registry = new StoreRegistry(pack);
        resolver = new EventResolver(pack);
        pseudonyms = new Pseudonyms(keys.key(pack.config().store()), pack.calendar());
    }

    Tallies tallies() {
        return framer.tallies();
    }

    /** The clock of a device, which is one however many kinds of events it sends. */
    DeviceClock clock(String device) {
        return clocks.computeIfAbsent(device, id -> new DeviceClock(registry.slackMillis(id)));
    }

    void useLayouts(StorePack pack) {
        resolver = new EventResolver(pack);
    }

    /** Takes up the corrections that are in rows of an earlier run, of each device the last. */
    void restoreClocks(Frame rows) {
        Map<String, Integer> last = new HashMap<>();
        for (Columns columns : rows.columns()) {
            for (int row = 0; row < columns.rows(); row++) {
                String device = columns.device(row);
                if (last.merge(device, columns.index(row), Math::max) == columns.index(row)) {
                    clock(device).restore(columns.shiftMillis(row));
                }
            }
        }
    }

    /**
     * Takes all events of a message, or none if one of them is refused; what is refused does not move the clock.
     *
     * @param shiftMillis what is to be added to their times
     * @param movesClock whether the store's clock goes on to the time of receipt
     */
    void add(List<SensorEvent> events, DeviceConfig device, long atMillis, long shiftMillis, boolean movesClock)
            throws RefusedException {
        resolved.clear();
        for (SensorEvent event : events) {
            resolved.add(resolver.resolve(shifted(event, shiftMillis), device));
        }
        if (movesClock) {
            framer.advanceTo(atMillis);
        }
        for (SensorEvent event : resolved) {
            long subject = subject(event, device.id());
            framer.add(event, device.id(), subject, enteredSubject(event, device.id(), subject), shiftMillis);
        }
    }

    private static SensorEvent shifted(SensorEvent event, long millis) throws RefusedException {
        try {
            return millis == 0 ? event : event.shiftedBy(millis);
        } catch (OutOfRangeException e) {
            throw new RefusedException(
                    Reason.OUT_OF_RANGE, "shifted by " + millis + " ms, for the device's clock: " + e.getMessage());
        }
    }

    private long subject(SensorEvent event, String device) {
        long millis = event.placeMillis();
        if (event instanceof TrackPoint point) {
            return pseudonyms.of(Space.TRACK, device, point.id(), millis);
        } else if (event instanceof ShelfStay stay) {
            return pseudonyms.of(Space.SHELF, device, stay.id(), millis);
        } else if (event instanceof Position position) {
            return pseudonyms.ofTag(position.tag(), millis);
        } else if (event instanceof BeaconPing ping) {
            return pseudonyms.ofTag(ping.tag(), millis);
        } else if (event instanceof Receipt receipt) {
            return optional(receipt.tag(), millis);
        } else if (event instanceof Touchpoint touchpoint) {
            return optional(touchpoint.tag(), millis);
        }
        return 0;
    }

    /** A stay over the day cut has a pseudonym of each of the two days, so that it can be told to have begun in a visit of the first. */
    private long enteredSubject(SensorEvent event, String device, long subject) {
        return event instanceof ShelfStay stay
                ? pseudonyms.of(Space.SHELF, device, stay.id(), stay.enteredMillis())
                : subject;
    }

    private long optional(@Nullable String tag, long millis) {
        return tag == null ? 0 : pseudonyms.ofTag(tag, millis);
    }
}
