package dev.footfall.gateway.registry;

import dev.footfall.events.DoorCount;
import dev.footfall.events.DoorTotals;
import dev.footfall.events.OutOfRangeException;
import dev.footfall.events.Position;
import dev.footfall.events.Reason;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.ShelfStay;
import dev.footfall.events.Touchpoint;
import dev.footfall.events.TrackPixel;
import dev.footfall.events.TrackPoint;
import dev.footfall.geofences.Calibration;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.StorePack;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks events against their device and the layout of their time, and tells what the device left open.
 *
 * <p>The result has no pixels, and a floor wherever its kind has one.
 */
public final class EventResolver {
    private final StorePack pack;

    public EventResolver(StorePack pack) {
        this.pack = pack;
    }

    /** The event of that device with everything told. */
    public SensorEvent resolve(SensorEvent event, DeviceConfig device) throws RefusedException {
        if (event instanceof TrackPoint point) {
            return resolve(point, device);
        } else if (event instanceof Position position) {
            return resolve(position, device);
        } else if (event instanceof TrackPixel pixel) {
            return resolve(mapped(pixel, device), device);
        } else if (event instanceof DoorCount door) {
            checkInterval(door.intervalMillis(), device);
        } else if (event instanceof DoorTotals totals) {
            checkInterval(totals.intervalMillis(), device);
        } else if (event instanceof ShelfStay stay) {
            checkZone(stay.zone(), stay.placeMillis());
        } else if (event instanceof Touchpoint touchpoint) {
            checkZone(touchpoint.zone(), touchpoint.timeMillis());
        }
        return event;
    }

    private SensorEvent resolve(TrackPoint point, DeviceConfig device) throws RefusedException {
        String floor = floor(point.floor(), device, point.timeMillis());
        return floor.equals(point.floor())
                ? point
                : new TrackPoint(point.timeMillis(), point.id(), point.x(), point.y(), floor, point.role());
    }

    private SensorEvent resolve(Position position, DeviceConfig device) throws RefusedException {
        String floor = floor(position.floor(), device, position.timeMillis());
        return floor.equals(position.floor())
                ? position
                : new Position(
                        position.timeMillis(),
                        position.tag(),
                        position.x(),
                        position.y(),
                        floor,
                        position.accuracyMetres());
    }

    private TrackPoint mapped(TrackPixel pixel, DeviceConfig device) throws RefusedException {
        Calibration calibration = device.calibration();
        if (calibration == null) {
            throw new RefusedException(
                    Reason.NOT_CALIBRATED,
                    "device " + device.id() + " sends pixels: give it a homography in store.yaml of "
                            + pack.config().store());
        }
        double x = calibration.xMetres(pixel.u(), pixel.v());
        double y = calibration.yMetres(pixel.u(), pixel.v());
        try {
            return new TrackPoint(pixel.timeMillis(), pixel.id(), x, y, pixel.floor(), pixel.role());
        } catch (OutOfRangeException e) {
            throw new RefusedException(
                    Reason.OUT_OF_RANGE,
                    "the homography of device " + device.id() + " maps pixel " + pixel.u() + ", " + pixel.v()
                            + " to no place of a store: " + e.getMessage());
        }
    }

    private String floor(@Nullable String said, DeviceConfig device, long timeMillis) throws RefusedException {
        Layout layout = pack.layoutAt(timeMillis);
        String floor = said != null ? said : device.floor();
        if (floor != null) {
            if (layout.findFloor(floor).isEmpty()) {
                throw new RefusedException(
                        Reason.UNKNOWN_FLOOR, "floor " + floor + " is none of " + floors(layout) + " of the layout");
            }
            return floor;
        }
        if (layout.floors().size() != 1) {
            throw new RefusedException(
                    Reason.UNKNOWN_FLOOR,
                    "the event says no floor and the layout has " + floors(layout) + ": give device " + device.id()
                            + " a floor in store.yaml");
        }
        return layout.floors().get(0).id();
    }

    private static List<String> floors(Layout layout) {
        return layout.floors().stream().map(Floor::id).toList();
    }

    private void checkZone(@Nullable String zone, long timeMillis) throws RefusedException {
        if (zone != null && pack.layoutAt(timeMillis).findZone(zone).isEmpty()) {
            throw new RefusedException(
                    Reason.UNKNOWN_ZONE,
                    "zone " + zone + " is not in the layout of " + Instant.ofEpochMilli(timeMillis));
        }
    }

    private static void checkInterval(long intervalMillis, DeviceConfig device) throws RefusedException {
        if (intervalMillis > device.intervalMillis()) {
            throw new RefusedException(
                    Reason.INTERVAL_EXCEEDED,
                    "the report covers " + intervalMillis + " ms, device " + device.id() + " is registered for "
                            + device.intervalMillis() + " ms: raise its interval in store.yaml");
        }
    }
}
