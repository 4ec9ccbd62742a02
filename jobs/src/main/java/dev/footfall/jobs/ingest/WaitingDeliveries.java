package dev.footfall.jobs.ingest;

import dev.footfall.events.DeviceState;
import dev.footfall.events.DeviceTally;
import dev.footfall.jobs.batches.Delivery;
import dev.footfall.jobs.batches.StoreBatch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is to be told of devices and of the way in with the next batches: tallies until the store's clock has passed them, counts of frames at once. A
 * tally that the clock passed before it came is not late: it goes with the next batch.
 */
final class WaitingDeliveries {
    private static final Comparator<DeviceTally> BY_TIME = Comparator.comparingLong(DeviceTally::timeMillis);

    private final List<DeviceTally> tallies = new ArrayList<>();
    private long frames;
    private long duplicates;
    private long gaps;
    private long toldLateEvents;

    void frame(List<DeviceTally> more) {
        frames++;
        tallies.addAll(more);
    }

    void lost(long moreDuplicates, long moreGaps) {
        duplicates += moreDuplicates;
        gaps += moreGaps;
    }

    /** Moves to a batch what its clock has come to. */
    void handOut(StoreBatch batch, long lateEvents, long wallMillis) {
        batch.delivery = new Delivery(frames, duplicates, gaps, lateEvents - toldLateEvents, wallMillis);
        frames = 0;
        duplicates = 0;
        gaps = 0;
        toldLateEvents = lateEvents;
        if (!tallies.isEmpty()) {
            tallies.removeIf(tally -> tally.timeMillis() < batch.clockMillis && batch.tallies.add(tally));
            batch.tallies.sort(BY_TIME);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(frames);
        out.writeLong(duplicates);
        out.writeLong(gaps);
        out.writeLong(toldLateEvents);
        out.writeInt(tallies.size());
        for (DeviceTally tally : tallies) {
            Long skewMillis = tally.skewMillis();
            out.writeUTF(tally.device());
            out.writeLong(tally.timeMillis());
            out.writeLong(tally.heardMillis());
            out.writeLong(tally.events());
            out.writeLong(tally.rejected());
            out.writeBoolean(skewMillis != null);
            out.writeLong(skewMillis == null ? 0 : skewMillis);
            out.writeUTF(tally.state().name());
        }
    }

    static WaitingDeliveries read(DataInput in) throws IOException {
        WaitingDeliveries waiting = new WaitingDeliveries();
        waiting.frames = in.readLong();
        waiting.duplicates = in.readLong();
        waiting.gaps = in.readLong();
        waiting.toldLateEvents = in.readLong();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            String device = in.readUTF();
            long timeMillis = in.readLong();
            long heardMillis = in.readLong();
            long events = in.readLong();
            long rejected = in.readLong();
            boolean hasSkew = in.readBoolean();
            long skewMillis = in.readLong();
            waiting.tallies.add(new DeviceTally(
                    device,
                    timeMillis,
                    heardMillis,
                    events,
                    rejected,
                    hasSkew ? skewMillis : null,
                    DeviceState.valueOf(in.readUTF())));
        }
        return waiting;
    }

    /** Of a state from before this was kept: what was late then has been told. */
    static WaitingDeliveries after(long lateEvents) {
        WaitingDeliveries waiting = new WaitingDeliveries();
        waiting.toldLateEvents = lateEvents;
        return waiting;
    }
}
