package dev.footfall.jobs.points;

/**
 * One point, as line protocol: the same series and time written again replaces it.
 *
 * @param series measurement and tags, escaped, tags in the order of their names
 * @param fields the owner's complete field set, escaped
 * @param timeMillis start of the window
 * @param standing whether it is a figure of a window, and may still change
 */
public record Point(String series, String fields, long timeMillis, Standing standing) {

    /** Whether this is a figure that is final or corrected. */
    public boolean last() {
        return standing == Standing.LAST;
    }

    /** The line without its end. */
    public String line() {
        return series + ' ' + fields + ' ' + timeMillis;
    }
}
