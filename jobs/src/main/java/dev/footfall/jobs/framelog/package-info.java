/** Frames on disk: written by a replay's gateway, read by its job. */
@NullMarked
package dev.footfall.jobs.framelog;

import org.jspecify.annotations.NullMarked;
