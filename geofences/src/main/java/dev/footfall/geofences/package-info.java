/** Placeholder. */
@NullMarked
package dev.footfall.geofences;

import org.jspecify.annotations.NullMarked;
