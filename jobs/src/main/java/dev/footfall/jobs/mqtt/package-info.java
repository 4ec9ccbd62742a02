/**
 * The way in from MQTT: the lanes of a broker as a source of frames.
 *
 * <p><b>In:</b> frames and ticks as gateways publish them on {@code footfall/v1/lanes/{lane}/{store}}; a lane is a split, one topic filter and one
 * connection. <b>Out:</b> {@link dev.footfall.jobs.StoreFrame}s, bytes as received; and to gateways, on
 * {@code footfall/v1/acks/{group}/{store}/{gateway}}, marks (retained: everything below is safe) when a checkpoint is complete and when a reader begins, and
 * requests (not retained: send again from there).
 *
 * <p><b>State:</b> in the split of each lane the number of the next frame of every spool heard on it. Marks follow checkpoints, so a gateway keeps
 * whatever a job may have to read again. Without checkpoints {@link dev.footfall.jobs.mqtt.LaneSource} is not to be had.
 *
 * <p><b>Late, duplicate, disordered input:</b> of every spool each frame is emitted once and in the order of its numbers, whatever the
 * broker loses, repeats or turns round; what a gateway has thrown away is counted as a gap and jumped. A message that is no frame is counted, logged
 * and dropped; a frame of an unknown version is not taken, and so waits at its gateway.
 */
@NullMarked
package dev.footfall.jobs.mqtt;

import org.jspecify.annotations.NullMarked;
