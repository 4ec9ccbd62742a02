/** Placeholder. */
@NullMarked
package dev.footfall.local;

import org.jspecify.annotations.NullMarked;
