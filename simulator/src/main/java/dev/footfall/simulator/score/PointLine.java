package dev.footfall.simulator.score;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * One point, read from a line of InfluxDB's line protocol with a time in milliseconds.
 *
 * @param tags by name
 * @param fields by name: Long, Double, String or Boolean
 */
record PointLine(String measurement, Map<String, String> tags, Map<String, Object> fields, long timeMillis) {

    /**
     * Reads a line.
     *
     * @throws IllegalArgumentException when it is none; the message says what is wrong
     */
    static PointLine parse(String line) {
        return new Parser(line).parse();
    }

    /** Goes through a line from left to right. */
    private static final class Parser {
        private final String line;
        private int at;

        Parser(String line) {
            this.line = line;
        }

        PointLine parse() {
            String measurement = name(", ");
            Map<String, String> tags = new TreeMap<>();
            while (is(',')) {
                String tag = name("=");
                expect('=');
                tags.put(tag, name(", "));
            }
            Map<String, Object> fields = new LinkedHashMap<>();
            do {
                expect(fields.isEmpty() ? ' ' : ',');
                String field = name("=");
                expect('=');
                fields.put(field, value());
            } while (at < line.length() && line.charAt(at) == ',');
            expect(' ');
            return new PointLine(measurement, tags, fields, whole(line.substring(at)));
        }

        /** The name or tag value up to one of some characters; comma, equals sign and blank may be escaped in it. */
        private String name(String ends) {
            StringBuilder name = new StringBuilder();
            while (at < line.length() && ends.indexOf(line.charAt(at)) < 0) {
                if (line.charAt(at) == '\\' && at + 1 < line.length() && ",= ".indexOf(line.charAt(at + 1)) >= 0) {
                    at++;
                }
                name.append(line.charAt(at++));
            }
            if (name.isEmpty()) {
                throw new IllegalArgumentException("a name or value is missing at character " + (at + 1));
            }
            return name.toString();
        }

        private Object value() {
            if (is('"')) {
                return string();
            }
            int from = at;
            while (at < line.length() && line.charAt(at) != ',' && line.charAt(at) != ' ') {
                at++;
            }
            String text = line.substring(from, at);
            if (text.equals("true") || text.equals("false")) {
                return Boolean.valueOf(text);
            }
            return text.endsWith("i") ? (Object) whole(text.substring(0, text.length() - 1)) : number(text);
        }

        private String string() {
            StringBuilder text = new StringBuilder();
            while (at < line.length() && line.charAt(at) != '"') {
                if (line.charAt(at) == '\\' && at + 1 < line.length() && "\"\\".indexOf(line.charAt(at + 1)) >= 0) {
                    at++;
                }
                text.append(line.charAt(at++));
            }
            expect('"');
            return text.toString();
        }

        private boolean is(char c) {
            boolean is = at < line.length() && line.charAt(at) == c;
            at += is ? 1 : 0;
            return is;
        }

        private void expect(char c) {
            if (!is(c)) {
                throw new IllegalArgumentException("'" + c + "' is missing at character " + (at + 1));
            }
        }

        private static long whole(String text) {
            try {
                return Long.parseLong(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + text + "' is no whole number", e);
            }
        }

        private static double number(String text) {
            try {
                return Double.parseDouble(text);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("'" + text + "' is no number", e);
            }
        }
    }
}
