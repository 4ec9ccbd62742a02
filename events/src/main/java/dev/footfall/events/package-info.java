/** Placeholder. */
@NullMarked
package dev.footfall.events;

import org.jspecify.annotations.NullMarked;
