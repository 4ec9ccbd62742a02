/**
 * The gateway as it runs in a shop: from the store's broker to disk, from disk to the jobs.
 *
 * <p>Comes in: messages of devices, and what groups of jobs answer. Goes out: frames and ticks up, dead letters and the gateway's health back. State: the
 * spool, a folder a store; what is in memory besides can be lost at any time. A message is acknowledged when the disk has its events, or the broker
 * has its dead letter.
 *
 * <p>Each store has a thread of its own, which alone touches what belongs to the store; whatever happens elsewhere reaches it as a
 * signal. A message that comes twice is framed twice: the jobs tell.
 */
@NullMarked
package dev.footfall.gateway.live;

import org.jspecify.annotations.NullMarked;
