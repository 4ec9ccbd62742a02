package dev.footfall.jobs.influx;

import java.util.Map;
import java.util.TreeMap;

/**
 * A point as a database tells of it.
 *
 * @param series measurement and tags, as in line protocol, tags in the order of their names
 * @param timeMillis its time
 * @param fields values by name; numbers as plain decimals without trailing zeros
 */
public record StoredPoint(String series, long timeMillis, Map<String, String> fields) {

    /** The measurement. */
    public String measurement() {
        return series.substring(0, series.indexOf(','));
    }

    /** The tags by name, as they are. */
    Map<String, String> tags() {
        Map<String, String> tags = new TreeMap<>();
        for (String tag : series.split("(?<!\\\\),")) {
            int equals = tag.indexOf('=');
            if (equals >= 0) {
                tags.put(tag.substring(0, equals), tag.substring(equals + 1).replaceAll("\\\\([,= ])", "$1"));
            }
        }
        return tags;
    }

    /** The value of a tag as line protocol has it. */
    static String escaped(String tag) {
        return tag.replace(",", "\\,").replace("=", "\\=").replace(" ", "\\ ");
    }
}
