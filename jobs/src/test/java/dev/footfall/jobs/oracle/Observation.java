package dev.footfall.jobs.oracle;

/**
 * One observed position of a subject.
 *
 * @param subject who: a track of a camera or a tag, unique within the store and its kind
 * @param order place in the stream; of several observations at one instant the lowest counts
 */
public record Observation(
        String subject, String floor, long timeMillis, int xMillimetres, int yMillimetres, boolean staff, long order) {

    long timeNanos() {
        return Windows.nanos(timeMillis);
    }

    double xMetres() {
        return xMillimetres / 1000.0;
    }

    double yMetres() {
        return yMillimetres / 1000.0;
    }
}
