/**
 * The job that a good data engineer would write for the same figures with Flink's own means: one JSON event per record, keyed by subject and then by
 * cell, tumbling event-time windows that roll up, session windows for stays, an STRtree of prepared geometries.
 *
 * <p><b>In:</b> files of JSON events, each in the order of time but for a few seconds. <b>Out:</b> heat per cell, stays per zone, visits and door
 * counts, per window; into sinks that are given.
 *
 * <p><b>State:</b> Flink's, keyed by subject, by place, by visit's store and by door.
 *
 * <p><b>Late, duplicate, disordered input:</b> what is later than {@link dev.footfall.benchmarks.peer.PeerJob#DISORDER_MILLIS} is dropped, as is an
 * observation of a subject that is not after the one before; a duplicate door report counts twice.
 *
 * <p>Where it is exact: heat, visits, door counts. Where it approximates: time in a zone goes by where a segment ends, not by where it crosses the
 * border; a day is 24 hours with one offset for all stores; what it leaves out: flows, paths, funnels, occupancy, quantiles, completeness.
 */
@NullMarked
package dev.footfall.benchmarks.peer;

import org.jspecify.annotations.NullMarked;
