/** Visits of subjects. */
@NullMarked
package dev.footfall.jobs.visits;

import org.jspecify.annotations.NullMarked;
