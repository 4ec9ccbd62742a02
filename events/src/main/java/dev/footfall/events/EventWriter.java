package dev.footfall.events;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Writes an event as a device would say it. */
final class EventWriter {
    private final JsonGenerator out;

    private EventWriter(JsonGenerator out) {
        this.out = out;
    }

    static void write(SensorEvent event, JsonGenerator out) throws IOException {
        out.writeStartObject();
        new EventWriter(out).fields(event);
        out.writeEndObject();
    }

    private void fields(SensorEvent event) throws IOException {
        if (event instanceof DoorCount door) {
            whole(Field.TIME, door.timeMillis());
            whole(Field.IN, door.in());
            whole(Field.OUT, door.out());
            whole(Field.PASSING, door.passing());
            seconds(door.intervalMillis());
        } else if (event instanceof DoorTotals totals) {
            whole(Field.TIME, totals.timeMillis());
            whole(Field.TOTAL_IN, totals.totalIn());
            whole(Field.TOTAL_OUT, totals.totalOut());
            whole(Field.PASSING, totals.passing());
            seconds(totals.intervalMillis());
        } else if (event instanceof TrackPoint point) {
            whole(Field.TIME, point.timeMillis());
            text(Field.ID, point.id());
            number(Field.X, point.x());
            number(Field.Y, point.y());
            text(Field.FLOOR, point.floor());
            text(Field.ROLE, Field.word(point.role()));
        } else if (event instanceof TrackPixel pixel) {
            whole(Field.TIME, pixel.timeMillis());
            text(Field.ID, pixel.id());
            number(Field.U, pixel.u());
            number(Field.V, pixel.v());
            text(Field.FLOOR, pixel.floor());
            text(Field.ROLE, Field.word(pixel.role()));
        } else if (event instanceof ShelfStay stay) {
            text(Field.ID, stay.id());
            text(Field.ZONE, stay.zone());
            whole(Field.ENTERED, stay.enteredMillis());
            whole(Field.LEFT, stay.leftMillis());
            text(Field.FACING, stay.facing());
        } else if (event instanceof BeaconPing ping) {
            whole(Field.TIME, ping.timeMillis());
            text(Field.TAG, ping.tag());
            number(Field.RSSI, ping.rssiDbm());
            number(Field.TX, ping.txDbm());
        } else if (event instanceof Position position) {
            whole(Field.TIME, position.timeMillis());
            text(Field.TAG, position.tag());
            number(Field.X, position.x());
            number(Field.Y, position.y());
            text(Field.FLOOR, position.floor());
            number(Field.ACCURACY, position.accuracyMetres());
        } else {
            rareFields(event);
        }
    }

    private void rareFields(SensorEvent event) throws IOException {
        if (event instanceof Receipt receipt) {
            whole(Field.TIME, receipt.timeMillis());
            text(Field.TILL, receipt.till());
            text(Field.CHANNEL, Field.word(receipt.channel()));
            whole(Field.ITEMS, receipt.items());
            number(Field.AMOUNT, receipt.amount());
            flag(Field.MEMBER, receipt.member());
            text(Field.TAG, receipt.tag());
        } else if (event instanceof Touchpoint touchpoint) {
            whole(Field.TIME, touchpoint.timeMillis());
            text(Field.CHANNEL, touchpoint.channel());
            text(Field.CAMPAIGN, touchpoint.campaign());
            text(Field.TAG, touchpoint.tag());
            number(Field.LAT, touchpoint.latitude());
            number(Field.LON, touchpoint.longitude());
            text(Field.ZONE, touchpoint.zone());
        } else if (event instanceof DeviceStatus status) {
            whole(Field.TIME, status.timeMillis());
            text(Field.STATE, Field.word(status.state()));
            number(Field.BATTERY, status.battery());
            text(Field.FIRMWARE, status.firmware());
        } else {
            throw new IllegalStateException("an event of no known type: " + event.kind());
        }
    }

    private void seconds(long intervalMillis) throws IOException {
        if (intervalMillis > 0) {
            number(Field.SECONDS, intervalMillis / 1000.0);
        }
    }

    private void whole(Field field, @Nullable Long value) throws IOException {
        if (value != null) {
            out.writeNumberField(field.key, value);
        }
    }

    private void number(Field field, @Nullable Double value) throws IOException {
        if (value != null) {
            out.writeNumberField(field.key, value);
        }
    }

    private void text(Field field, @Nullable String value) throws IOException {
        if (value != null) {
            out.writeStringField(field.key, value);
        }
    }

    private void flag(Field field, @Nullable Boolean value) throws IOException {
        if (value != null) {
            out.writeBooleanField(field.key, value);
        }
    }
}
