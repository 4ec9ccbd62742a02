/**
 * Everything as processes of their own, faults of many kinds at random, and the proof that nothing was lost or counted twice: {@code footfall torture}.
 *
 * <p><b>In:</b> a seed and a time. {@link dev.footfall.local.torture.Traffic} simulates shops and publishes what their devices say, much faster than time; {@link
 * dev.footfall.local.torture.Parts} are the broker of the stores, two gateways, the broker of the jobs, a Flink cluster and an InfluxDB, with a {@link
 * dev.footfall.local.torture.Line} between any two that can be cut or slow; {@link dev.footfall.local.torture.FaultKind} is what happens to them.
 * <b>Out:</b> a {@link dev.footfall.local.torture.Verdict}: what the archive and the database hold, after a correction, beside an undisturbed replay of what
 * was published and acknowledged.
 *
 * <p><b>State:</b> a folder with that of every part and their logs.
 *
 * <p><b>Late, duplicate, disordered input:</b> is made here on purpose: devices that are offline for hours and send later, messages published twice, clocks that
 * jump.
 */
@NullMarked
package dev.footfall.local.torture;

import org.jspecify.annotations.NullMarked;
