/**
 * Points into InfluxDB: a server of 1.x, 2.x or 3, by HTTP.
 *
 * <p><b>In:</b> points of the chain, provisional and final. <b>Out:</b> line protocol in requests of at most some thousand
 * points, one request at a time for each subtask, in the order they were computed in; what a series says twice within a request is
 * sent once, as it was said last. A point waits a second at most while the server keeps up.
 *
 * <p><b>State:</b> none in a checkpoint. A checkpoint is complete when everything before it is written, and the task goes on meanwhile; a
 * restored job writes again what it computed since; a point written twice is one.
 *
 * <p><b>Faults:</b> a server that cannot be reached, is busy or fails is tried again with growing pauses, for ever unless told
 * otherwise, and the chain stands still meanwhile. What a server refuses fails the job, with the server's words and the
 * line; but points older than the database keeps are dropped, counted and logged.
 *
 * <p><b>Late, duplicate, disordered input:</b> not judged here; the same point twice is one.
 */
@NullMarked
package dev.footfall.jobs.influx;

import org.jspecify.annotations.NullMarked;
