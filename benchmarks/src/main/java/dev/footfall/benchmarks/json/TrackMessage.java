package dev.footfall.benchmarks.json;

import dev.footfall.events.Role;
import dev.footfall.events.TrackPoint;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A track message as one would declare it for a library that binds JSON to records; nothing of it is checked, which is in favour of those libraries. */
public record TrackMessage(long time, String id, double x, double y, @Nullable String floor, @Nullable String role) {
    TrackPoint event() {
        Role who = role == null ? Role.CUSTOMER : Role.valueOf(role.toUpperCase(Locale.ROOT));
        return new TrackPoint(time, id, x, y, floor, who);
    }
}
