package dev.footfall.jobs.devices;

import dev.footfall.events.SensorEvent;
import dev.footfall.jobs.batches.Delivery;
import dev.footfall.jobs.points.PointWriter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** What came in for a store in the running minute of its clock, and how far that clock is behind the wall. */
final class Pipeline {
    private static final long NONE = Long.MIN_VALUE;

    private long frames;
    private long duplicates;
    private long gaps;
    private long lateEvents;
    private long lagMillis = NONE;
    private boolean heard;

    void add(Delivery delivery, long clockMillis) {
        frames += delivery.frames();
        duplicates += delivery.duplicates();
        gaps += delivery.gaps();
        lateEvents += delivery.lateEvents();
        boolean isTime = clockMillis > SensorEvent.EARLIEST_MILLIS && clockMillis != Long.MAX_VALUE;
        if (isTime && delivery.wallMillis() != Delivery.NO_WALL) {
            lagMillis = delivery.wallMillis() - clockMillis;
        }
        heard = true;
    }

    /** Begins another minute, of which nothing was heard. */
    void nextMinute() {
        frames = 0;
        duplicates = 0;
        gaps = 0;
        lateEvents = 0;
        lagMillis = NONE;
        heard = false;
    }

    void show(PointWriter points, String store, long minuteMillis) {
        if (!heard) {
            return;
        }
        points.measurement("pipeline").tag("store", store);
        points.integer("frames", frames)
                .integer("duplicates", duplicates)
                .integer("gaps", gaps)
                .integer("late_events", lateEvents);
        if (lagMillis != NONE) {
            points.integer("lag_ms", lagMillis);
        }
        points.plain(minuteMillis);
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(frames);
        out.writeLong(duplicates);
        out.writeLong(gaps);
        out.writeLong(lateEvents);
        out.writeLong(lagMillis);
        out.writeBoolean(heard);
    }

    static Pipeline read(DataInput in) throws IOException {
        Pipeline pipeline = new Pipeline();
        pipeline.frames = in.readLong();
        pipeline.duplicates = in.readLong();
        pipeline.gaps = in.readLong();
        pipeline.lateEvents = in.readLong();
        pipeline.lagMillis = in.readLong();
        pipeline.heard = in.readBoolean();
        return pipeline;
    }
}
