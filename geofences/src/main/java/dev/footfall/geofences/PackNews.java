package dev.footfall.geofences;

/** Hears what came of the files of a store that were found changed, or faulty at first. */
@FunctionalInterface
public interface PackNews {

    /** Asks for no news. */
    PackNews UNHEARD = (store, reading) -> {};

    /**
     * The files of a store were read, in the thread that asked for its pack; once per change.
     *
     * @param reading what came of it; one without a pack was refused, and the last sound versions stay
     */
    void readAgain(String store, PackReading reading);
}
