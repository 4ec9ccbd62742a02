package dev.footfall.jobs.points;

/**
 * One point, as line protocol: the same series and time written again replaces it.
 *
 * @param series measurement and tags, escaped, tags in the order of their names
 * @param fields the owner's complete field set, escaped
 * @param timeMillis start of the window
 * @param last whether the figure is final or corrected, so that nothing will replace it but a correction
 */
public record Point(String series, String fields, long timeMillis, boolean last) {

    /** The line without its end. */
    public String line() {
        return series + ' ' + fields + ' ' + timeMillis;
    }
}
