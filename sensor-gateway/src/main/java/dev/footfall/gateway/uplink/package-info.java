/**
 * The way up: frames of the spool onto the lanes, by what the jobs say they safely have.
 *
 * <p>Comes in: marks and requests of groups of jobs. Goes out: frames in the order of their numbers, ticks when there is nothing else. State: in memory, what
 * each group has and which frame goes next; the frames are the spool's. The broker between is a pipe that may lose and repeat: a group that lacks a
 * frame says so, or says nothing for long, and gets it again from its mark on.
 */
@NullMarked
package dev.footfall.gateway.uplink;

import org.jspecify.annotations.NullMarked;
