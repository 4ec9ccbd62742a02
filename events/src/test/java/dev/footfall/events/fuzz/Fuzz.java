package dev.footfall.events.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Timer;
import java.util.TimerTask;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;

/**
 * Judges a reader by spoiled inputs: each has to be accepted or refused with a reason, within {@link #MOST_SECONDS} of processor time, and with no more memory allocated than
 * a multiple of its size. A long run is asked for by the system property {@value #INPUTS}: how many inputs the quickest reader gets.
 */
public final class Fuzz {
    private static final String INPUTS = "footfall.fuzz.inputs";
    private static final long SEED = Long.getLong("footfall.fuzz.seed", 20_261_122L);
    private static final double MOST_SECONDS = 2;
    private static final long SUSPICIOUS_NANOS = 1_000_000_000;
    private static final long FIXED_BYTES = 2 << 20;
    private static final int MOST_REASONS = 50;
    private static final long WATCHED_EVERY_MILLIS = 120_000;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final String name;
    private final Reading reading;
    private final Spoiler spoiler;
    private final int bytesPerByte;
    private final Map<String, Long> reasons = new TreeMap<>();
    private long inputs;
    private long accepted;
    private long longestNanos;
    private double mostBytesPerByte;
    private volatile byte[] current = {};

    /** A reader that may allocate so many bytes for each byte of its input. */
    public Fuzz(String name, Spoiler spoiler, int bytesPerByte, Reading reading) {
        this.name = name;
        this.spoiler = spoiler;
        this.bytesPerByte = bytesPerByte;
        this.reading = reading;
        spoiler.sound().forEach(sound -> {
            Optional<String> refusal = read(sound);
            if (refusal.isPresent()) {
                throw new AssertionError(name + " refuses a sound input: " + refusal.get());
            }
        });
    }

    /** Spoiled inputs. */
    public Arbitrary<byte[]> inputs() {
        return Arbitraries.randomValue(spoiler::input);
    }

    /** Judges the reader by one input. */
    public void judge(byte[] input) {
        current = input;
        long allocatedBefore = THREADS.getCurrentThreadAllocatedBytes();
        long nanosBefore = System.nanoTime();
        Optional<String> refusal = read(input);
        long nanos = System.nanoTime() - nanosBefore;
        long allocated = THREADS.getCurrentThreadAllocatedBytes() - allocatedBefore;
        inputs++;
        longestNanos = Math.max(longestNanos, nanos);
        mostBytesPerByte = Math.max(mostBytesPerByte, (allocated - FIXED_BYTES) / (double) (input.length + 1));
        if (allocated > FIXED_BYTES + (long) bytesPerByte * input.length) {
            throw finding("allocates " + allocated + " bytes", input, null);
        }
        if (nanos > SUSPICIOUS_NANOS) {
            checkTime(input);
        }
        if (refusal.isEmpty()) {
            accepted++;
            return;
        }
        String reason = refusal.get();
        if (reason.isBlank()) {
            throw finding("refuses without a reason", input, null);
        }
        String kind = reason.replaceAll("[^A-Za-z ].*", "");
        if (reasons.size() < MOST_REASONS || reasons.containsKey(kind)) {
            reasons.merge(kind, 1L, Long::sum);
        }
    }

    /** The clock of the wall says little on a busy machine: reads once more, by the clock of the processor. */
    private void checkTime(byte[] input) {
        long before = THREADS.getCurrentThreadCpuTime();
        read(input);
        double seconds = (THREADS.getCurrentThreadCpuTime() - before) / 1e9;
        if (seconds > MOST_SECONDS) {
            throw finding("takes " + seconds + " s", input, null);
        }
    }

    private Optional<String> read(byte[] input) {
        try {
            return reading.read(input);
        } catch (Exception | StackOverflowError | OutOfMemoryError e) {
            throw finding("fails with " + e, input, e);
        }
    }

    private AssertionError finding(String what, byte[] input, @Nullable Throwable cause) {
        return new AssertionError(
                name + " " + what + " on " + input.length + " bytes: "
                        + HexFormat.of().formatHex(input),
                cause);
    }

    /** The long run, when one is asked for, with that share of the inputs: some readers take longer than others. */
    public void runIfAsked(double share) {
        long wanted = Math.round(Long.getLong(INPUTS, 0) * share);
        if (wanted == 0) {
            return;
        }
        Timer watch = new Timer("watch of " + name, true);
        watch.schedule(new Watch(), WATCHED_EVERY_MILLIS, WATCHED_EVERY_MILLIS);
        Random dice = new Random(SEED);
        long began = System.nanoTime();
        for (long i = 0; i < wanted; i++) {
            judge(spoiler.input(dice));
        }
        watch.cancel();
        System.out.printf("%s, %.0f s%n", this, (System.nanoTime() - began) / 1e9);
    }

    /** Tells the input that never ends. */
    private final class Watch extends TimerTask {
        private byte[] before = {};

        @Override
        public void run() {
            if (before == current) {
                System.out.println(name + " has not ended on " + HexFormat.of().formatHex(before));
            }
            before = current;
        }
    }

    @Override
    public String toString() {
        return "%s: %,d inputs, %,d accepted; at most %.3f s and %.0f bytes allocated a byte; refused most: %s"
                .formatted(
                        name,
                        inputs,
                        accepted,
                        longestNanos / 1e9,
                        Math.max(0, mostBytesPerByte),
                        reasons.entrySet().stream()
                                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                                .limit(5)
                                .map(reason ->
                                        "%s %,d".formatted(reason.getKey().strip(), reason.getValue()))
                                .collect(Collectors.joining(", ")));
    }
}
