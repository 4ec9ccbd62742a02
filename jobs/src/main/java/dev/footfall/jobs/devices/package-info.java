/**
 * How the devices of a store are, and the way from them: the measurements {@code device_health} and {@code pipeline}. Keeps, in
 * its state, what {@link dev.footfall.jobs.places} needs: both tell of what is installed.
 *
 * <p><b>In:</b> tallies of devices, and whenever the clock moved on the {@link dev.footfall.jobs.batches.Delivery} of frames that came in.
 * <b>Out:</b> a point for each device that the store lists, and one of the store, for each minute of the store's clock; written again every 10 s
 * while the minute runs, devices only when something of theirs changed.
 *
 * <p><b>State:</b> per device when it was heard last, its skew, whether it is there, and the counts of the running minute; those of the
 * store. A job that writes no provisional figures, as a replay, keeps and writes nothing of this.
 *
 * <p><b>Late, duplicate, disordered input:</b> a minute over which the clock jumps has points when a tally lies in it. A tally of a minute that is
 * over counts in the running one, so sums over all minutes are exact.
 */
@NullMarked
package dev.footfall.jobs.devices;

import org.jspecify.annotations.NullMarked;
