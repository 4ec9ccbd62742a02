package dev.footfall.local.torture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Faults one after the other and over each other, by a seed: every kind once before any comes again, never two to the same thing at once. */
final class Schedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final int LEAST_PAUSE_MILLIS = 3_000;
    private static final int PAUSE_RANGE_MILLIS = 9_000;

    private final FaultKind.Scene scene;
    private final Recovery recovery;
    private final List<FaultKind> kinds;
    private final Random random;
    private final Deque<FaultKind> bag = new ArrayDeque<>();
    private final Set<String> busy = ConcurrentHashMap.newKeySet();
    private final Map<FaultKind, Integer> counts = new EnumMap<>(FaultKind.class);
    private final ExecutorService running = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fault");
        thread.setDaemon(true);
        return thread;
    });
    private final List<String> unexpected = Collections.synchronizedList(new ArrayList<>());
    private long nextNanos;

    Schedule(FaultKind.Scene scene, Recovery recovery, List<FaultKind> kinds, long seed) {
        this.kinds = List.copyOf(kinds);
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

    private @Nullable FaultKind next() {
        if (bag.isEmpty()) {
            List<FaultKind> shuffled = new ArrayList<>(kinds);
            Collections.shuffle(shuffled, random);
            bag.addAll(shuffled);
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
        scene.log().println(kind.words() + " ... " + now());
        long begun = System.nanoTime();
        try {
            kind.happen(scene, own);
            recovery.begin(kind, Duration.ofNanos(System.nanoTime() - begun));
            scene.log().println(kind.words() + ": over " + now());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("{}: the harness could not undo it", kind.words(), e);
            unexpected.add(kind.words() + ": " + e);
        } finally {
            busy.remove(kind.subject());
        }
    }

    private String now() {
        return Instant.now() + ", in the shops "
                + Instant.ofEpochMilli(scene.traffic().nowMillis());
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
