/**
 * Who may say what: the devices of a store and the places of its layouts.
 *
 * <p>Comes in: topics, and events as the device said them. Goes out: the device's configuration, and events with everything
 * told that the device left to its configuration: the floor, metres for pixels. State: none. Each event is judged by itself
 * against the layout of its own time, so order does not matter here.
 */
@NullMarked
package dev.footfall.gateway.registry;

import org.jspecify.annotations.NullMarked;
