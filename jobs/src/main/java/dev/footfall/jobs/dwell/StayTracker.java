package dev.footfall.jobs.dwell;

import dev.footfall.geofences.Zone;
import dev.footfall.jobs.batches.Stay;
import dev.footfall.jobs.state.SortedKeys;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Merges the inside intervals of each visit in each zone to stays, and keeps the stays of every visit until it is over.
 *
 * <p>Intervals of one visit and zone come in the order of time. A stay ends when an interval comes too late to be merged, when
 * {@link #closeBefore} says that none can come any more, or with its visit.
 */
final class StayTracker {
    /** Takes the stays that are over. */
    @FunctionalInterface
    interface Closed {
        /** A stay is over. */
        void closed(OpenStay stay);
    }

    /** What is known of a visit that may go on. */
    private static final class Visit {
        final long number;
        long trackBeganNanos = Long.MIN_VALUE;
        long lastSeenNanos = Long.MIN_VALUE;
        final List<OpenStay> open = new ArrayList<>(4);
        final List<Stay> closed = new ArrayList<>(4);
        /** Until then, at least, an interval can be merged with each open stay: nothing is to be closed. */
        long mergesUntilNanos = Long.MAX_VALUE;

        Visit(long number) {
            this.number = number;
        }

        void open(OpenStay stay) {
            open.add(stay);
            mergesUntilNanos = Math.min(mergesUntilNanos, stay.mergesUntilNanos());
        }
    }

    private final Long2ObjectOpenHashMap<Visit> visits = new Long2ObjectOpenHashMap<>();

    /** The visit that was asked for last: what happens to one mostly comes in a row. */
    private @Nullable Visit latest;

    private Visit visit(long number) {
        Visit visit = latest;
        if (visit == null || visit.number != number) {
            visit = visits.get(number);
            if (visit == null) {
                visit = new Visit(number);
                visits.put(number, visit);
            }
            latest = visit;
        }
        return visit;
    }

    void trackBegan(long number, long atNanos) {
        visit(number).trackBeganNanos = atNanos;
    }

    void seen(long number, long atNanos) {
        visit(number).lastSeenNanos = atNanos;
    }

    /** Adds an interval; gives the stay that it is part of. */
    OpenStay inside(long number, Zone zone, long fromNanos, long toNanos, Closed out) {
        Visit visit = visit(number);
        OpenStay stay = find(visit.open, zone);
        if (stay != null && !stay.merges(fromNanos)) {
            visit.open.remove(stay);
            close(number, visit, stay, out);
            stay = null;
        }
        if (stay == null) {
            stay = OpenStay.begin(zone, fromNanos, toNanos, fromNanos == visit.trackBeganNanos);
            visit.open(stay);
        } else {
            stay.extend(toNanos);
        }
        return stay;
    }

    @SuppressWarnings("ReferenceEquality") // it mostly is the same object
    private static @Nullable OpenStay find(List<OpenStay> stays, Zone zone) {
        for (int i = 0; i < stays.size(); i++) {
            if (stays.get(i).place == zone) {
                return stays.get(i);
            }
        }
        for (int i = 0; i < stays.size(); i++) {
            OpenStay stay = stays.get(i);
            if (stay.zone.equals(zone.id())) {
                stay.place = zone;
                return stay;
            }
        }
        return null;
    }

    void trackEnded(long number, long atNanos) {
        Visit visit = visit(number);
        visit.lastSeenNanos = Long.MIN_VALUE;
        for (OpenStay stay : visit.open) {
            stay.trackEnded(atNanos);
        }
    }

    private static void close(long number, Visit visit, OpenStay stay, Closed out) {
        stay.presence.fold();
        visit.closed.add(new Stay(
                number,
                stay.zone,
                stay.enteredNanos,
                stay.leftNanos,
                stay.dwellNanos() >= stay.rules.minStayNanos(),
                stay.rules.path()));
        out.closed(stay);
    }

    /** Closes the stays that no interval beginning at that instant or later can be merged with. */
    void closeBefore(long nanos, Closed out) {
        for (Visit visit : visits.values()) {
            if (visit.mergesUntilNanos < nanos) {
                closeBefore(visit, nanos, out);
            }
        }
    }

    private static void closeBefore(Visit visit, long nanos, Closed out) {
        visit.mergesUntilNanos = Long.MAX_VALUE;
        for (Iterator<OpenStay> stays = visit.open.iterator(); stays.hasNext(); ) {
            OpenStay stay = stays.next();
            if (stay.merges(nanos)) {
                visit.mergesUntilNanos = Math.min(visit.mergesUntilNanos, stay.mergesUntilNanos());
            } else {
                stays.remove();
                close(visit.number, visit, stay, out);
            }
        }
    }

    /** The visit is over: closes what is open of it and gives all its stays, in the order of a journey. */
    List<Stay> end(long number, Closed out) {
        latest = null;
        Visit visit = visits.remove(number);
        if (visit == null) {
            return List.of();
        }
        for (OpenStay stay : visit.open) {
            close(number, visit, stay, out);
        }
        visit.closed.sort(Stay.BY_ENTERED);
        return visit.closed;
    }

    /** Shows the stays of people who were inside when last seen. */
    void eachInside(Closed out) {
        for (Visit visit : visits.values()) {
            for (OpenStay stay : visit.open) {
                if (stay.leftNanos == visit.lastSeenNanos) {
                    out.closed(stay);
                }
            }
        }
    }

    /** Takes to the windows what was added up of the open stays. */
    void foldPresence() {
        for (Visit visit : visits.values()) {
            for (OpenStay stay : visit.open) {
                stay.presence.fold();
            }
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(visits.size());
        for (long number : SortedKeys.of(visits.keySet())) {
            Visit visit = visits.get(number);
            out.writeLong(number);
            out.writeLong(visit.trackBeganNanos);
            out.writeLong(visit.lastSeenNanos);
            out.writeInt(visit.open.size());
            for (OpenStay stay : visit.open) {
                stay.write(out);
            }
            Stay.writeAll(visit.closed, out);
        }
    }

    static StayTracker read(DataInput in) throws IOException {
        StayTracker tracker = new StayTracker();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            long number = in.readLong();
            Visit visit = tracker.visit(number);
            visit.trackBeganNanos = in.readLong();
            visit.lastSeenNanos = in.readLong();
            int open = in.readInt();
            for (int s = 0; s < open; s++) {
                visit.open(OpenStay.read(in));
            }
            visit.closed.addAll(Stay.readAll(in));
        }
        return tracker;
    }
}
