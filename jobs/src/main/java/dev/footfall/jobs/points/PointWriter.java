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

    private static final long MICROS = 1_000_000;
    private static final long TEN_THOUSAND = 10_000;

    private final List<Point> out;
    private final LongFunction<String> definitionsAt;
    private final StringBuilder series = new StringBuilder();
    private final StringBuilder fields = new StringBuilder();
    private String lastTag = "";
    private String tail = "";
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
        series.setLength(0);
        fields.setLength(0);
        lastTag = "";
        series.append(name);
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
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i) < ' ' ? ' ' : value.charAt(i);
            if (c == ',' || c == '=' || c == ' ') {
                series.append('\\');
            }
            series.append(c);
        }
        if (value.endsWith("\\")) {
            series.append("\\ ");
        }
        return this;
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
    public PointWriter tags(String common) {
        series.append(common);
        return this;
    }

    /** Tags that many points share, to be put together once: those added since {@link #measurement}, which is forgotten. */
    public String commonTags() {
        return series.substring(series.indexOf(","));
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
        return parts(name, micros, MICROS);
    }

    /** Adds a float field from a whole number of parts, of which {@code one} (a power of ten) make 1: exact, and with a fraction. */
    private PointWriter parts(String name, long parts, long one) {
        StringBuilder text = name(name).append(parts / one).append('.');
        String fraction = Long.toString(one + parts % one).substring(1);
        int end = fraction.length();
        while (end > 1 && fraction.charAt(end - 1) == '0') {
            end--;
        }
        text.append(fraction, 0, end);
        return this;
    }

    /** Adds a float field. */
    public PointWriter number(String name, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(name + " " + value + " is not a finite number");
        }
        name(name).append(value);
        return this;
    }

    /** Adds a text field. */
    public PointWriter text(String name, String value) {
        StringBuilder text = name(name).append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                text.append('\\');
            }
            text.append(c);
        }
        text.append('"');
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
                    .parts("completeness", completeness, TEN_THOUSAND)
                    .text("definitions", definitionsAt.apply(timeMillis));
            tail = fields.substring(begin);
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

    private StringBuilder name(String name) {
        if (!fields.isEmpty()) {
            fields.append(',');
        }
        return fields.append(name).append('=');
    }
}
