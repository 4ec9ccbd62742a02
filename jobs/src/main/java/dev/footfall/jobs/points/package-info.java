/** Points of the time series, as line protocol. */
@NullMarked
package dev.footfall.jobs.points;

import org.jspecify.annotations.NullMarked;
