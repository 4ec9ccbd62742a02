/**
 * The place that people move in: floors with what stands on them, where one can stop, queue and pay, and the ways between.
 *
 * <p><b>In:</b> a store's layout. <b>Out:</b> spots, doors, desks, stairs, and shortest walkable ways. <b>State:</b> ways
 * found are kept; otherwise nothing changes. Input has no order in time. One thread at a time.
 */
@NullMarked
package dev.footfall.simulator.place;

import org.jspecify.annotations.NullMarked;
