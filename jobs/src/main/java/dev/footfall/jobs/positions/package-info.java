/** Observations to segments. */
@NullMarked
package dev.footfall.jobs.positions;

import org.jspecify.annotations.NullMarked;
