package dev.footfall.jobs.ingest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The clock of one store: the least of what its gateways said they will not go behind. A gateway that is listed and was never heard
 * holds it.
 */
final class StoreClock {
    /** Before anything was said. */
    static final long NOT_STARTED = Long.MIN_VALUE;

    private final Map<String, Long> watermarks = new TreeMap<>();
    private long millis = NOT_STARTED;

    /** Notes a gateway's watermark; one that goes back is of an old frame and changes nothing. */
    void heard(String gateway, long watermarkMillis) {
        watermarks.merge(gateway, watermarkMillis, Math::max);
    }

    /** Moves the clock on as far as all those gateways allow; answers whether it moved. */
    boolean advance(List<String> gateways) {
        long least = Long.MAX_VALUE;
        for (String gateway : gateways) {
            least = Math.min(least, watermarks.getOrDefault(gateway, NOT_STARTED));
        }
        boolean moved = least > millis;
        if (moved) {
            millis = least;
        }
        return moved;
    }

    /** No event older than this is taken any more. */
    long millis() {
        return millis;
    }

    /** No event older than this follows from a gateway. */
    long millis(String gateway) {
        return watermarks.getOrDefault(gateway, NOT_STARTED);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(millis);
        out.writeInt(watermarks.size());
        for (var watermark : watermarks.entrySet()) {
            out.writeUTF(watermark.getKey());
            out.writeLong(watermark.getValue());
        }
    }

    static StoreClock read(DataInput in) throws IOException {
        StoreClock clock = new StoreClock();
        clock.millis = in.readLong();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            clock.watermarks.put(in.readUTF(), in.readLong());
        }
        return clock;
    }
}
