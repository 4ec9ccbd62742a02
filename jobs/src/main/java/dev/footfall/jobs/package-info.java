/** The Flink topology and what runs it. */
@NullMarked
package dev.footfall.jobs;

import org.jspecify.annotations.NullMarked;
