package dev.footfall.jobs.influx;

import java.util.concurrent.atomic.LongAdder;

/** What a writer did so far; written by its thread, read by any. */
final class WriteCounts {
    /** Points that the server took. */
    final LongAdder points = new LongAdder();
    /** Requests that it took. */
    final LongAdder batches = new LongAdder();
    /** Attempts that failed and were made again. */
    final LongAdder retries = new LongAdder();
    /** Time spent waiting to try again. */
    final LongAdder waitedMillis = new LongAdder();
    /** Points that were older than the database keeps. */
    final LongAdder beyondRetention = new LongAdder();
}
