package dev.footfall.jobs.archive;

import dev.footfall.jobs.state.Persistent;
import dev.footfall.jobs.state.StateForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/** How many records one store has in the archive, and which hour of its clock was marked last. */
public final class Numbering implements Persistent {
    private static final int VERSION = 1;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long NONE = Long.MIN_VALUE;

    private long sinceMillis = NONE;
    private long next;
    private long markedHour = NONE;

    /** When the numbering began, by the clock of the wall: now, the first time. */
    public long since(long wallMillis) {
        if (sinceMillis == NONE) {
            sinceMillis = wallMillis;
        }
        return sinceMillis;
    }

    /** The number of the next record. */
    public long take() {
        return next++;
    }

    /** Whether a store's clock has come to an hour that is not marked yet; it is from now on. */
    public boolean mark(long clockMillis) {
        long hour = Math.floorDiv(clockMillis, HOUR_MILLIS);
        if (clockMillis == NONE || hour <= markedHour) {
            return false;
        }
        markedHour = hour;
        return true;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(sinceMillis);
        out.writeLong(next);
        out.writeLong(markedHour);
    }

    /** How Flink keeps it. */
    public static final class Form implements StateForm<Numbering> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return VERSION;
        }

        @Override
        public Numbering create() {
            return new Numbering();
        }

        @Override
        public Numbering read(DataInput in, int version) throws IOException {
            Numbering numbering = new Numbering();
            numbering.sinceMillis = in.readLong();
            numbering.next = in.readLong();
            numbering.markedHour = in.readLong();
            return numbering;
        }
    }
}
