package dev.footfall.jobs.points;

import java.util.List;
import java.util.function.LongFunction;

/**
 * Writes points of one store: measurement, tags in the order of their names, fields, time. What every metric point carries,
 * {@code status}, {@code completeness} and {@code definitions}, is added here.
 *
 * <p>One object is reused for many points; not thread-safe.
 */
public final class PointWriter {
    /** {@code status} of a figure that may still change. */
    public static final int PROVISIONAL = 0;
    /** {@code status} of a figure that nothing admissible can change any more. */
    public static final int FINAL = 1;

    private static final int DIGITS_OF_MICROS = 6;
    private static final int DIGITS_OF_TEN_THOUSANDTHS = 4;
    private static final long[] POWERS_OF_TEN = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};

    private final List<Point> out;
    private final LongFunction<String> definitionsAt;
    private final LineText series = new LineText();
    private final LineText fields = new LineText();
    private int tagsAt;
    private String lastTag = "";
    private byte[] tail = {};
    private long tailMillis;
    private int tailStatus;
    private int tailCompleteness = -1;

    /**
     * Writes to {@code out}.
     *
     * @param definitionsAt short hash of the parameters in force at an instant, in milliseconds
     */
    public PointWriter(List<Point> out, LongFunction<String> definitionsAt) {
        this.out = out;
        this.definitionsAt = definitionsAt;
    }

    /** Begins a point. */
    public PointWriter measurement(String name) {
        series.clear();
        fields.clear();
        lastTag = "";
        series.append(name);
        tagsAt = series.length();
        return this;
    }

    /**
     * Adds a tag; tags come in the order of their names. What would end the line in its value is written as a blank, and one follows a
     * backslash at its end, which would escape the comma.
     */
    public PointWriter tag(String name, String value) {
        if (value.isEmpty()) {
            throw new IllegalArgumentException("tag " + name + " of " + series + " is empty");
        }
        begin(name);
        series.append(escaped(value));
        return this;
    }

    private static String escaped(String value) {
        StringBuilder escaped = null;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i) < ' ' ? ' ' : value.charAt(i);
            boolean ends = c == ',' || c == '=' || c == ' ';
            if (escaped == null && ends) {
                escaped = new StringBuilder(value.length() + 8).append(value, 0, i);
            }
            if (escaped != null) {
                if (ends) {
                    escaped.append('\\');
                }
                escaped.append(c);
            }
        }
        String text = escaped == null ? value : escaped.toString();
        return value.endsWith("\\") ? text + "\\ " : text;
    }

    private void begin(String tag) {
        if (tag.compareTo(lastTag) <= 0) {
            throw new IllegalStateException("tag " + tag + " after " + lastTag + " in " + series);
        }
        lastTag = tag;
        series.append(',').append(tag).append('=');
    }

    /** Adds a tag of two numbers, such as {@code 12_7}. */
    public PointWriter tag(String name, int first, int second) {
        begin(name);
        series.append(first).append('_').append(second);
        return this;
    }

    /** Adds the tags that {@link #commonTags} gave; other tags come before them. */
    public PointWriter tags(byte[] common) {
        series.append(common);
        return this;
    }

    /** Tags that many points share, to be put together once: those added since {@link #measurement}, which is forgotten. */
    public byte[] commonTags() {
        return series.from(tagsAt);
    }

    /** Adds an integer field. */
    public PointWriter integer(String name, long value) {
        name(name).append(value).append('i');
        return this;
    }

    /** Adds a float field of seconds, from microseconds, without rounding. */
    public PointWriter seconds(String name, long micros) {
        if (micros < 0) {
            throw new IllegalArgumentException(name + " " + micros + " µs is negative");
        }
        return parts(name, micros, DIGITS_OF_MICROS);
    }

    /** Adds a float field from a whole number of parts, so many digits of which are the fraction: exact, and with a fraction. */
    private PointWriter parts(String name, long parts, int digits) {
        long one = POWERS_OF_TEN[digits];
        LineText text = name(name).append(parts / one).append('.').digits(parts % one, digits);
        text.trimZeros();
        if (text.last() == '.') {
            text.append('0');
        }
        return this;
    }

    /** Adds a float field. */
    public PointWriter number(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " " + value + " is not a finite number");
        }
        name(name).append(Double.toString(value));
        return this;
    }

    /** Adds a text field. */
    public PointWriter text(String name, String value) {
        name(name)
                .append('"')
                .append(value.replace("\\", "\\\\").replace("\"", "\\\""))
                .append('"');
        return this;
    }

    /**
     * Ends a metric point.
     *
     * @param timeMillis start of its window
     * @param status {@link #PROVISIONAL} or {@link #FINAL}
     * @param completeness in ten-thousandths
     */
    public void metric(long timeMillis, int status, int completeness) {
        if (timeMillis != tailMillis || status != tailStatus || completeness != tailCompleteness) {
            int begin = fields.length();
            integer("status", status)
                    .parts("completeness", completeness, DIGITS_OF_TEN_THOUSANDTHS)
                    .text("definitions", definitionsAt.apply(timeMillis));
            tail = fields.from(begin);
            tailMillis = timeMillis;
            tailStatus = status;
            tailCompleteness = completeness;
        } else {
            fields.append(tail);
        }
        end(timeMillis, status == PROVISIONAL ? Standing.PROVISIONAL : Standing.LAST);
    }

    /** Ends a point that is not a figure of a window. */
    public void plain(long timeMillis) {
        end(timeMillis, Standing.PLAIN);
    }

    private void end(long timeMillis, Standing standing) {
        out.add(new Point(series.toString(), fields.toString(), timeMillis, standing));
    }

    private LineText name(String name) {
        if (fields.length() > 0) {
            fields.append(',');
        }
        return fields.append(name).append('=');
    }
}
