package dev.footfall.gateway.spool;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What opening a spool found and did.
 *
 * @param frames frames that it holds
 * @param cutBytes what was torn at the end and cut off: never anything that had been committed, unless its disk lost it
 * @param damage what had been lost from within, and where; null in all usual cases
 * @param setAside the damaged folder, under its new name; null when nothing was damaged
 * @param salvagedFrames frames that were written anew from what was readable in the damaged folder
 * @param lostBytes what was not readable in the damaged folder
 */
public record SpoolRecovery(
        long frames,
        long cutBytes,
        @Nullable String damage,
        @Nullable Path setAside,
        long salvagedFrames,
        long lostBytes) {

    /** A sentence for who looks after the gateway; empty when there is nothing to say. */
    public Optional<String> findWarning() {
        if (damage != null) {
            return Optional.of("The spool was damaged (" + damage + "); it now lies in " + setAside + ", "
                    + salvagedFrames + " frames of it were saved under a new epoch, " + lostBytes
                    + " bytes could not be read.");
        }
        return cutBytes == 0
                ? Optional.empty()
                : Optional.of("The end of the spool was torn: " + cutBytes
                        + " bytes that were never acknowledged were cut off.");
    }
}
