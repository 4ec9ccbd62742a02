package dev.footfall.jobs.footfall;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.jobs.batches.DoorReport;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the running totals of counters into what happened since the report before.
 *
 * <p>The first report of a device is its baseline and counts nothing; so is one whose report before is older than the store day before, so that a
 * store day depends on itself and the day before. A total that fell was rolled over when the one before was in the
 * last tenth below a size that counters have (a power of ten or of two to the 8, 16, 24, 32) and the new one is in the first tenth;
 * else the counter was reset and the new total is what happened since.
 */
final class RunningTotals {
    private static final long[] SIZES = sizes();

    private static final int FIRST_VERSION_WITH_TIMES = 3;
    private static final long UNKNOWN = Long.MIN_VALUE;

    private final Map<String, Last> lasts = new TreeMap<>();

    /** The totals of a device, and when it said them; {@link #UNKNOWN} in a state of the first version. */
    private record Last(long in, long out, long timeMillis) {}

    /** The report as counts since the one before. */
    DoorReport difference(DoorReport report, StoreCalendar calendar) {
        if (!report.totals()) {
            return report;
        }
        Last last = lasts.put(report.device(), new Last(report.in(), report.out(), report.timeMillis()));
        boolean known = last != null && isNear(last.timeMillis(), report.timeMillis(), calendar);
        long in = known ? difference(last.in(), report.in()) : 0;
        long out = known ? difference(last.out(), report.out()) : 0;
        return new DoorReport(
                report.timeMillis(), report.device(), in, out, report.passing(), report.intervalMillis(), false);
    }

    /** Whether an instant lies in the store day of another, or in the one before. */
    private static boolean isNear(long beforeMillis, long millis, StoreCalendar calendar) {
        return beforeMillis == UNKNOWN
                || beforeMillis
                        >= calendar.dayOf(calendar.dayOf(millis).startMillis() - 1)
                                .startMillis();
    }

    static long difference(long last, long now) {
        if (now >= last) {
            return now - last;
        }
        for (long size : SIZES) {
            if (last < size) {
                boolean rolledOver = last >= size - size / 10 && now < size / 10;
                if (rolledOver) {
                    return size - last + now;
                }
            }
        }
        return now;
    }

    private static long[] sizes() {
        return java.util.stream.LongStream.of(
                        1L << 8,
                        1_000,
                        10_000,
                        1L << 16,
                        100_000,
                        1_000_000,
                        10_000_000,
                        1L << 24,
                        100_000_000,
                        1_000_000_000,
                        1L << 32,
                        10_000_000_000L)
                .sorted()
                .toArray();
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(lasts.size());
        for (var entry : lasts.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue().in());
            out.writeLong(entry.getValue().out());
            out.writeLong(entry.getValue().timeMillis());
        }
    }

    static RunningTotals read(DataInput in, int version) throws IOException {
        RunningTotals totals = new RunningTotals();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            String device = in.readUTF();
            long peopleIn = in.readLong();
            long peopleOut = in.readLong();
            long timeMillis = version >= FIRST_VERSION_WITH_TIMES ? in.readLong() : UNKNOWN;
            totals.lasts.put(device, new Last(peopleIn, peopleOut, timeMillis));
        }
        return totals;
    }
}
