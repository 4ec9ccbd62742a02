/**
 * The spool: what a gateway has taken and nobody else has safely got, on the disk of the gateway.
 *
 * <p>Comes in: the rows of messages that were taken, and the frames cut from them. Goes out: frames, the same bytes for ever;
 * after a restart also the rows that were in no frame yet. State: one folder of segments for each store, bounded by {@link
 * dev.footfall.gateway.spool.SpoolSettings#maxBytes}. What was committed survives the end of the process and of the power;
 * what was appended after it may be there or not, in order and never half. Nothing is sorted, compared or dropped here: rows
 * stay in order of arrival, however late or often they come.
 */
@NullMarked
package dev.footfall.gateway.spool;

import org.jspecify.annotations.NullMarked;
