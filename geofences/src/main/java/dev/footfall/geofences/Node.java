package dev.footfall.geofences;

import java.util.List;
import java.util.Map;

/**
 * A value of a configuration file, JSON or YAML, with its place.
 *
 * <p>Scalars keep the text as written, so an id that looks like a number loses nothing.
 *
 * @param text of a scalar; empty otherwise
 * @param items of a list; empty otherwise
 * @param fields of a map, in the order of the file; empty otherwise
 * @param keys the keys from the root
 * @param line from 1
 */
record Node(Type type, String text, List<Node> items, Map<String, Node> fields, KeyPath keys, int line) {

    private static final int LONGEST_SAID = 100;

    enum Type {
        MAP("a map"),
        LIST("a list"),
        TEXT("text"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        NULL("nothing");

        private final String words;

        Type(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    boolean is(Type wanted) {
        return type == wanted;
    }

    /** Whether it is text or a number. */
    boolean isWord() {
        return type == Type.TEXT || type == Type.NUMBER;
    }

    /** The key path from the root, such as {@code funnels[0].steps[1].zone}. */
    String path() {
        return keys.toString();
    }

    /** Key path and line. */
    String place() {
        String path = path();
        return (path.isEmpty() ? "" : path + ", ") + "line " + line;
    }

    /** A text that may be as long as the file, for a message. */
    static String shortened(String text) {
        return text.length() <= LONGEST_SAID ? text : text.substring(0, LONGEST_SAID) + "…";
    }

    /** What it is, for a message. */
    String said() {
        return switch (type) {
            case TEXT -> "'" + shortened(text) + "'";
            case NUMBER, BOOLEAN -> shortened(text);
            default -> type.words();
        };
    }
}
