/**
 * What becomes of a segment between two sightings of a shopper: where it enters and leaves zones, the heat of the cells it passes, the stays it prolongs.
 *
 * <p><b>In:</b> shoppers on the floor of {@link dev.footfall.benchmarks.zones.ShopFloor}. <b>Out:</b> the report of
 * {@link dev.footfall.benchmarks.segments.SegmentsBenchmark}.
 *
 * <p><b>State:</b> none is kept. Nothing is late or out of order here: segments are in order of time.
 */
@NullMarked
package dev.footfall.benchmarks.segments;

import org.jspecify.annotations.NullMarked;
