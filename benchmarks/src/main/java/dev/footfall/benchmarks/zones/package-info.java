/**
 * Which zones a point lies in, beside JTS; and the shop and the shoppers that other benchmarks use too.
 *
 * <p><b>In:</b> a seed: {@link dev.footfall.benchmarks.zones.ShopFloor} and {@link dev.footfall.benchmarks.zones.Shoppers} are made of it, always the same.
 * <b>Out:</b> the report of {@link dev.footfall.benchmarks.zones.ZonesBenchmark}.
 *
 * <p><b>State:</b> none is kept.
 */
@NullMarked
package dev.footfall.benchmarks.zones;

import org.jspecify.annotations.NullMarked;
