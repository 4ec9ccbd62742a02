/**
 * The slow, obvious reading of the metric definitions, against which the fast one is judged.
 *
 * <p>In: a {@link dev.footfall.geofences.StorePack} and a {@link dev.footfall.jobs.oracle.Traffic}: every observation,
 * door report and shelf report of the store, in any order, repeated or not. Out: every final point as
 * {@link dev.footfall.jobs.oracle.Points}. State: none; everything is in memory at once, nothing is late. One class per
 * section of the definitions, written to be compared with the text rather than to be fast; it shares no code with the
 * jobs. {@link dev.footfall.jobs.oracle.RandomStore} makes stores and traffic that are hard to get right.
 */
@NullMarked
package dev.footfall.jobs.oracle;

import org.jspecify.annotations.NullMarked;
