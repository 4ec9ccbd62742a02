package dev.footfall.jobs.dwell;

import dev.footfall.geofences.Zone;
import dev.footfall.jobs.windows.MinuteCuts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What of a zone decides about a stay that began in it; kept with the stay, so that a change of the layout meanwhile does not change its rules.
 */
record ZoneRules(long graceNanos, long minStayNanos, long engagedAfterNanos, boolean hasDoor, boolean path) {

    static ZoneRules of(Zone zone) {
        return new ZoneRules(
                MinuteCuts.nanos(zone.graceMillis()),
                MinuteCuts.nanos(zone.minStayMillis()),
                MinuteCuts.nanos(zone.engagedAfterMillis()),
                zone.hasDoor(),
                zone.path());
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(graceNanos);
        out.writeLong(minStayNanos);
        out.writeLong(engagedAfterNanos);
        out.writeBoolean(hasDoor);
        out.writeBoolean(path);
    }

    static ZoneRules read(DataInput in) throws IOException {
        return new ZoneRules(in.readLong(), in.readLong(), in.readLong(), in.readBoolean(), in.readBoolean());
    }
}
