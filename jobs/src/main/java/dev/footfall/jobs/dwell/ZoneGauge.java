package dev.footfall.jobs.dwell;

import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Zone;
import dev.footfall.jobs.batches.Feed;
import dev.footfall.jobs.batches.ShelfReport;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.points.PointWriter;
import dev.footfall.jobs.windows.MinuteCuts;
import dev.footfall.jobs.windows.Schedule;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The live gauge {@code zone_now}: who is inside each zone at a tick and who has been there longest, written when the second of the store clock
 * changes, or more seldom by the schedule. A zone that emptied is written once more, with nobody.
 */
final class ZoneGauge {
    private static final long SECOND = 1_000;

    /** People inside one zone. */
    private record Inside(String floor, long people, long sinceNanos) {
        Inside with(long enteredNanos) {
            return new Inside(floor, people + 1, Math.min(sinceNanos, enteredNanos));
        }
    }

    private final List<String> shown = new ArrayList<>();
    private final TreeMap<Long, ShelfReport> atShelves = new TreeMap<>();

    /** Notes who is at a shelf, by what its camera says. */
    void report(ShelfReport report) {
        if (report.open()) {
            atShelves.put(report.subject(), report);
        } else {
            atShelves.remove(report.subject());
        }
    }

    void write(StorePack pack, Schedule schedule, StoreBatch batch, StayTracker stays, long before) {
        long clock = batch.clockMillis;
        if (!schedule.gaugeDue(before, clock)) {
            return;
        }
        PointWriter points = new PointWriter(batch.points, pack::definitionsAt);
        long dayStart = pack.calendar().dayOf(clock).startMillis();
        atShelves.values().removeIf(report -> report.enteredMillis() < dayStart);
        Map<String, Inside> inside = new TreeMap<>();
        stays.eachInside(stay -> add(inside, stay.zone, stay.floor, stay.enteredNanos));
        for (ShelfReport report : atShelves.values()) {
            pack.layoutAt(clock)
                    .findZone(report.zone())
                    .ifPresent(zone -> add(inside, zone.id(), zone.floor(), MinuteCuts.nanos(report.enteredMillis())));
        }
        for (String zone : shown) {
            String floor = pack.layoutAt(clock).findZone(zone).map(Zone::floor).orElse(null);
            if (floor != null && !inside.containsKey(zone)) {
                write(points, batch, zone, new Inside(floor, 0, MinuteCuts.nanos(clock)));
            }
        }
        shown.clear();
        inside.forEach((zone, people) -> {
            write(points, batch, zone, people);
            shown.add(zone);
        });
    }

    private static void add(Map<String, Inside> inside, String zone, String floor, long enteredNanos) {
        inside.merge(zone, new Inside(floor, 1, enteredNanos), (people, another) -> people.with(another.sinceNanos()));
    }

    private static void write(PointWriter points, StoreBatch batch, String zone, Inside inside) {
        points.measurement("zone_now")
                .tag("floor", inside.floor())
                .tag("store", batch.store)
                .tag("zone", zone)
                .integer("people", inside.people())
                .integer("longest_ms", MinuteCuts.millis(MinuteCuts.nanos(batch.clockMillis) - inside.sinceNanos()))
                .metric(batch.clockMillis, PointWriter.PROVISIONAL, heardOfLate(batch, inside.floor()));
    }

    /** How completely devices were heard in the second up to the tick. */
    private static int heardOfLate(StoreBatch batch, String floor) {
        long clock = batch.clockMillis;
        return batch.completeness.tenThousandths(Feed.zonesOf(floor), clock - SECOND, clock);
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(shown.size());
        for (String zone : shown) {
            out.writeUTF(zone);
        }
        out.writeInt(atShelves.size());
        for (ShelfReport report : atShelves.values()) {
            out.writeLong(report.subject());
            out.writeUTF(report.zone());
            out.writeLong(report.enteredMillis());
        }
    }

    static ZoneGauge read(DataInput in) throws IOException {
        ZoneGauge gauge = new ZoneGauge();
        int shown = in.readInt();
        for (int i = 0; i < shown; i++) {
            gauge.shown.add(in.readUTF());
        }
        int shelves = in.readInt();
        for (int i = 0; i < shelves; i++) {
            long subject = in.readLong();
            gauge.atShelves.put(
                    subject, new ShelfReport(subject, subject, in.readUTF(), in.readLong(), ShelfReport.OPEN));
        }
        return gauge;
    }
}
