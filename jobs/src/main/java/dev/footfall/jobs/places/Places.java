package dev.footfall.jobs.places;

import dev.footfall.events.SensorEvent;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.Place;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Zone;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.points.PointWriter;
import dev.footfall.jobs.state.Persistent;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Tells once a store day where the store and its zones are. */
public final class Places implements Persistent {
    /** The end of the last day that was told; no event is before the first. */
    private long untilMillis = SensorEvent.EARLIEST_MILLIS;

    /** Adds the points of the batch's day to it, if it is the first with an event of that day. */
    public void tell(StorePack pack, StoreBatch batch) {
        if (batch.layoutMillis < untilMillis) {
            return;
        }
        StoreDay day = pack.calendar().dayOf(batch.layoutMillis);
        untilMillis = day.endMillis();
        PointWriter points = new PointWriter(batch.points, pack::definitionsAt);
        Layout layout = pack.layoutAt(batch.layoutMillis);
        points.measurement("stores")
                .tag("store", batch.store)
                .text("name", oneLine(pack.config().name()));
        at(layout.centre(), pack.config().capacity(), points).plain(day.startMillis());
        for (Floor floor : layout.floors()) {
            for (Zone zone : floor.zones()) {
                points.measurement("zones")
                        .tag("floor", floor.id())
                        .tag("store", batch.store)
                        .tag("zone", zone.id())
                        .text("name", oneLine(zone.name()))
                        .text("type", oneLine(zone.type()));
                at(layout.within(zone), zone.capacity(), points).plain(day.startMillis());
            }
        }
    }

    private static PointWriter at(Place place, @Nullable Integer capacity, PointWriter points) {
        points.number("lat", place.latitude()).number("lon", place.longitude());
        return capacity == null ? points : points.integer("capacity", capacity);
    }

    /** A name may have a line break in its file, a line of line protocol may not. */
    private static String oneLine(String name) {
        return name.replaceAll("\\p{Cntrl}", " ");
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(untilMillis);
    }

    /** Reads what {@link #write} wrote. */
    public static Places read(DataInput in) throws IOException {
        Places places = new Places();
        places.untilMillis = in.readLong();
        return places;
    }
}
