/** Flows and paths. */
@NullMarked
package dev.footfall.jobs.paths;

import org.jspecify.annotations.NullMarked;
