package dev.footfall.jobs.oracle;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;

/** Repeatable chance. */
final class Dice {

    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed);
    }

    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** A whole number from {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    long between(long low, long high) {
        return low + (long) (random.nextDouble() * (high - low + 1));
    }

    double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    final <T> T pick(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** A decimal between two numbers, on a step that is a cell border, whole in binary, a millimetre or finer. */
    double coordinate(double low, double high) {
        return rounded(between(low, high), pick("0.5", "0.5", "0.25", "0.25", "0.1", "0.001", "0.0001"));
    }

    static double rounded(double value, String step) {
        BigDecimal unit = new BigDecimal(step);
        return BigDecimal.valueOf(value)
                .divide(unit, 0, RoundingMode.HALF_EVEN)
                .multiply(unit)
                .doubleValue();
    }
}
