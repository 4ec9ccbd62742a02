package dev.footfall.gateway.live;

import dev.footfall.events.LaneAnswer;
import dev.footfall.mqtt.Incoming;

/** What the thread of a store is told. */
sealed interface Signal {
    /** A device published; {@code elapsedMillis} is when we received it, by the clock that nobody sets. */
    record Message(Incoming incoming, long elapsedMillis) implements Signal {}

    /** The store's broker is connected and subscribed. */
    record DevicesUp() implements Signal {}

    /** The store's broker is lost. */
    record DevicesDown() implements Signal {}

    /** The jobs' broker is connected and subscribed. */
    record UplinkUp() implements Signal {}

    /** The jobs' broker is lost. */
    record UplinkDown() implements Signal {}

    /** A group of jobs said what it has, or lacks. */
    record Answer(String group, LaneAnswer answer) implements Signal {}

    /** There is room again for something that had to wait, or it is time to stop. */
    record Wake() implements Signal {}
}
