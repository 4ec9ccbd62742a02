/** Placeholder. */
@NullMarked
package dev.footfall.gateway;

import org.jspecify.annotations.NullMarked;
