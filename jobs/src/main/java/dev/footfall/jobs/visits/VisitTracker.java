package dev.footfall.jobs.visits;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.batches.Mark;
import dev.footfall.jobs.batches.Steps;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.batches.TagEvent;
import dev.footfall.jobs.batches.VisitEnd;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * Says which visit every step belongs to: a visit is a maximal run of a subject's observations with gaps of at most {@code visitGap}, within one
 * store day. Open visits are kept in the order of their last observation, so that those that are over are found first.
 */
final class VisitTracker {
    private final Long2ObjectLinkedOpenHashMap<OpenVisit> visits = new Long2ObjectLinkedOpenHashMap<>();
    private long lastNumber;

    /** Numbers the batch's steps and lists the visits that are over. */
    void advance(StorePack pack, StoreBatch batch) {
        long gap = pack.config().parameters().visitGapMillis();
        numberSteps(pack, batch, gap);
        expire(gap, batch);
    }

    private void numberSteps(StorePack pack, StoreBatch batch, long gap) {
        Steps steps = batch.steps;
        long dayEnd = batch.observations.size() == 0
                ? 0
                : pack.calendar().dayOf(batch.observations.timeMillis(0)).endMillis();
        int marked = 0;
        for (int i = 0; i < steps.size(); i++) {
            long subject = steps.subject(i);
            byte type = steps.type(i);
            OpenVisit visit;
            if (type == Steps.BEGIN || type == Steps.STEP) {
                marked = mark(batch, marked, steps.toMillis(i), gap);
                visit = touch(subject, steps.toMillis(i), dayEnd, gap, batch);
            } else {
                visit = visits.get(subject);
                if (visit == null) {
                    throw new IllegalStateException("a track of " + batch.store + " ended outside of any visit");
                }
            }
            steps.setVisit(i, visit.number);
        }
        mark(batch, marked, Long.MAX_VALUE, gap);
    }

    /** Gives the tags' events before an instant, from the {@code first} on, to the visits that are open when they happen; answers where it stopped. */
    private int mark(StoreBatch batch, int first, long beforeMillis, long gap) {
        int i = first;
        while (i < batch.tagEvents.size() && batch.tagEvents.get(i).timeMillis() < beforeMillis) {
            TagEvent event = batch.tagEvents.get(i++);
            OpenVisit visit = visits.get(event.subject());
            if (visit != null && event.timeMillis() - visit.endedMillis <= gap) {
                batch.marks.add(new Mark(visit.number, event.event(), event.timeMillis()));
            }
        }
        return i;
    }

    private OpenVisit touch(long subject, long millis, long dayEnd, long gap, StoreBatch batch) {
        OpenVisit visit = visits.getAndMoveToLast(subject);
        if (visit != null && (millis - visit.endedMillis > gap || visit.dayEndMillis != dayEnd)) {
            batch.visitEnds.add(visit.end());
            visits.remove(subject);
            visit = null;
        }
        if (visit == null) {
            visit = new OpenVisit(++lastNumber, millis, millis, dayEnd);
            visits.putAndMoveToLast(subject, visit);
        }
        visit.endedMillis = millis;
        return visit;
    }

    private void expire(long gap, StoreBatch batch) {
        while (!visits.isEmpty()) {
            OpenVisit visit = visits.get(visits.firstLongKey());
            if (visit.endedMillis >= batch.clockMillis - gap && batch.clockMillis < visit.dayEndMillis) {
                return;
            }
            batch.visitEnds.add(visit.end());
            visits.removeFirst();
        }
    }

    /** A visit that may go on. */
    private static final class OpenVisit {
        final long number;
        final long dayEndMillis;
        final long startedMillis;
        long endedMillis;

        OpenVisit(long number, long startedMillis, long endedMillis, long dayEndMillis) {
            this.number = number;
            this.startedMillis = startedMillis;
            this.endedMillis = endedMillis;
            this.dayEndMillis = dayEndMillis;
        }

        VisitEnd end() {
            return new VisitEnd(number, startedMillis, endedMillis);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(lastNumber);
        out.writeInt(visits.size());
        for (var entry : visits.long2ObjectEntrySet()) {
            OpenVisit visit = entry.getValue();
            out.writeLong(entry.getLongKey());
            out.writeLong(visit.number);
            out.writeLong(visit.startedMillis);
            out.writeLong(visit.endedMillis);
            out.writeLong(visit.dayEndMillis);
        }
    }

    static VisitTracker read(DataInput in) throws IOException {
        VisitTracker tracker = new VisitTracker();
        tracker.lastNumber = in.readLong();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            tracker.visits.putAndMoveToLast(
                    in.readLong(), new OpenVisit(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
        }
        return tracker;
    }
}
