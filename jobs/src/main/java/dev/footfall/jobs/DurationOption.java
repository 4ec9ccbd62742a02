package dev.footfall.jobs;

import dev.footfall.geofences.Durations;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads durations of a command line as they are written in store packs: a number with ms, s, m or h; bare: seconds. */
public final class DurationOption implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
        return Durations.findMillis(text)
                .map(Duration::ofMillis)
                .orElseThrow(
                        () -> new TypeConversionException("'" + text + "' is no duration: must be " + Durations.RULE));
    }
}
