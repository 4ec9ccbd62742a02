/** Placeholder. */
@NullMarked
package dev.footfall.jobs;

import org.jspecify.annotations.NullMarked;
