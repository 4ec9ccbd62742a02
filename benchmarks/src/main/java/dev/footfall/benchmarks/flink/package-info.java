/**
 * From encoded frames to all figures: the topology beside an idiomatic Flink job and beside a single thread without Flink.
 *
 * <p><b>In:</b> traffic of simulated stores, made once into a folder: the frames as a gateway cuts them, and the same events as one JSON object a
 * line. <b>Out:</b> what one event costs each way, after the ways came to equal figures.
 *
 * <p><b>State:</b> none is kept between runs; each timed run is a process of its own.
 *
 * <p><b>Late, duplicate, disordered input:</b> there is none in this traffic. The topology would deal with all of it; the peer drops what is late,
 * the floor takes what comes.
 */
@NullMarked
package dev.footfall.benchmarks.flink;

import org.jspecify.annotations.NullMarked;
