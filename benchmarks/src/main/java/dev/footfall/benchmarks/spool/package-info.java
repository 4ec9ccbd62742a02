/**
 * What it takes to have a record on the disk, where a loss of power does not reach it.
 *
 * <p><b>In:</b> rows of one event, as the gateway journals them. <b>Out:</b> the report of {@link dev.footfall.benchmarks.spool.SpoolBenchmark}.
 *
 * <p><b>State:</b> files in the folder of the run, which are removed with it.
 */
@NullMarked
package dev.footfall.benchmarks.spool;

import org.jspecify.annotations.NullMarked;
