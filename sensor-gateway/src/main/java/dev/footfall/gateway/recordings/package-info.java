/**
 * Recorded traffic: files of lines {@code {"at", "topic", "payload"}}, plain or gzip.
 *
 * <p>Comes in: a file. Goes out: messages in the order of the file, payloads byte for byte, and a dead letter for each line
 * that is no message. State: the place in the file. Nothing is sorted, nothing dropped.
 */
@NullMarked
package dev.footfall.gateway.recordings;

import org.jspecify.annotations.NullMarked;
