package dev.footfall.jobs.windows;

import dev.footfall.jobs.state.SortedKeys;
import dev.footfall.jobs.state.Varints;
import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Nearest-rank quantiles of durations in milliseconds, in bounded memory and whatever the order they came in.
 *
 * <p>Up to {@link #EXACT} values the quantile is one of them. Above that, values are counted in fixed buckets that grow by 1 %:
 * bucket {@code k > 0} holds ({@code 1.01^(k-2)}, {@code 1.01^(k-1)}] ms and answers with its upper end, rounded; 0 holds zero. Which
 * values came first does not matter in either form, so the figure is the same for any order of the same events. Values
 * in buckets stay in buckets.
 */
public final class Quantiles {
    /** How many values are kept as they are. */
    public static final int EXACT = 10_000;

    private static final double LOG_GROWTH = Math.log(1.01);

    private long count;
    private int[] values = new int[4];
    private @Nullable Int2IntOpenHashMap buckets;

    /** Adds a duration of at least zero. */
    public void add(long millis) {
        if (millis < 0) {
            throw new IllegalArgumentException("duration " + millis + " ms is negative");
        }
        int value = (int) Math.min(millis, Integer.MAX_VALUE);
        if (buckets == null && count == EXACT) {
            buckets = new Int2IntOpenHashMap();
            for (int kept : values) {
                buckets.addTo(bucket(kept), 1);
            }
            values = new int[0];
        }
        if (buckets != null) {
            buckets.addTo(bucket(value), 1);
        } else {
            if (count == values.length) {
                values = Arrays.copyOf(values, (int) Math.min(EXACT, count * 2));
            }
            values[(int) count] = value;
        }
        count++;
    }

    /** Takes one value out again that was added before. */
    public void remove(long millis) {
        int value = (int) Math.min(millis, Integer.MAX_VALUE);
        if (buckets != null) {
            int bucket = bucket(value);
            if (buckets.addTo(bucket, -1) == 1) {
                buckets.remove(bucket);
            }
        } else {
            int i = 0;
            while (values[i] != value) {
                i++;
            }
            values[i] = values[(int) count - 1];
        }
        count--;
    }

    /** How many values there are. */
    public long count() {
        return count;
    }

    /**
     * The smallest value that at least {@code permille} thousandths of all values do not exceed.
     *
     * @throws IllegalStateException when there is no value
     */
    public long quantile(int permille) {
        if (count == 0) {
            throw new IllegalStateException("no value, so no quantile");
        }
        long rank = Math.max(1, (count * permille + 999) / 1000);
        if (buckets == null) {
            int[] sorted = Arrays.copyOf(values, (int) count);
            Arrays.sort(sorted);
            return sorted[(int) rank - 1];
        }
        long seen = 0;
        for (int key : SortedKeys.of(buckets.keySet())) {
            seen += buckets.get(key);
            if (seen >= rank) {
                return upperEnd(key);
            }
        }
        throw new IllegalStateException("rank " + rank + " of " + count + " not found");
    }

    private static int bucket(int millis) {
        return millis == 0 ? 0 : 1 + (int) Math.ceil(Math.log(millis) / LOG_GROWTH);
    }

    private static long upperEnd(int bucket) {
        return bucket == 0 ? 0 : Math.round(Math.exp((bucket - 1) * LOG_GROWTH));
    }

    /** Writes the values: the differences of one to the next, for most are near each other. */
    public void write(DataOutput out) throws IOException {
        Varints.write(out, count);
        out.writeBoolean(buckets == null);
        long before = 0;
        if (buckets == null) {
            Arrays.sort(values, 0, (int) count); // their order says nothing, and next time they nearly are
            for (int i = 0; i < count; i++) {
                Varints.write(out, values[i] - before);
                before = values[i];
            }
        } else {
            Varints.write(out, buckets.size());
            for (int key : SortedKeys.of(buckets.keySet())) {
                Varints.write(out, key - before);
                Varints.write(out, buckets.get(key));
                before = key;
            }
        }
    }

    /** Reads back what {@link #write} wrote. */
    public static Quantiles read(DataInput in) throws IOException {
        Quantiles quantiles = new Quantiles();
        quantiles.count = Varints.read(in);
        int value = 0;
        if (in.readBoolean()) {
            quantiles.values = new int[(int) Math.max(4, quantiles.count)];
            for (int i = 0; i < quantiles.count; i++) {
                value += Varints.readInt(in);
                quantiles.values[i] = value;
            }
        } else {
            int size = Varints.readInt(in);
            Int2IntOpenHashMap buckets = new Int2IntOpenHashMap(size);
            for (int i = 0; i < size; i++) {
                value += Varints.readInt(in);
                buckets.put(value, Varints.readInt(in));
            }
            quantiles.values = new int[0];
            quantiles.buckets = buckets;
        }
        return quantiles;
    }

    /** Reads what was written before there were differences. */
    public static Quantiles readPlain(DataInput in) throws IOException {
        Quantiles quantiles = new Quantiles();
        quantiles.count = in.readLong();
        if (in.readBoolean()) {
            quantiles.values = new int[(int) Math.max(4, quantiles.count)];
            for (int i = 0; i < quantiles.count; i++) {
                quantiles.values[i] = in.readInt();
            }
        } else {
            Int2IntOpenHashMap buckets = new Int2IntOpenHashMap();
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                buckets.put(in.readInt(), in.readInt());
            }
            quantiles.values = new int[0];
            quantiles.buckets = buckets;
        }
        return quantiles;
    }
}
