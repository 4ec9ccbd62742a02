/**
 * What flows from operator to operator: batches of one store, and the rows in them.
 *
 * <p><b>In:</b> what {@code ingest} releases: observations, door reports, reported stays and tag events of one store,
 * one store day and one layout version, with the store's clock. <b>Out:</b> the same
 * {@link dev.footfall.jobs.batches.StoreBatch}, to which each operator has appended what it derives: steps, visits,
 * marks, journeys, points.
 *
 * <p><b>State:</b> none beyond the batch, which is handed on inside a chain, never shared, kept or written: its
 * serializer refuses. Only {@link dev.footfall.jobs.batches.Stay} has a written form, for the states that keep stays.
 *
 * <p><b>Late, duplicate, disordered input:</b> there is none any more. Rows are in the total order and no later batch
 * has an event older than this one's clock. Several observations of a subject at one time may remain; the first
 * counts.
 *
 * <p><b>Units:</b> milliseconds and, for instants within a movement, nanoseconds since the epoch; whole millimetres;
 * floors by their index in the batch's layout version.
 */
@NullMarked
package dev.footfall.jobs.batches;

import org.jspecify.annotations.NullMarked;
