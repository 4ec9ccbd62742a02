package dev.footfall.jobs.footfall;

import dev.footfall.jobs.batches.DoorReport;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Turns the running totals of counters into what happened since the report before.
 *
 * <p>The first report of a device is its baseline and counts nothing. A total that fell was rolled over when the one before was in the
 * last tenth below a size that counters have (a power of ten or of two to the 8, 16, 24, 32) and the new one is in the first tenth;
 * else the counter was reset and the new total is what happened since.
 */
final class RunningTotals {
    private static final long[] SIZES = sizes();

    private final Map<String, long[]> lasts = new TreeMap<>();

    /** The report as counts since the one before. */
    DoorReport difference(DoorReport report) {
        if (!report.totals()) {
            return report;
        }
        long[] last = lasts.put(report.device(), new long[] {report.in(), report.out()});
        long in = last == null ? 0 : difference(last[0], report.in());
        long out = last == null ? 0 : difference(last[1], report.out());
        return new DoorReport(
                report.timeMillis(), report.device(), in, out, report.passing(), report.intervalMillis(), false);
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
            out.writeLong(entry.getValue()[0]);
            out.writeLong(entry.getValue()[1]);
        }
    }

    static RunningTotals read(DataInput in) throws IOException {
        RunningTotals totals = new RunningTotals();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            totals.lasts.put(in.readUTF(), new long[] {in.readLong(), in.readLong()});
        }
        return totals;
    }
}
