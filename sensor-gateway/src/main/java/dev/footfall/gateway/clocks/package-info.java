/**
 * Clocks that are wrong, told by what they say and when it came.
 *
 * <p>Comes in: for each message of a device, when it was received and the time it tells; for the gateway itself, what the machine's clock shows beside one that
 * nobody sets. Goes out: by how much the device's times are to be shifted, or that they are beyond help; and the time of receipt. State: a few numbers a device, in
 * memory, by the sequence of messages alone, so the same messages give the same times; what a restart forgets of corrections is told by the rows of the spool.
 *
 * <p>Late messages are late and nothing else: how long something was under way never shifts it. Messages that come twice or out of order change nothing but
 * how soon a clock that is behind is recognised.
 */
@NullMarked
package dev.footfall.gateway.clocks;

import org.jspecify.annotations.NullMarked;
