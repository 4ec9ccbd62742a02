package dev.footfall.jobs.visits;

import dev.footfall.jobs.batches.VisitEnd;
import dev.footfall.jobs.points.PointWriter;
import dev.footfall.jobs.windows.Bucket;
import dev.footfall.jobs.windows.Quantiles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** The visits that ended in one window, and the time of staff in it. */
final class VisitBucket implements Bucket {
    private long visits;
    private long bounces;
    private long durationMillis;
    private long staffMillis;
    private Quantiles durations = new Quantiles();
    private boolean known;
    boolean dirty;

    void add(VisitEnd visit, boolean bounce) {
        count(visit, bounce, 1);
        durations.add(visit.durationMillis());
    }

    void takeBack(VisitEnd visit, boolean bounce) {
        count(visit, bounce, -1);
        durations.remove(visit.durationMillis());
    }

    private void count(VisitEnd visit, boolean bounce, int times) {
        visits += times;
        bounces += bounce ? times : 0;
        durationMillis += times * visit.durationMillis();
        known = true;
        dirty = true;
    }

    void addStaff(long millis) {
        staffMillis += millis;
        dirty = true;
    }

    /** Whether no visit ended here: if one seemed to, a point of zeros takes it back and there is no final one. */
    boolean isEmpty() {
        return visits == 0;
    }

    /** Whether there is a point: a visit ended here, or, while it may change, seemed to and was not shown yet. */
    boolean hasPoint(boolean isFinal) {
        return isFinal ? visits > 0 : known && dirty;
    }

    void figures(PointWriter point) {
        point.integer("visits", visits).integer("bounces", bounces).integer("duration_ms_sum", durationMillis);
        // without a visit the point takes back one that was shown, median and all
        point.integer("duration_ms_p50", visits > 0 ? durations.quantile(500) : 0);
        point.seconds("staff_seconds", staffMillis * 1000);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(visits);
        out.writeLong(bounces);
        out.writeLong(durationMillis);
        out.writeLong(staffMillis);
        out.writeBoolean(known);
        out.writeBoolean(dirty);
        durations.write(out);
    }

    static VisitBucket read(DataInput in, int version) throws IOException {
        VisitBucket bucket = new VisitBucket();
        bucket.visits = in.readLong();
        bucket.bounces = in.readLong();
        bucket.durationMillis = in.readLong();
        bucket.staffMillis = in.readLong();
        bucket.known = in.readBoolean();
        bucket.dirty = in.readBoolean();
        bucket.durations =
                version < Visits.FIRST_VERSION_WITH_DIFFERENCES ? Quantiles.readPlain(in) : Quantiles.read(in);
        return bucket;
    }
}
