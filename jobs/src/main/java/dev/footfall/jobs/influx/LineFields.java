package dev.footfall.jobs.influx;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/** Reads the fields of a line of line protocol, to be compared with those of a {@link StoredPoint}. */
public final class LineFields {
    private LineFields() {}

    /** Fields such as {@code people=3i,path="a->b"}, by name. */
    public static Map<String, String> read(String fields) {
        Map<String, String> values = new TreeMap<>();
        int at = 0;
        while (at < fields.length()) {
            int equals = fields.indexOf('=', at);
            int end = fields.charAt(equals + 1) == '"'
                    ? endOfText(fields, equals + 2) + 1
                    : endOfNumber(fields, equals + 1);
            values.put(fields.substring(at, equals), value(fields.substring(equals + 1, end)));
            at = end + 1;
        }
        return values;
    }

    private static int endOfNumber(String fields, int from) {
        int comma = fields.indexOf(',', from);
        return comma < 0 ? fields.length() : comma;
    }

    private static int endOfText(String fields, int from) {
        int at = from;
        while (fields.charAt(at) != '"') {
            at += fields.charAt(at) == '\\' ? 2 : 1;
        }
        return at;
    }

    private static String value(String written) {
        if (written.startsWith("\"")) {
            return written.substring(1, written.length() - 1).replaceAll("\\\\([\"\\\\])", "$1");
        }
        return number(new BigDecimal(written.endsWith("i") ? written.substring(0, written.length() - 1) : written));
    }

    /** A number as it is compared. */
    static String number(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
