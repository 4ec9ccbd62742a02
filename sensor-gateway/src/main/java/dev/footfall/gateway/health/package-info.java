/**
 * How a gateway is: for the installer as a retained message on the store's broker, for operations as metrics.
 *
 * <p>Comes in: what a store's line knows of itself, about once a second. Goes out: JSON and Prometheus metrics. State: the last word of each store.
 */
@NullMarked
package dev.footfall.gateway.health;

import org.jspecify.annotations.NullMarked;
