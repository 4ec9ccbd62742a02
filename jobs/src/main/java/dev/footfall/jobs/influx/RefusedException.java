package dev.footfall.jobs.influx;

import java.io.IOException;
import java.io.Serial;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** An answer of a server other than that all is well; the message is the server's own words. */
final class RefusedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private static final int TOO_MANY_REQUESTS = 429;
    private static final Pattern DROPPED = Pattern.compile("dropped=(\\d+)");

    private final int status;
    private final @Nullable String retryAfter;
    private final @Nullable String line;

    /**
     * An answer.
     *
     * @param status of HTTP
     * @param retryAfter the header {@code Retry-After}, when there was one
     * @param line the line that the server complains about, when it says so
     */
    RefusedException(int status, String words, @Nullable String retryAfter, @Nullable String line) {
        super(words);
        this.status = status;
        this.retryAfter = retryAfter;
        this.line = line;
    }

    int status() {
        return status;
    }

    Optional<String> findRetryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    Optional<String> findLine() {
        return Optional.ofNullable(line);
    }

    /**
     * Whether the same request may be taken later: the server is busy or ails, and has nothing against the points. 1.x answers 500, too, when
     * there is no retention policy of that name, which will not pass.
     */
    boolean mayPass() {
        return (status == TOO_MANY_REQUESTS || status >= 500) && !words().contains("retention policy not found");
    }

    /** Whether all was taken but points older than the database keeps: those are gone as they would be a moment later. */
    boolean isBeyondRetention() {
        return words().contains("beyond retention policy");
    }

    /** Whether the database is yet to be made, on a server of 1.x. */
    boolean isWithoutDatabase() {
        return words().contains("database not found");
    }

    /** How many points the server says it dropped; 0 when it does not say. */
    long dropped() {
        Matcher dropped = DROPPED.matcher(words());
        return dropped.find() ? Long.parseLong(dropped.group(1)) : 0;
    }

    private String words() {
        return String.valueOf(getMessage()).toLowerCase(Locale.ROOT);
    }
}
