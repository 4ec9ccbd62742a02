package dev.footfall.simulator.chain;

import dev.footfall.events.DeviceTopic;
import dev.footfall.events.EventJson;
import dev.footfall.events.SensorEvent;
import dev.footfall.simulator.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One store of a {@link Chain}, living through its template: when it has come to the end, it begins again, as the next round, with other people. */
public final class ChainStore {
    private final String id;
    private final StoreFormat format;
    private final Template template;
    private final long salt;
    /** How much later than in the template everything is in this round. */
    private long shiftMillis;

    private long nowMillis;
    private int next;

    ChainStore(String id, StoreFormat format, Template template, long startMillis, long intoMillis, long salt) {
        this.id = id;
        this.format = format;
        this.template = template;
        this.salt = salt;
        this.shiftMillis = startMillis - template.fromMillis() - intoMillis;
        this.nowMillis = startMillis;
        while (next < template.said().size() && template.said().get(next).atMillis() + shiftMillis <= startMillis) {
            next++;
        }
    }

    /** Takes what a device of a store said. */
    @FunctionalInterface
    public interface Hearer {
        /** One message: when it was received, the device's topic, and what it says; nothing is said when it had nothing to tell. */
        void hears(long atMillis, DeviceTopic from, List<SensorEvent> events, boolean retained);
    }

    /** Its name, and that of its store pack. */
    public String id() {
        return id;
    }

    /** What it is like. */
    public StoreFormat format() {
        return format;
    }

    /** A number that no other store of the chain has, for pseudonyms of its own; another in each round. */
    public long salt() {
        return salt + shiftMillis;
    }

    /** How far it has come. */
    public long nowMillis() {
        return nowMillis;
    }

    /** Goes on to an instant and hands over, in order of receipt, all that its devices published until then. */
    public void advance(long untilMillis, Hearer hearer) {
        List<Said> said = template.said();
        while (untilMillis > nowMillis) {
            long roundEnd = template.untilMillis() + shiftMillis;
            long until = Math.min(untilMillis, roundEnd);
            while (next < said.size() && said.get(next).atMillis() + shiftMillis <= until) {
                hear(said.get(next++), hearer);
            }
            nowMillis = until;
            if (until == roundEnd) {
                shiftMillis += template.lengthMillis();
                next = 0;
            }
        }
    }

    private void hear(Said said, Hearer hearer) {
        List<SensorEvent> events = new ArrayList<>(said.events().size());
        for (SensorEvent event : said.events()) {
            events.add(event.shiftedBy(shiftMillis));
        }
        DeviceTopic from = new DeviceTopic(id, said.from().kind(), said.from().device());
        hearer.hears(said.atMillis() + shiftMillis, from, events, said.retained());
    }

    /** The same as device messages. */
    public void publish(long untilMillis, Consumer<Message> devices) {
        advance(untilMillis, (atMillis, from, events, retained) -> {
            byte[] payload = events.size() == 1 ? EventJson.encode(events.get(0)) : EventJson.encode(events);
            devices.accept(new Message(atMillis, from.path(), payload, retained));
        });
    }
}
