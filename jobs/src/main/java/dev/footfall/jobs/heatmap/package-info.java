/** Heat per grid cell. */
@NullMarked
package dev.footfall.jobs.heatmap;

import org.jspecify.annotations.NullMarked;
