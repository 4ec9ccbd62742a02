package dev.footfall.events;

import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Turns events into rows and rows back into events, as a gateway and a job would, with a hash for a pseudonym. */
final class FrameRows {
    static final String FLOOR = "f0";

    private FrameRows() {}

    static long subject(@Nullable String id) {
        return id == null ? 0 : 0x9E3779B97F4A7C15L * (id.hashCode() | 1);
    }

    static void add(SensorEvent event, String device, FrameBuilder frame) {
        if (event instanceof DoorCount door) {
            frame.addDoor(door, device);
        } else if (event instanceof DoorTotals totals) {
            frame.addDoor(totals, device);
        } else if (event instanceof TrackPoint point) {
            frame.addTrack(
                    point.timeMillis(),
                    device,
                    subject(point.id()),
                    floor(point.floor()),
                    millimetres(point.x()),
                    millimetres(point.y()),
                    point.role() == Role.STAFF);
        } else if (event instanceof Position position) {
            Double accuracy = position.accuracyMetres();
            frame.addPosition(
                    position.timeMillis(),
                    device,
                    subject(position.tag()),
                    floor(position.floor()),
                    millimetres(position.x()),
                    millimetres(position.y()),
                    accuracy == null ? -1 : millimetres(accuracy));
        } else if (event instanceof ShelfStay stay) {
            frame.addShelf(stay, device, subject(stay.id()));
        } else if (event instanceof BeaconPing ping) {
            frame.addBeacon(ping, device, subject(ping.tag()));
        } else if (event instanceof Receipt receipt) {
            frame.addReceipt(receipt, device, subject(receipt.tag()));
        } else if (event instanceof Touchpoint touchpoint) {
            frame.addTouchpoint(touchpoint, device, subject(touchpoint.tag()));
        } else if (event instanceof DeviceStatus status) {
            frame.addStatus(status, device);
        }
    }

    /** The row as an event whose identifier is {@code id}, which must have the row's pseudonym. */
    static SensorEvent event(Columns columns, int row, @Nullable String id) {
        String known = columns.subject(row) == subject(id) && id != null ? id : "no-id";
        String orNull = columns.subject(row) == 0 ? null : known;
        if (columns instanceof DoorColumns door) {
            return door.totals(row)
                    ? new DoorTotals(
                            door.timeMillis(row),
                            door.in(row),
                            door.out(row),
                            door.passing(row),
                            door.intervalMillis(row))
                    : new DoorCount(
                            door.timeMillis(row),
                            door.in(row),
                            door.out(row),
                            door.passing(row),
                            door.intervalMillis(row));
        }
        if (columns instanceof ObservationColumns seen) {
            double x = seen.xMillimetres(row) / 1000.0;
            double y = seen.yMillimetres(row) / 1000.0;
            int accuracy = seen.accuracyMillimetres(row);
            Role role = seen.staff(row) ? Role.STAFF : Role.CUSTOMER;
            return seen.kind() == Kind.TRACK
                    ? new TrackPoint(seen.timeMillis(row), known, x, y, seen.floor(row), role)
                    : new Position(
                            seen.timeMillis(row),
                            known,
                            x,
                            y,
                            seen.floor(row),
                            accuracy < 0 ? null : accuracy / 1000.0);
        }
        if (columns instanceof ShelfColumns stays) {
            long left = stays.leftMillis(row);
            return new ShelfStay(
                    known,
                    stays.zone(row),
                    stays.enteredMillis(row),
                    left == ShelfColumns.OPEN ? null : left,
                    stays.findFacing(row).orElse(null));
        }
        if (columns instanceof BeaconColumns pings) {
            return new BeaconPing(pings.timeMillis(row), known, pings.rssiDbm(row), orNull(pings.findTxDbm(row)));
        }
        if (columns instanceof ReceiptColumns receipts) {
            OptionalLong items = receipts.findItems(row);
            return new Receipt(
                    receipts.timeMillis(row),
                    receipts.till(row),
                    receipts.channel(row),
                    items.isPresent() ? items.getAsLong() : null,
                    orNull(receipts.findAmount(row)),
                    receipts.findMember(row).orElse(null),
                    orNull);
        }
        if (columns instanceof TouchpointColumns touchpoints) {
            return new Touchpoint(
                    touchpoints.timeMillis(row),
                    touchpoints.channel(row),
                    touchpoints.findCampaign(row).orElse(null),
                    orNull,
                    orNull(touchpoints.findLatitude(row)),
                    orNull(touchpoints.findLongitude(row)),
                    touchpoints.findZone(row).orElse(null));
        }
        StatusColumns statuses = (StatusColumns) columns;
        return new DeviceStatus(
                statuses.timeMillis(row),
                statuses.state(row),
                orNull(statuses.findBattery(row)),
                statuses.findFirmware(row).orElse(null));
    }

    /** The event as a frame keeps it: the floor told, no pixels. */
    static SensorEvent kept(SensorEvent event) {
        if (event instanceof TrackPixel pixel) {
            return new TrackPoint(pixel.timeMillis(), pixel.id(), 0, 0, FLOOR, pixel.role());
        }
        if (event instanceof TrackPoint point) {
            return new TrackPoint(
                    point.timeMillis(), point.id(), point.x(), point.y(), floor(point.floor()), point.role());
        }
        if (event instanceof Position position) {
            return new Position(
                    position.timeMillis(),
                    position.tag(),
                    position.x(),
                    position.y(),
                    floor(position.floor()),
                    position.accuracyMetres());
        }
        return event;
    }

    static @Nullable String id(SensorEvent event) {
        if (event instanceof TrackPoint point) {
            return point.id();
        } else if (event instanceof Position position) {
            return position.tag();
        } else if (event instanceof ShelfStay stay) {
            return stay.id();
        } else if (event instanceof BeaconPing ping) {
            return ping.tag();
        } else if (event instanceof Receipt receipt) {
            return receipt.tag();
        } else if (event instanceof Touchpoint touchpoint) {
            return touchpoint.tag();
        }
        return null;
    }

    private static String floor(@Nullable String floor) {
        return floor == null ? FLOOR : floor;
    }

    private static int millimetres(double metres) {
        return (int) Math.round(metres * 1000);
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? (Double) value.getAsDouble() : null;
    }
}
