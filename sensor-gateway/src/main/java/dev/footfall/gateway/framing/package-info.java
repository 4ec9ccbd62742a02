/**
 * Frames: collecting the events of a store, cutting, numbering.
 *
 * <p>Comes in: checked events in order of arrival, and of every message of a listed device whether it was taken. Goes out: frames and
 * ticks, encoded. State: per store a clock, the open frame, the next number, and what came of each device in the running 10 s. Events stay
 * in order of arrival, however late or often they come; a tally counts what was received, however often.
 */
@NullMarked
package dev.footfall.gateway.framing;

import org.jspecify.annotations.NullMarked;
