/**
 * What was true: visits, stays, crossings and occupancy as they are defined for sensors that see everything, computed from how people
 * moved and from nothing that a sensor said.
 *
 * <p><b>In:</b> scenes, and what each device can see. <b>Out:</b> to a {@link dev.footfall.simulator.truth.Truth}, each fact when it is known: a stay or a
 * visit when it is over. <b>State:</b> open stays and visits. Scenes come in order, each once.
 *
 * <p>The geometry is plain JTS and shares nothing with the {@code SegmentCutter} of the figures: each is a check of the other.
 */
@NullMarked
package dev.footfall.simulator.truth;

import org.jspecify.annotations.NullMarked;
