package dev.footfall.jobs.oracle;

import org.jspecify.annotations.Nullable;

/** A stay as a shelf camera reports it; {@code leftMillis} is absent while the subject is still there. */
public record ShelfReport(String subject, String zone, long enteredMillis, @Nullable Long leftMillis) {}
