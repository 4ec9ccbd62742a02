/** Doors and occupancy. */
@NullMarked
package dev.footfall.jobs.footfall;

import org.jspecify.annotations.NullMarked;
