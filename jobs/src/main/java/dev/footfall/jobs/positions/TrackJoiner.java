package dev.footfall.jobs.positions;

import dev.footfall.geofences.Parameters;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.batches.Observations;
import dev.footfall.jobs.batches.Steps;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.state.StateForm;
import dev.footfall.jobs.state.StoreState;
import dev.footfall.jobs.windows.Schedule;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Joins the observations of each subject to segments: two consecutive ones of a role on one floor, at most {@code bridge} apart, no faster
 * than {@code maxSpeed}, in one store day. Anything else is a break, and nothing is known across it.
 *
 * <p>State: the last observation of every subject seen within {@code bridge}. Subjects are kept in the order of their last
 * observation, so that those that have ended are found without looking at the rest.
 */
public final class TrackJoiner implements StoreState {
    private final Long2ObjectLinkedOpenHashMap<TrackEnd> customers;
    private final Long2ObjectLinkedOpenHashMap<TrackEnd> staff;
    private long layoutMillis;

    /** No subject is known. */
    public TrackJoiner() {
        this(new Long2ObjectLinkedOpenHashMap<>(), new Long2ObjectLinkedOpenHashMap<>(), Long.MIN_VALUE);
    }

    private TrackJoiner(
            Long2ObjectLinkedOpenHashMap<TrackEnd> customers,
            Long2ObjectLinkedOpenHashMap<TrackEnd> staff,
            long layoutMillis) {
        this.customers = customers;
        this.staff = staff;
        this.layoutMillis = layoutMillis;
    }

    @Override
    public void advance(StorePack pack, Schedule schedule, StoreBatch batch) {
        Parameters parameters = pack.config().parameters();
        Observations seen = batch.observations;
        moveToLayout(pack, batch.layoutMillis);
        if (seen.size() > 0) {
            long dayEnd = pack.calendar().dayOf(seen.timeMillis(0)).endMillis();
            for (int i = 0; i < seen.size(); i++) {
                observe(parameters, seen, i, dayEnd, batch);
            }
        }
        long bridge = parameters.bridgeMillis();
        expire(customers, bridge, batch.clockMillis, batch.steps);
        expire(staff, bridge, batch.clockMillis, null);
    }

    private void observe(Parameters parameters, Observations seen, int i, long dayEnd, StoreBatch batch) {
        long subject = seen.subject(i);
        long time = seen.timeMillis(i);
        boolean isStaff = seen.staff(i);
        if (isAt(isStaff ? customers : staff, subject, time)) {
            return;
        }
        Long2ObjectLinkedOpenHashMap<TrackEnd> ends = isStaff ? staff : customers;
        TrackEnd end = ends.getAndMoveToLast(subject);
        if (end == null) {
            end = new TrackEnd();
            ends.putAndMoveToLast(subject, end);
        } else if (end.timeMillis == time) {
            return;
        }
        int floor = seen.floor(i);
        int x = seen.xMillimetres(i);
        int y = seen.yMillimetres(i);
        boolean joined = end.joins(parameters, floor, time, x, y, dayEnd);
        if (isStaff) {
            if (joined) {
                batch.staffSpans.add(new long[] {end.timeMillis, time});
            }
        } else if (joined) {
            batch.steps.addStep(subject, floor, end.timeMillis, end.x, end.y, time, x, y);
        } else {
            end.close(subject, batch.steps);
            batch.steps.add(Steps.BEGIN, subject, floor, time, x, y);
        }
        end.moveTo(floor, time, x, y, dayEnd, joined);
    }

    private static boolean isAt(Long2ObjectLinkedOpenHashMap<TrackEnd> ends, long subject, long time) {
        TrackEnd end = ends.isEmpty() ? null : ends.get(subject);
        return end != null && end.timeMillis == time;
    }

    private static void expire(
            Long2ObjectLinkedOpenHashMap<TrackEnd> ends,
            long bridge,
            long clock,
            @org.jspecify.annotations.Nullable Steps steps) {
        while (!ends.isEmpty()) {
            long subject = ends.firstLongKey();
            TrackEnd end = ends.get(subject);
            if (end.timeMillis >= clock - bridge && clock < end.dayEndMillis) {
                return;
            }
            if (steps != null) {
                end.close(subject, steps);
            }
            ends.removeFirst();
        }
    }

    /** Floors are known by their index in a layout version: when the version changes, finds them again by their id. */
    private void moveToLayout(StorePack pack, long millis) {
        if (layoutMillis != Long.MIN_VALUE && pack.layoutAt(layoutMillis) != pack.layoutAt(millis)) {
            var before = pack.layoutAt(layoutMillis);
            var now = pack.layoutAt(millis);
            for (var ends : java.util.List.of(customers, staff)) {
                for (TrackEnd end : ends.values()) {
                    end.floor = end.floor < 0
                            ? -1
                            : now.findFloor(before.floors().get(end.floor).id())
                                    .map(floor -> floor.index())
                                    .orElse(-1);
                }
            }
        }
        layoutMillis = millis;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(layoutMillis);
        for (var ends : java.util.List.of(customers, staff)) {
            out.writeInt(ends.size());
            for (var entry : ends.long2ObjectEntrySet()) {
                out.writeLong(entry.getLongKey());
                entry.getValue().write(out);
            }
        }
    }

    /** How Flink keeps the last observations. */
    public static final class Form implements StateForm<TrackJoiner> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return 1;
        }

        @Override
        public TrackJoiner create() {
            return new TrackJoiner();
        }

        @Override
        public TrackJoiner read(DataInput in, int version) throws IOException {
            long layout = in.readLong();
            return new TrackJoiner(readEnds(in), readEnds(in), layout);
        }

        private static Long2ObjectLinkedOpenHashMap<TrackEnd> readEnds(DataInput in) throws IOException {
            int size = in.readInt();
            var ends = new Long2ObjectLinkedOpenHashMap<TrackEnd>(size);
            for (int i = 0; i < size; i++) {
                ends.putAndMoveToLast(in.readLong(), TrackEnd.read(in));
            }
            return ends;
        }
    }
}
