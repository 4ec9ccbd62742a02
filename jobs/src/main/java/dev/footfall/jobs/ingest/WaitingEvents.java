package dev.footfall.jobs.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * The events of one kind that wait for the store's clock, where events are few; observations, of which there are many, wait in
 * {@link WaitingObservations}.
 */
final class WaitingEvents<E> {
    private final List<Arrival<E>> waiting = new ArrayList<>();
    private final Deque<Arrival<E>> released = new ArrayDeque<>();

    void add(Arrival<E> arrival) {
        waiting.add(arrival);
    }

    /** Puts the events before an instant in order, each once. */
    void release(long beforeMillis) {
        if (waiting.isEmpty()) {
            return;
        }
        List<Arrival<E>> due = new ArrayList<>();
        waiting.removeIf(arrival -> arrival.placeMillis() < beforeMillis && due.add(arrival));
        due.sort(Arrival.TOTAL_ORDER);
        List<Arrival<E>> sameIdentity = new ArrayList<>();
        for (Arrival<E> arrival : due) {
            if (!sameIdentity.isEmpty() && !sameIdentity.get(0).sameIdentity(arrival)) {
                sameIdentity.clear();
            }
            if (sameIdentity.stream().noneMatch(arrival::sameEvent)) {
                sameIdentity.add(arrival);
                released.add(arrival);
            }
        }
    }

    /** Time of the first released event that was not taken; {@link Long#MAX_VALUE} when there is none. */
    long nextMillis() {
        Arrival<E> next = released.peekFirst();
        return next == null ? Long.MAX_VALUE : next.placeMillis();
    }

    /** Moves the released events before an instant to {@code out}. */
    void take(long beforeMillis, Consumer<Arrival<E>> out) {
        while (nextMillis() < beforeMillis) {
            out.accept(released.removeFirst());
        }
    }

    List<Arrival<E>> waiting() {
        return waiting;
    }
}
