/**
 * What it costs to read what devices publish, beside the usual ways to read JSON.
 *
 * <p>Comes in: track messages as a camera publishes them, single ones and arrays of 50. Goes out: a report. State: none. Before anything is timed all ways must
 * read the same events, and the short way of {@link dev.footfall.events.EventJson} must take and refuse millions of spoiled messages as its plain one does.
 */
@NullMarked
package dev.footfall.benchmarks.json;

import org.jspecify.annotations.NullMarked;
