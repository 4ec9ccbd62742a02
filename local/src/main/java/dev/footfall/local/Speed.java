package dev.footfall.local;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How fast a recording is played.
 *
 * @param times how many times as fast as it was recorded; infinite for no waiting at all
 */
record Speed(double times) {
    private static final String WITHOUT_WAITING = "max";

    Speed {
        if (!(times > 0)) {
            throw new IllegalArgumentException("times = " + times + ", must be above 0");
        }
    }

    /** How long after the start something is due that was recorded so long after the first. */
    long dueNanos(long millisAfterFirst) {
        return Math.round(Math.max(0, millisAfterFirst) * 1e6 / times);
    }

    /** Reads {@code 60}, {@code 0.5} or {@code max}. */
    static final class Converter implements ITypeConverter<Speed> {
        @Override
        public Speed convert(String text) {
            try {
                return new Speed(text.equals(WITHOUT_WAITING) ? Double.POSITIVE_INFINITY : Double.parseDouble(text));
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException("'" + text + "' is neither a number above 0 nor " + WITHOUT_WAITING);
            }
        }
    }
}
