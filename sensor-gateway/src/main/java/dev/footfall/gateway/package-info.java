/**
 * The gateway's logic: messages of devices in, numbered frames with pseudonyms and dead letters out.
 *
 * <p>Comes in: (time of receipt, topic, payload), from a broker or a recording. Goes out: frames and ticks to a
 * {@link dev.footfall.gateway.framing.FrameSink}, refused messages to {@link dev.footfall.gateway.DeadLetters}. State: per store a
 * clock, the frame being filled and the number of the next one.
 *
 * <p>Late, duplicate and disordered events pass as they arrive: putting them in order is for whoever reads the frames, which
 * carry the watermark to do it by. A message is taken whole or refused whole. One thread.
 */
@NullMarked
package dev.footfall.gateway;

import org.jspecify.annotations.NullMarked;
