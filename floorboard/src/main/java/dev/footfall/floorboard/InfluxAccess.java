package dev.footfall.floorboard;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How to reach an InfluxDB that answers InfluxQL at {@code /query}.
 *
 * @param url of the server, {@code http} or {@code https}; a path before {@code /query} is kept
 * @param database that holds the points
 * @param authorization value of the {@code Authorization} header, such as {@code Token …} or {@code Basic …}; null to send none
 */
public record InfluxAccess(URI url, String database, @Nullable String authorization) {
    private static final Pattern HTTP = Pattern.compile("https?");

    public InfluxAccess {
        if (url.getScheme() == null || !HTTP.matcher(url.getScheme()).matches() || url.getHost() == null) {
            throw new IllegalArgumentException("url is " + url + " but must be http://… or https://…");
        }
        if (database.isBlank()) {
            throw new IllegalArgumentException("database is blank but must name one");
        }
    }

    /** Without a secret. */
    @Override
    public String toString() {
        return "database " + database + " at " + url;
    }
}
