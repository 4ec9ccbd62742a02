package dev.footfall.gateway.settings;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * Whose clock the gateway goes by.
 *
 * @param byPublisher whether the time of receipt of a message is what its user property {@link #AT} says, so that a recording or a simulation runs through
 *     unchanged at any speed; else it is the wall clock
 * @param wall the wall clock
 * @param elapsed nanoseconds of a clock that nobody sets, as {@link System#nanoTime}
 */
public record GatewayClock(boolean byPublisher, Clock wall, LongSupplier elapsed) {
    /** The user property by which a publisher says when a message was received, ms since the epoch in decimal. */
    public static final String AT = "at";

    /** The clock of a shop. */
    public static GatewayClock ofWall() {
        return new GatewayClock(false, Clock.systemUTC(), System::nanoTime);
    }

    /** The clock of recordings and simulations. */
    public static GatewayClock ofPublisher() {
        return new GatewayClock(true, Clock.systemUTC(), System::nanoTime);
    }

    /** The wall clock, ms since the epoch. */
    public long wallMillis() {
        return wall.millis();
    }

    /** Milliseconds of the clock that nobody sets. */
    public long elapsedMillis() {
        return TimeUnit.NANOSECONDS.toMillis(elapsed.getAsLong());
    }
}
