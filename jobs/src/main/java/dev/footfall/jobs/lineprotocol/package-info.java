/**
 * Points as a sorted file of line protocol.
 *
 * <p><b>In:</b> points, from every task. <b>Out:</b> sorted runs in a folder; when the job is done
 * {@link dev.footfall.jobs.lineprotocol.SortedLines#merge} makes one file of them. Only final figures are written.
 *
 * <p><b>State:</b> the lines of the current run, in memory; nothing is kept in Flink's state, so a job that failed
 * leaves a folder to throw away.
 *
 * <p><b>Late, duplicate, disordered input:</b> lines are sorted, so the file does not depend on their order, nor on
 * which task wrote them. A point written twice stands there twice: a bounded run writes each final figure once.
 */
@NullMarked
package dev.footfall.jobs.lineprotocol;

import org.jspecify.annotations.NullMarked;
