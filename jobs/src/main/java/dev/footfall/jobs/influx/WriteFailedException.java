package dev.footfall.jobs.influx;

import java.io.IOException;
import java.io.Serial;
import java.util.List;
import java.util.Locale;

/** Says that points could not be written: where, what the server said and, when it refused a point, which. For people to read. */
public final class WriteFailedException extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    private WriteFailedException(String message, IOException cause) {
        super(message, cause);
    }

    /** The server was asked what it is, and there was no answer of use. */
    static WriteFailedException notAnInflux(InfluxSettings settings, IOException fault) {
        return new WriteFailedException("InfluxDB at " + settings.url() + " cannot be used: " + words(fault), fault);
    }

    /** The server took nothing for as long as the settings allow. */
    static WriteFailedException givenUp(InfluxSettings settings, long waitedMillis, IOException fault) {
        return new WriteFailedException(
                "InfluxDB at " + settings.url() + " took no points for " + seconds(waitedMillis) + ": " + words(fault),
                fault);
    }

    /** The server has something against a point, or against who writes it. */
    static WriteFailedException refused(InfluxSettings settings, RefusedException refused, List<String> lines) {
        return new WriteFailedException(
                "InfluxDB at " + settings.url() + " refuses points for database " + settings.database() + ": "
                        + words(refused) + "; the line is: " + OffendingLine.of(refused, lines),
                refused);
    }

    /** What is wrong, in the words of the server or of the network. */
    static String words(IOException fault) {
        String words = String.valueOf(fault.getMessage()).strip();
        return fault instanceof RefusedException refused
                ? "HTTP " + refused.status() + ", " + words
                : fault.getClass().getSimpleName() + ": " + words;
    }

    static String seconds(long millis) {
        return String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }
}
