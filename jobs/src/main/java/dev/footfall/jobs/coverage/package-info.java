/**
 * How completely a store was heard: the field {@code completeness} of every figure.
 *
 * <p><b>In:</b> the signs of life of devices in each batch, and the door reports. <b>Out:</b> the batch's
 * {@link dev.footfall.jobs.batches.Completeness}, which the operators of figures ask when they write a point.
 *
 * <p><b>State:</b> per device the stretches of time in which it was heard, over the store days whose windows may still be open: a run of signs is one
 * stretch, so a device that is there all day is a few numbers.
 *
 * <p><b>Late, duplicate, disordered input:</b> signs of one batch come in any order; one that comes twice changes nothing. A late event is not in a
 * batch, so it is no sign; when its day is computed again from the archive, it is. What a final figure was given is never changed by later batches: a
 * sign counts from its instant on, a door report's instant lies no further back than the figures of doors wait.
 */
@NullMarked
package dev.footfall.jobs.coverage;

import org.jspecify.annotations.NullMarked;
