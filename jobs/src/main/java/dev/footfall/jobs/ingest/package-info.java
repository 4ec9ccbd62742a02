/**
 * The way in: from frames as they arrive to batches in the one order.
 *
 * <p><b>In:</b> frames and ticks of one store's gateways; frames of one gateway in the order of their numbers.
 * <b>Out:</b> {@link dev.footfall.jobs.batches.StoreBatch}es with the store's clock: whenever the clock moves, the
 * events older than it, in the total order (time, kind, device, identifier, gateway, number of the frame, place in
 * it), cut at day cuts and at the beginning of layout versions. A batch may be empty: then it moves the clock alone.
 *
 * <p><b>State:</b> per store the watermark of each gateway, the clock, and the events that it has not passed;
 * observations as columns. In a live job also when each gateway was heard last, and one timer of the clock of the
 * wall: a gateway that says nothing for the {@link dev.footfall.jobs.ingest.Patience} is not waited for until it is
 * heard again. Of a live job the layouts, too, are those of the files as they now are.
 *
 * <p><b>Late, duplicate, disordered input:</b> the clock is the least watermark of the gateways that the store lists.
 * An event older than it on arrival is counted as late and left out; a shelf stay that is not over is never late.
 * Door reports, reported stays and tag events that are one event, and come before the clock has passed them, leave
 * once; observations leave as they came, in order, and the next operator takes the first at each instant. Events on a floor or in a zone
 * that the layout of their time does not have are counted and left out. Of a
 * frame with an unreadable body the watermark is taken and the frame is counted. Tallies of devices leave with the
 * clock, too, and are never late; how many frames came, came again or were lost leaves with the next batch. A status by
 * which a device says that it is there leaves with the clock as a sign of life; an old one is left out and is not late. Beacon pings and other rows of
 * device states are not read: tallies say how a device is.
 */
@NullMarked
package dev.footfall.jobs.ingest;

import org.jspecify.annotations.NullMarked;
