/**
 * What it costs to bring events from devices to the jobs: a gateway in a process of its own, as in production, between a broker and a listener that answers as
 * the jobs do.
 *
 * <p>Comes in: messages of four cameras, 50 events each, at full speed and at 100,000 events a second. Goes out: a report with what the gateway's process used of
 * the processor, beside what reading the same messages costs alone. Every row of every frame is compared with what was published, in its order. State: none.
 */
@NullMarked
package dev.footfall.benchmarks.gateway;

import org.jspecify.annotations.NullMarked;
