/** The per-store state of the operators and how Flink keeps it. */
@NullMarked
package dev.footfall.jobs.state;

import org.jspecify.annotations.NullMarked;
