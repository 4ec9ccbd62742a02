package dev.footfall.jobs.oracle;

/**
 * A device was heard: an event of its, or a status that says it is there.
 *
 * @param device its id
 * @param instantMillis from when on it was heard
 * @param timeMillis until when at least: of a door report, the end of what it covers
 */
public record Sign(String device, long instantMillis, long timeMillis) {}
