package dev.footfall.gateway.framing;

import dev.footfall.events.BeaconPing;
import dev.footfall.events.DeviceStatus;
import dev.footfall.events.DoorCount;
import dev.footfall.events.DoorTotals;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.Position;
import dev.footfall.events.Receipt;
import dev.footfall.events.Role;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.ShelfStay;
import dev.footfall.events.Touchpoint;
import dev.footfall.events.TrackPoint;
import org.jspecify.annotations.Nullable;

/** Puts events into the rows of a frame: whole millimetres for metres, the pseudonym for the identifier. */
final class Rows {
    private static final int NOT_SAID = -1;

    private Rows() {}

    static void add(SensorEvent event, String device, long subject, long enteredSubject, FrameBuilder frame) {
        if (event instanceof TrackPoint point) {
            frame.addTrack(
                    point.timeMillis(),
                    device,
                    subject,
                    resolved(point.floor()),
                    millimetres(point.x()),
                    millimetres(point.y()),
                    point.role() == Role.STAFF);
        } else if (event instanceof Position position) {
            Double accuracyMetres = position.accuracyMetres();
            frame.addPosition(
                    position.timeMillis(),
                    device,
                    subject,
                    resolved(position.floor()),
                    millimetres(position.x()),
                    millimetres(position.y()),
                    accuracyMetres == null ? NOT_SAID : millimetres(accuracyMetres));
        } else if (event instanceof DoorCount count) {
            frame.addDoor(count, device);
        } else if (event instanceof DoorTotals totals) {
            frame.addDoor(totals, device);
        } else if (event instanceof ShelfStay stay) {
            frame.addShelf(stay, device, subject, enteredSubject);
        } else if (event instanceof BeaconPing ping) {
            frame.addBeacon(ping, device, subject);
        } else if (event instanceof Receipt receipt) {
            frame.addReceipt(receipt, device, subject);
        } else if (event instanceof Touchpoint touchpoint) {
            frame.addTouchpoint(touchpoint, device, subject);
        } else if (event instanceof DeviceStatus status) {
            frame.addStatus(status, device);
        } else {
            throw new IllegalArgumentException(
                    "not resolved: " + event.getClass().getSimpleName());
        }
    }

    private static int millimetres(double metres) {
        return Math.toIntExact(Math.round(metres * 1000));
    }

    private static String resolved(@Nullable String floor) {
        if (floor == null) {
            throw new IllegalArgumentException("not resolved: no floor");
        }
        return floor;
    }
}
