package dev.footfall.jobs.influx;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a request until the server has taken it: again after a pause when there is no answer or the server is busy or ails, not at all when it
 * refuses. Blocks its thread meanwhile; an interrupt ends it.
 */
final class InfluxWriter {
    private static final Logger LOG = LoggerFactory.getLogger(InfluxWriter.class);

    /** Waits; tests let the time pass. */
    @FunctionalInterface
    interface Pause {
        /** Comes back after that time. */
        void millis(long millis) throws InterruptedException;
    }

    private final InfluxSettings settings;
    private final PointServer server;
    private final Backoff backoff;
    private final Pause pause;
    private final WriteCounts counts;

    InfluxWriter(InfluxSettings settings, PointServer server, Backoff backoff, Pause pause, WriteCounts counts) {
        this.settings = settings;
        this.server = server;
        this.backoff = backoff;
        this.pause = pause;
        this.counts = counts;
    }

    /**
     * Writes lines of line protocol.
     *
     * @throws WriteFailedException when the server refuses them, or was given up
     */
    void write(List<String> lines) throws IOException, InterruptedException {
        long waited = 0;
        for (int attempt = 0; ; attempt++) {
            IOException fault;
            Optional<String> retryAfter = Optional.empty();
            try {
                server.take(lines);
                wrote(lines.size(), attempt, waited);
                return;
            } catch (RefusedException refused) {
                if (refused.isBeyondRetention()) {
                    dropped(refused, lines.size());
                    return;
                }
                if (!refused.mayPass()) {
                    throw WriteFailedException.refused(settings, refused, lines);
                }
                fault = refused;
                retryAfter = refused.findRetryAfter();
            } catch (IOException noAnswer) {
                fault = noAnswer;
            }
            if (Thread.interrupted()) {
                throw new InterruptedException("writing to " + settings.url() + " was broken off");
            }
            long millis = backoff.millis(attempt, retryAfter);
            if (millis > settings.giveUpAfterMillis() - waited) {
                throw WriteFailedException.givenUp(settings, waited, fault);
            }
            LOG.warn(
                    "InfluxDB at {} takes no points: {}; again in {}, {} in vain so far",
                    settings.url(),
                    WriteFailedException.words(fault),
                    WriteFailedException.seconds(millis),
                    attempt + 1);
            counts.retries.increment();
            pause.millis(millis);
            waited += millis;
            counts.waitedMillis.add(millis);
        }
    }

    private void wrote(int lines, int attempt, long waited) {
        counts.points.add(lines);
        counts.batches.increment();
        if (attempt > 0) {
            LOG.warn(
                    "InfluxDB at {} takes points again, after {}",
                    settings.url(),
                    WriteFailedException.seconds(waited));
        }
    }

    private void dropped(RefusedException refused, int lines) {
        long dropped = Math.min(lines, refused.dropped());
        counts.points.add(lines - dropped);
        counts.batches.increment();
        counts.beyondRetention.add(dropped);
        LOG.warn(
                "InfluxDB at {} dropped {} of {} points, older than database {} keeps: {}",
                settings.url(),
                dropped,
                lines,
                settings.database(),
                WriteFailedException.words(refused));
    }
}
