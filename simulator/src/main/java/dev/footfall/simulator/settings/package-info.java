/**
 * What a store's {@code simulation.yaml} says: how many come and when, what they want, and how the sensors err.
 *
 * <p><b>In:</b> the file, or none; every key has a default. <b>Out:</b> checked records. <b>State:</b> none. Input has no order in time.
 */
@NullMarked
package dev.footfall.simulator.settings;

import org.jspecify.annotations.NullMarked;
