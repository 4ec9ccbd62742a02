/**
 * How late a figure is: from a device's message to the provisional point in InfluxDB, through a real gateway, broker and job.
 *
 * <p><b>In:</b> messages of cameras, 10,000 positions a second, and of one door counter, each at a known time. <b>Out:</b> how long after its publication
 * each count could be read from the database.
 */
@NullMarked
package dev.footfall.benchmarks.latency;

import org.jspecify.annotations.NullMarked;
