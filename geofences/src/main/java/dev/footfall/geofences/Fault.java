package dev.footfall.geofences;

/**
 * A fault of a store pack and its place.
 *
 * @param severity whether the pack can be used all the same
 * @param file the file's name, within the store's folder
 * @param where key path, feature id, coordinate and line, as far as known; empty when it is the file as a whole
 * @param message what is wrong and what to do
 */
public record Fault(Severity severity, String file, String where, String message) {

    /** Whether the pack cannot be used. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line for people: {@code error: layout.geojson: features[3] (till): …}. */
    @Override
    public String toString() {
        String level = isError() ? "error: " : "warning: ";
        return level + file + ": " + (where.isEmpty() ? "" : where + ": ") + message;
    }
}
