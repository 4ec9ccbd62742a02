package dev.footfall.jobs.mqtt;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What connections put in from their threads and one reader takes out. Putting never waits: how much can be in here is bounded by what the broker sends
 * without an acknowledgement.
 */
final class Inbox<T> {
    private final Deque<T> waiting = new ArrayDeque<>();
    private CompletableFuture<Void> available = new CompletableFuture<>();

    void put(T item) {
        CompletableFuture<Void> told;
        synchronized (this) {
            waiting.addLast(item);
            told = available;
        }
        told.complete(null);
    }

    /** The next one; null when there is none. */
    synchronized @Nullable T poll() {
        T item = waiting.pollFirst();
        if (waiting.isEmpty() && available.isDone()) {
            available = new CompletableFuture<>();
        }
        return item;
    }

    /** Completes when there is something to take. */
    synchronized CompletableFuture<Void> available() {
        return available;
    }

    synchronized int size() {
        return waiting.size();
    }
}
