package dev.footfall.jobs.dwell;

import dev.footfall.jobs.points.PointWriter;
import dev.footfall.jobs.state.Varints;
import dev.footfall.jobs.windows.MinuteCuts;
import dev.footfall.jobs.windows.Quantiles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The figures of one zone in one window: its stays by {@code left}, its visits and seconds by presence. */
final class ZoneCount {
    private static final int[] LIMITS_SECONDS = {5, 10, 15, 30, 60, 120, 300, 600};
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    final String floor;
    boolean dirty;
    private long visits;
    private long micros;
    private long stays;
    private long passes;
    private long engaged;
    private long censored;
    private long dwellMicros;
    private long longestNanos;
    private final long[] within = new long[LIMITS_SECONDS.length];
    private Quantiles dwells = new Quantiles();

    ZoneCount(String floor) {
        this.floor = floor;
    }

    void addPresence(long addedMicros, int addedVisits) {
        micros += addedMicros;
        visits += addedVisits;
        dirty = true;
    }

    void addStay(long dwellNanos, ZoneRules rules, boolean isCensored) {
        stays++;
        passes += dwellNanos < rules.minStayNanos() ? 1 : 0;
        engaged += dwellNanos >= rules.engagedAfterNanos() ? 1 : 0;
        censored += isCensored ? 1 : 0;
        dwellMicros += MinuteCuts.micros(dwellNanos);
        longestNanos = Math.max(longestNanos, dwellNanos);
        for (int i = 0; i < LIMITS_SECONDS.length; i++) {
            within[i] += dwellNanos <= LIMITS_SECONDS[i] * NANOS_PER_SECOND ? 1 : 0;
        }
        dwells.add(MinuteCuts.millis(dwellNanos));
        dirty = true;
    }

    void figures(PointWriter point) {
        point.integer("visits", visits)
                .seconds("seconds", micros)
                .integer("stays", stays)
                .integer("passes", passes)
                .integer("stops", stays - passes)
                .integer("engaged", engaged)
                .integer("censored", censored)
                .integer("dwell_ms_sum", MinuteCuts.millis(dwellMicros * 1_000));
        if (stays > 0) {
            point.integer("dwell_ms_max", MinuteCuts.millis(longestNanos))
                    .integer("dwell_ms_p50", dwells.quantile(500))
                    .integer("dwell_ms_p90", dwells.quantile(900));
        }
        for (int i = 0; i < LIMITS_SECONDS.length; i++) {
            point.integer("le_" + LIMITS_SECONDS[i], within[i]);
        }
        point.integer("le_inf", stays);
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(floor);
        out.writeBoolean(dirty);
        for (long count : new long[] {visits, micros, stays, passes, engaged, censored, dwellMicros, longestNanos}) {
            Varints.write(out, count);
        }
        for (long count : within) {
            Varints.write(out, count);
        }
        dwells.write(out);
    }

    static ZoneCount read(DataInput in, int version) throws IOException {
        boolean plain = version < Dwell.FIRST_COMPACT_VERSION;
        ZoneCount count = new ZoneCount(in.readUTF());
        count.dirty = in.readBoolean();
        count.visits = number(in, plain);
        count.micros = number(in, plain);
        count.stays = number(in, plain);
        count.passes = number(in, plain);
        count.engaged = number(in, plain);
        count.censored = number(in, plain);
        count.dwellMicros = number(in, plain);
        count.longestNanos = number(in, plain);
        for (int i = 0; i < LIMITS_SECONDS.length; i++) {
            count.within[i] = number(in, plain);
        }
        count.dwells = plain ? Quantiles.readPlain(in) : Quantiles.read(in);
        return count;
    }

    private static long number(DataInput in, boolean plain) throws IOException {
        return plain ? in.readLong() : Varints.read(in);
    }
}
