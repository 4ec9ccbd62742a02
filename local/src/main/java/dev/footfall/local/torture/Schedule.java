package dev.footfall.local.torture;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults one after the other and over each other, by a seed: every kind once before any comes again, never two to the same thing at once. */
final class Schedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final int LEAST_PAUSE_MILLIS = 3_000;
    private static final int PAUSE_RANGE_MILLIS = 9_000;

    private final FaultKind.Scene scene;
    private final Recovery recovery;
    private final Random random;
    private final Deque<FaultKind> bag = new ArrayDeque<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
    private final ExecutorService running = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fault");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> unexpected = Collections.synchronizedList(new java.util.ArrayList<>());
    private long nextNanos;

    Schedule(FaultKind.Scene scene, Recovery recovery, long seed) {
        this.scene = scene;
        this.recovery = recovery;
        this.random = new Random(seed);
        this.nextNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LEAST_PAUSE_MILLIS);
    }

    /** Lets the next fault happen when it is time to. */
    void goOn() {
        if (System.nanoTime() < nextNanos) {
            return;
        }
        nextNanos = System.nanoTime()
                + TimeUnit.MILLISECONDS.toNanos(LEAST_PAUSE_MILLIS + random.nextInt(PAUSE_RANGE_MILLIS));
        FaultKind kind = next();
        if (kind != null) {
            counts.merge(kind, 1, Integer::sum);
            Random own = new Random(random.nextLong());
            running.execute(() -> happen(kind, own));
        }
    }

    private @org.jspecify.annotations.Nullable FaultKind next() {
        if (bag.isEmpty()) {
            List<FaultKind> kinds = Arrays.asList(FaultKind.values());
            Collections.shuffle(kinds, random);
            bag.addAll(kinds);
        }
        for (FaultKind kind : bag) {
            if (busy.add(kind.subject())) {
                bag.remove(kind);
                return kind;
            }
        }
        return null;
    }

    private void happen(FaultKind kind, Random own) {
        LOG.info("{} ...", kind.words());
        long begun = System.nanoTime();
        try {
            kind.happen(scene, own);
            recovery.begin(kind, Duration.ofNanos(System.nanoTime() - begun));
            LOG.info("{}: over", kind.words());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("{}: the harness could not undo it", kind.words(), e);
            unexpected.add(kind.words() + ": " + e);
        } finally {
            busy.remove(kind.subject());
        }
    }

    /** How often each kind happened. */
    Map<FaultKind, Integer> counts() {
        return counts;
    }

    /** What the harness could not do. */
    List<String> unexpected() {
        return List.copyOf(unexpected);
    }

    /** Waits until every fault that has begun is over. */
    void awaitOver() throws InterruptedException {
        running.shutdown();
        if (!running.awaitTermination(3, TimeUnit.MINUTES)) {
            unexpected.add("faults are not over after 3 minutes");
        }
    }

    @Override
    public void close() {
        running.shutdownNow();
    }
}
