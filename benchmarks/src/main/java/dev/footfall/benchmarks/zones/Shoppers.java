package dev.footfall.benchmarks.zones;

import java.util.Random;

/**
 * Where shoppers were: they walk from place to place at 0.5 to 1.5 m/s, stop there for a while, and are seen twice a second, in whole millimetres. Rows
 * are in order of time; all shoppers are seen at each of them, so that those who are far from each other take turns, as in a frame.
 */
public final class Shoppers {
    /** Time between two sightings of a shopper. */
    public static final int STEP_MILLIS = 500;

    private static final double SHARE_STANDING = 0.4;

    private final int shoppers;
    private final int[] x;
    private final int[] y;

    /** So many shoppers, seen so many times each. */
    public Shoppers(long seed, int shoppers, int sightings) {
        this.shoppers = shoppers;
        this.x = new int[shoppers * sightings];
        this.y = new int[shoppers * sightings];
        for (int shopper = 0; shopper < shoppers; shopper++) {
            walk(new Random(seed * 1_000 + shopper), shopper);
        }
    }

    private void walk(Random random, int shopper) {
        double atX = random.nextDouble() * ShopFloor.WIDTH_METRES;
        double atY = random.nextDouble() * ShopFloor.HEIGHT_METRES;
        double toX = atX;
        double toY = atY;
        double metresPerStep = 0.5;
        int stands = 0;
        for (int row = shopper; row < x.length; row += shoppers) {
            x[row] = (int) Math.round(atX * 1_000);
            y[row] = (int) Math.round(atY * 1_000);
            double left = Math.hypot(toX - atX, toY - atY);
            if (stands > 0) {
                stands--;
            } else if (left < metresPerStep) {
                toX = random.nextDouble() * ShopFloor.WIDTH_METRES;
                toY = random.nextDouble() * ShopFloor.HEIGHT_METRES;
                metresPerStep = 0.25 + 0.5 * random.nextDouble();
                stands = random.nextDouble() < SHARE_STANDING ? random.nextInt(40) : 0;
            } else {
                atX += (toX - atX) / left * metresPerStep;
                atY += (toY - atY) / left * metresPerStep;
            }
        }
    }

    /** How many rows there are. */
    public int rows() {
        return x.length;
    }

    /** How many shoppers take turns. */
    public int shoppers() {
        return shoppers;
    }

    /** Who was seen. */
    public int shopper(int row) {
        return row % shoppers;
    }

    /** When, since the first. */
    public long timeMillis(int row) {
        return (long) (row / shoppers) * STEP_MILLIS;
    }

    /** Where, to the right. */
    public int xMillimetres(int row) {
        return x[row];
    }

    /** Where, upwards. */
    public int yMillimetres(int row) {
        return y[row];
    }
}
