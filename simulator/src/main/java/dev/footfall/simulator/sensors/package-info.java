/**
 * The devices of a store: they see scenes and publish what real ones would, errors included.
 *
 * <p><b>In:</b> scenes, in order, each once. <b>Out:</b> messages, in order of receipt. <b>State:</b> what each device remembers: whom it follows, what it has
 * counted since its last report; messages under way.
 *
 * <p>A device publishes at full seconds and its message arrives a fraction of a second later. Its clock may be wrong, and it may be out for minutes; when it
 * comes back it goes on as if nothing had been.
 */
@NullMarked
package dev.footfall.simulator.sensors;

import org.jspecify.annotations.NullMarked;
