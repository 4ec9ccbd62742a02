/**
 * A simulated store: a store pack in; what its devices publish, and what was true, out.
 *
 * <p><b>In:</b> a store's folder ({@code store.yaml}, {@code layout.geojson}, {@code simulation.yaml}), a seed and an
 * instant at which nobody is in the store.
 *
 * <p><b>Out:</b> {@link dev.footfall.simulator.Message}s in order of receipt, and to a {@link
 * dev.footfall.simulator.truth.Truth} the visits, stays, crossings and occupancy as they become known.
 *
 * <p><b>State:</b> everybody in the store, queues, sensors. Nothing is read from a clock: the same pack, seed and start
 * give the same bytes, in however many steps the simulation is advanced. One thread at a time.
 *
 * <p><b>Late, duplicate, disordered:</b> a message is received at most a second and a half after what it tells, by the device's clock skew
 * more or less; nothing is sent twice.
 */
@NullMarked
package dev.footfall.simulator;

import org.jspecify.annotations.NullMarked;
