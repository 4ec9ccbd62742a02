/** Stays in zones. */
@NullMarked
package dev.footfall.jobs.dwell;

import org.jspecify.annotations.NullMarked;
