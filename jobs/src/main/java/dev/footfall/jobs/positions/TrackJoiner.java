package dev.footfall.jobs.positions;

import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Joins the observations of each subject to segments: two consecutive ones of a role on one floor, at most {@code bridge} apart, no faster
 * than {@code maxSpeed}, in one store day. Anything else is a break, and nothing is known across it.
 *
 * <p>State: the last observation of every subject seen within {@code bridge}. Subjects are kept in the order of their last
 * observation, so that those that have ended are found without looking at the rest.
 */
public final class TrackJoiner implements StoreState {
    private static final int VERSION = 2;
    private static final int FIRST_VERSION_WITH_FLOORS = 2;
    private static final int UNKNOWN = -1;

    private final Long2ObjectLinkedOpenHashMap<TrackEnd> customers;
    private final Long2ObjectLinkedOpenHashMap<TrackEnd> staff;
    private long layoutMillis;
    /** What the floors' indexes meant when they were taken; null in a state of before that was written down: then the layout of {@link #layoutMillis} says. */
    private @Nullable List<String> floors;

    /** The layout of the batch before, where there was one since the state was read. */
    private @Nullable Layout latest;

    /** No subject is known. */
    public TrackJoiner() {
        this(new Long2ObjectLinkedOpenHashMap<>(), new Long2ObjectLinkedOpenHashMap<>(), Long.MIN_VALUE, null);
    }

    private TrackJoiner(
            Long2ObjectLinkedOpenHashMap<TrackEnd> customers,
            Long2ObjectLinkedOpenHashMap<TrackEnd> staff,
            long layoutMillis,
            @Nullable List<String> floors) {
        this.customers = customers;
        this.staff = staff;
        this.layoutMillis = layoutMillis;
        this.floors = floors;
    }

    @Override
    public void advance(StorePack pack, Schedule schedule, StoreBatch batch) {
        Parameters parameters = pack.config().parameters();
        Observations seen = batch.observations;
        moveToLayout(pack, batch.layoutMillis);
        if (seen.size() > 0) {
            batch.steps.expect(seen.size() + seen.size() / 8);
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
            Long2ObjectLinkedOpenHashMap<TrackEnd> ends, long bridge, long clock, @Nullable Steps steps) {
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

    /** Floors are known by their index in a layout version: when the floors change, finds them again by their id. */
    private void moveToLayout(StorePack pack, long millis) {
        Layout layout = pack.layoutAt(millis);
        if (layout == latest) {
            layoutMillis = millis;
            return;
        }
        latest = layout;
        List<String> now = floorsAt(pack, millis);
        List<String> before = floors;
        if (before == null) {
            before = layoutMillis == Long.MIN_VALUE ? now : floorsAt(pack, layoutMillis);
        }
        if (!before.equals(now)) {
            for (var ends : List.of(customers, staff)) {
                for (TrackEnd end : ends.values()) {
                    end.floor = end.floor < 0 ? -1 : now.indexOf(before.get(end.floor));
                }
            }
        }
        floors = now;
        layoutMillis = millis;
    }

    private static List<String> floorsAt(StorePack pack, long millis) {
        return pack.layoutAt(millis).floors().stream().map(Floor::id).toList();
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(layoutMillis);
        List<String> known = floors;
        out.writeInt(known == null ? UNKNOWN : known.size());
        for (String floor : known == null ? List.<String>of() : known) {
            out.writeUTF(floor);
        }
        for (var ends : List.of(customers, staff)) {
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
            return VERSION;
        }

        @Override
        public TrackJoiner create() {
            return new TrackJoiner();
        }

        @Override
        public TrackJoiner read(DataInput in, int version) throws IOException {
            long layout = in.readLong();
            List<String> floors = version < FIRST_VERSION_WITH_FLOORS ? null : readFloors(in);
            return new TrackJoiner(readEnds(in), readEnds(in), layout, floors);
        }

        private static @Nullable List<String> readFloors(DataInput in) throws IOException {
            int size = in.readInt();
            if (size == UNKNOWN) {
                return null;
            }
            List<String> floors = new ArrayList<>(size);
            for (int i = 0; i < size; i++) {
                floors.add(in.readUTF());
            }
            return floors;
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
