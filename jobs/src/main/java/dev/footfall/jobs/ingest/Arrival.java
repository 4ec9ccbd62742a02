package dev.footfall.jobs.ingest;

import java.util.Comparator;

/**
 * An event that waits for the store's clock, with what orders it: the total order is (time, kind, device, id, gateway, seq, index).
 *
 * <p>Events of one kind are kept together, so the kind is not needed here.
 *
 * @param placeMillis its place in the stream
 * @param device who said it
 * @param subject whom it is about; 0 for nobody
 * @param gateway which gateway took it
 * @param seq number of its frame
 * @param index its place in the frame
 * @param event what happened
 */
record Arrival<E>(long placeMillis, String device, long subject, String gateway, long seq, int index, E event) {
    static final Comparator<Arrival<?>> TOTAL_ORDER = Comparator.<Arrival<?>>comparingLong(Arrival::placeMillis)
            .thenComparing(Arrival::device)
            .thenComparingLong(Arrival::subject)
            .thenComparing(Arrival::gateway)
            .thenComparingLong(Arrival::seq)
            .thenComparingInt(Arrival::index);

    /** Whether both are one event, however often it was delivered. */
    boolean sameEvent(Arrival<?> other) {
        return sameIdentity(other) && event.equals(other.event);
    }

    /** Whether both have the same time, device and id; neighbours in the total order. */
    boolean sameIdentity(Arrival<?> other) {
        return placeMillis == other.placeMillis && subject == other.subject && device.equals(other.device);
    }
}
