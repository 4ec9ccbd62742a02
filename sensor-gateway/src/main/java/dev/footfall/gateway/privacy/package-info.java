/**
 * Pseudonyms in place of the identifiers of tracks and tags.
 *
 * <p>Comes in: the identifier, the device, the time of the event. Goes out: 64 bits that are the same within one store day and
 * tell nothing across days. State: a cache. Order does not matter: the day is that of the event.
 */
@NullMarked
package dev.footfall.gateway.privacy;

import org.jspecify.annotations.NullMarked;
