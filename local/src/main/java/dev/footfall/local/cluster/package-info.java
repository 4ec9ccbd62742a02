/**
 * A Flink cluster of processes of its own, for this machine alone: what runs on it is what runs on the cluster of a chain.
 *
 * <p><b>In:</b> how many, where; a job as {@code jobs/target/footfall-jobs.jar} with its arguments. <b>Out:</b> a JobManager and TaskManagers as child processes, that
 * can be killed one by one; their logs; the state of jobs. <b>State:</b> a folder: {@code conf} (Flink's own files), {@code checkpoints} (those and savepoints),
 * {@code temporary}, a log and a file with the process id for each process. Nothing is kept that a JobManager knew: killed, it takes the jobs with it, and they are
 * submitted again from their last checkpoint. <b>Late, duplicate or disordered input</b> is not met here.
 */
@NullMarked
package dev.footfall.local.cluster;

import org.jspecify.annotations.NullMarked;
