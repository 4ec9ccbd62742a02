/** What flows between the operators: the batch of a store and the rows and records in it. */
@NullMarked
package dev.footfall.jobs.batches;

import org.jspecify.annotations.NullMarked;
