package dev.footfall.jobs.dwell;

import dev.footfall.geofences.Zone;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A stay that may go on: the inside intervals of one visit in one zone so far, merged while the gaps are within {@code grace}. */
final class OpenStay {
    final String zone;
    final String floor;
    final ZoneRules rules;
    final long enteredNanos;
    long leftNanos;
    private final boolean beganWithTrack;
    private boolean endedWithTrack;
    /** The zone as its layout has it, where it was entered since the state was read: found by it, no names are compared. */
    @Nullable
    Zone place;
    /** What of it is not in the windows yet. */
    final Presence presence = new Presence();

    OpenStay(String zone, String floor, ZoneRules rules, long enteredNanos, long leftNanos, boolean beganWithTrack) {
        this.zone = zone;
        this.floor = floor;
        this.rules = rules;
        this.enteredNanos = enteredNanos;
        this.leftNanos = leftNanos;
        this.beganWithTrack = beganWithTrack;
    }

    static OpenStay begin(Zone zone, long fromNanos, long toNanos, boolean beganWithTrack) {
        OpenStay stay = new OpenStay(zone.id(), zone.floor(), ZoneRules.of(zone), fromNanos, toNanos, beganWithTrack);
        stay.place = zone;
        return stay;
    }

    boolean merges(long fromNanos) {
        return fromNanos - leftNanos <= rules.graceNanos();
    }

    /** The last instant at which an interval may begin that is merged. */
    long mergesUntilNanos() {
        return leftNanos + rules.graceNanos();
    }

    void extend(long toNanos) {
        leftNanos = toNanos;
        endedWithTrack = false;
    }

    /** The track ended at that instant: if this stay's last interval did too, nobody saw it end. */
    void trackEnded(long atNanos) {
        endedWithTrack |= leftNanos == atNanos;
    }

    boolean censored() {
        return !rules.hasDoor() && (beganWithTrack || endedWithTrack);
    }

    long dwellNanos() {
        return leftNanos - enteredNanos;
    }

    void write(DataOutput out) throws IOException {
        out.writeUTF(zone);
        out.writeUTF(floor);
        rules.write(out);
        out.writeLong(enteredNanos);
        out.writeLong(leftNanos);
        out.writeBoolean(beganWithTrack);
        out.writeBoolean(endedWithTrack);
    }

    static OpenStay read(DataInput in) throws IOException {
        OpenStay stay = new OpenStay(
                in.readUTF(), in.readUTF(), ZoneRules.read(in), in.readLong(), in.readLong(), in.readBoolean());
        stay.endedWithTrack = in.readBoolean();
        return stay;
    }
}
