package dev.footfall.simulator.people;

import java.util.List;
import java.util.SplittableRandom;

/** Random choices from one seed. */
public final class Dice {
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    /** The dice of a subject (a person, a device) of a simulation. */
    public Dice(long seed, long subject) {
        this.random = new SplittableRandom(new SplittableRandom(seed ^ (subject + 1) * STEP).nextLong());
    }

    /** Whether something of that probability happens; without a throw when it cannot. */
    public boolean happens(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** One of the whole numbers from low to high. */
    public int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** A number from low to below high. */
    public double between(double low, double high) {
        return low + random.nextDouble() * (high - low);
    }

    /** A normally distributed number. */
    public double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    /** A log-normally distributed number: half are below the median, few are far above. */
    public double logNormal(double median, double sigma) {
        return median * StrictMath.exp(sigma * random.nextGaussian());
    }

    /** How many things happen of which so many do on average (Knuth's method: for small means). */
    public int poisson(double mean) {
        double limit = StrictMath.exp(-mean);
        int happened = 0;
        for (double product = random.nextDouble(); product > limit; product *= random.nextDouble()) {
            happened++;
        }
        return happened;
    }

    /** One of a list. */
    public <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** The place of one of some weights. */
    public int weighted(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += weight;
        }
        double at = random.nextDouble() * sum;
        for (int n = 0; n < weights.length; n++) {
            at -= weights[n];
            if (at < 0) {
                return n;
            }
        }
        return weights.length - 1;
    }
}
