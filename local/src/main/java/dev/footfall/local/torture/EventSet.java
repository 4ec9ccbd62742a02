package dev.footfall.local.torture;

import dev.footfall.events.Columns;
import dev.footfall.events.DoorColumns;
import dev.footfall.events.Frame;
import dev.footfall.events.ObservationColumns;
import dev.footfall.events.ShelfColumns;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * Which events there are, each once however often it came: by the definition of one event, kind, device, time, id and content. Kept as hashes of 64 bits, so
 * that some millions fit; two different events of a run are taken for one with a probability below one in a million.
 */
final class EventSet {
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final LongOpenHashSet hashes = new LongOpenHashSet();

    /** Adds the events of a frame. */
    void add(Frame frame) {
        long store = frame.header().store().hashCode();
        for (Columns rows : frame.columns()) {
            for (int row = 0; row < rows.rows(); row++) {
                hashes.add(hash(store, rows, row));
            }
        }
    }

    int size() {
        return hashes.size();
    }

    /** How many of these are not among others. */
    long notIn(EventSet others) {
        return hashes.longStream().filter(each -> !others.hashes.contains(each)).count();
    }

    private static long hash(long store, Columns rows, int row) {
        long hash = mix(store, rows.kind().topicName().hashCode());
        hash = mix(hash, rows.device(row).hashCode());
        hash = mix(hash, rows.timeMillis(row));
        hash = mix(hash, rows.subject(row));
        if (rows instanceof ObservationColumns seen) {
            hash = mix(hash, seen.floor(row).hashCode());
            hash = mix(hash, seen.xMillimetres(row));
            hash = mix(hash, seen.yMillimetres(row));
            hash = mix(hash, seen.staff(row) ? 1 : 0);
        } else if (rows instanceof DoorColumns door) {
            hash = mix(hash, door.in(row));
            hash = mix(hash, door.out(row));
            hash = mix(hash, door.passing(row));
        } else if (rows instanceof ShelfColumns shelf) {
            hash = mix(hash, shelf.zone(row).hashCode());
            hash = mix(hash, shelf.enteredMillis(row));
            hash = mix(hash, shelf.leftMillis(row));
        }
        return hash;
    }

    /** The finalizer of SplitMix64 (Steele, Lea, Flood 2014), over a running value. */
    private static long mix(long hash, long value) {
        long z = (hash ^ value) * MULTIPLIER + MULTIPLIER;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
