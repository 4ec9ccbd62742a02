package dev.footfall.simulator.chain;

import dev.footfall.events.DeviceTopic;
import dev.footfall.events.SensorEvent;
import java.util.List;

/**
 * One message of a device of a template.
 *
 * @param atMillis when it is received
 * @param from its topic; the store is the template
 * @param events what it says
 * @param retained whether the broker keeps it
 */
record Said(long atMillis, DeviceTopic from, List<SensorEvent> events, boolean retained) {
    Said {
        events = List.copyOf(events);
    }
}
