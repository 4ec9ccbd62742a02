/**
 * Frames: collecting the events of a store, cutting, numbering.
 *
 * <p>Comes in: checked events in order of arrival. Goes out: frames and ticks, encoded. State: per store a clock, the open
 * frame, the next number. Events stay in order of arrival, however late or often they come.
 */
@NullMarked
package dev.footfall.gateway.framing;

import org.jspecify.annotations.NullMarked;
