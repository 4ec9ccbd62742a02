/**
 * The state of a store and how Flink keeps it.
 *
 * <p><b>In:</b> batches of one store after the other. <b>Out:</b> the same batches, with what the state has derived.
 * {@link dev.footfall.jobs.state.PerStore} is the Flink function of every operator behind {@code ingest};
 * {@link dev.footfall.jobs.state.StoreState} is its pure part, which knows no Flink.
 *
 * <p><b>State:</b> one value per store and operator, read once and updated once per batch. It is written by hand,
 * with a version ({@link dev.footfall.jobs.state.StateForm}); every earlier version can be read, a later one is
 * refused. While a checkpoint is being written, a state that moves on leaves its bytes behind
 * ({@link dev.footfall.jobs.state.Held}): it is written once, and never read back for that.
 *
 * <p><b>Late, duplicate, disordered input:</b> batches of a store come in the order of its clock and each once, for
 * as long as the job runs; after a restart from a checkpoint, state and source go back together.
 */
@NullMarked
package dev.footfall.jobs.state;

import org.jspecify.annotations.NullMarked;
