/**
 * Fuzzing of whatever reads bytes of others.
 *
 * <p><b>In:</b> sound inputs and a {@link dev.footfall.events.fuzz.Reading} of them. <b>Out:</b> for each of many spoiled inputs the judgement that it was accepted or
 * refused with a reason, in bounded time and with memory bounded by its size; else an error that holds the input. <b>State:</b> counts. The same seed gives the same
 * inputs; order and repetition change nothing.
 */
@NullMarked
package dev.footfall.events.fuzz;

import org.jspecify.annotations.NullMarked;
