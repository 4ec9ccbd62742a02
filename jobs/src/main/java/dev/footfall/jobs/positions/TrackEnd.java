package dev.footfall.jobs.positions;

import dev.footfall.geofences.Parameters;
import dev.footfall.jobs.batches.Steps;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.math.BigInteger;

/** Where a track has come to: its last observation, and whether a segment led there. */
final class TrackEnd {
    private static final long NEVER = Long.MIN_VALUE;

    long timeMillis = NEVER;
    long dayEndMillis;
    int floor;
    int x;
    int y;
    private boolean joined;

    /** Whether the straight line from here to that observation is a segment. */
    boolean joins(Parameters parameters, int toFloor, long toMillis, int toX, int toY, long toDayEnd) {
        return timeMillis != NEVER
                && toMillis - timeMillis <= parameters.bridgeMillis()
                && toFloor == floor
                && toDayEnd == dayEndMillis
                && !tooFast(
                        parameters.maxSpeedMillimetresPerSecond(),
                        toMillis - timeMillis,
                        (long) toX - x,
                        (long) toY - y);
    }

    /** Compares in whole thousandths of a millimetre, so that the limit itself is exact and allowed. */
    private static boolean tooFast(long millimetresPerSecond, long millis, long dx, long dy) {
        long limit = millimetresPerSecond * millis;
        long microX = Math.abs(dx) * 1000;
        long microY = Math.abs(dy) * 1000;
        if (microX > limit || microY > limit) {
            return true;
        }
        if (limit < 2_000_000_000L) {
            return microX * microX + microY * microY > limit * limit;
        }
        return square(microX).add(square(microY)).compareTo(square(limit)) > 0;
    }

    private static BigInteger square(long value) {
        return BigInteger.valueOf(value).pow(2);
    }

    void moveTo(int toFloor, long toMillis, int toX, int toY, long toDayEnd, boolean bySegment) {
        floor = toFloor;
        timeMillis = toMillis;
        x = toX;
        y = toY;
        dayEndMillis = toDayEnd;
        joined = bySegment;
    }

    /** Ends the track here, when there is one. */
    void close(long subject, Steps steps) {
        if (timeMillis != NEVER) {
            steps.add(joined ? Steps.END : Steps.LONE, subject, floor, timeMillis, x, y);
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(timeMillis);
        out.writeLong(dayEndMillis);
        out.writeInt(floor);
        out.writeInt(x);
        out.writeInt(y);
        out.writeBoolean(joined);
    }

    static TrackEnd read(DataInput in) throws IOException {
        TrackEnd end = new TrackEnd();
        end.timeMillis = in.readLong();
        end.dayEndMillis = in.readLong();
        end.floor = in.readInt();
        end.x = in.readInt();
        end.y = in.readInt();
        end.joined = in.readBoolean();
        return end;
    }
}
