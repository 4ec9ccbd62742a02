package dev.footfall.jobs.coverage;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/** Stretches of time, each {@code [from, to)} in milliseconds: in order, none touching the next. */
final class Stretches {
    /** From and to of each in turn: strictly ascending. */
    private final LongArrayList borders = new LongArrayList();

    private int count() {
        return borders.size() / 2;
    }

    private long from(int i) {
        return borders.getLong(2 * i);
    }

    private long to(int i) {
        return borders.getLong(2 * i + 1);
    }

    /** Adds a stretch, joined to those that it touches. New ones mostly are at the end, so that is where looking begins. */
    void add(long fromMillis, long toMillis) {
        int first = count();
        while (first > 0 && to(first - 1) >= fromMillis) {
            first--;
        }
        int after = first;
        while (after < count() && from(after) <= toMillis) {
            after++;
        }
        if (first == after) {
            borders.add(2 * first, fromMillis);
            borders.add(2 * first + 1, toMillis);
        } else {
            long to = Math.max(to(after - 1), toMillis);
            borders.set(2 * first, Math.min(from(first), fromMillis));
            borders.removeElements(2 * first + 2, 2 * after);
            borders.set(2 * first + 1, to);
        }
    }

    /** Forgets the stretches that end by an instant. */
    void forgetBefore(long millis) {
        borders.removeElements(0, 2 * endedBy(millis));
    }

    boolean isEmpty() {
        return borders.isEmpty();
    }

    /** How many stretches end by an instant. */
    private int endedBy(long millis) {
        int low = 0;
        int high = count();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (to(middle) <= millis) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** How much of [{@code fromMillis}, {@code toMillis}) lies in a stretch of every one of {@code all}; all of it when there are none. */
    static long commonMillis(List<Stretches> all, long fromMillis, long toMillis) {
        long common = 0;
        long at = fromMillis;
        while (at < toMillis) {
            long begins = at;
            long ends = toMillis;
            for (Stretches each : all) {
                int i = each.endedBy(at);
                if (i == each.count()) {
                    return common;
                }
                begins = Math.max(begins, each.from(i));
                ends = Math.min(ends, each.to(i));
            }
            if (begins == at) {
                common += ends - at;
                at = ends;
            } else {
                at = begins;
            }
        }
        return common;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(borders.size());
        for (int i = 0; i < borders.size(); i++) {
            out.writeLong(borders.getLong(i));
        }
    }

    static Stretches read(DataInput in) throws IOException {
        Stretches stretches = new Stretches();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            stretches.borders.add(in.readLong());
        }
        return stretches;
    }
}
