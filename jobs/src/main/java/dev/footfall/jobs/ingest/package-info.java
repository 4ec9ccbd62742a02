/** Frames to ordered batches. */
@NullMarked
package dev.footfall.jobs.ingest;

import org.jspecify.annotations.NullMarked;
