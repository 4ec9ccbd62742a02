package dev.footfall.geofences;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of reading a store pack.
 *
 * @param pack null when a fault is an error
 * @param faults all of them, warnings included
 */
public record PackReading(@Nullable StorePack pack, List<Fault> faults) {

    public PackReading {
        faults = List.copyOf(faults);
        if ((pack == null) != faults.stream().anyMatch(Fault::isError)) {
            throw new IllegalArgumentException(
                    "faults are " + faults + " but a pack is read if and only if none is an error");
        }
    }
}
