package dev.footfall.benchmarks.peer;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.java.tuple.Tuple6;

/** Binds JSON to events by Jackson, with a reader made once; and what of an event goes over the shuffle. */
final class Parsing extends RichMapFunction<byte[], PeerEvent> {
    private static final long serialVersionUID = 1L;
    private static final double MILLIS = 1000.0;
    private static final int HEXADECIMAL = 16;

    private transient ObjectReader reader;

    @SuppressWarnings("NullAway.Init") // open sets it
    Parsing() {}

    @Override
    public void open(OpenContext context) {
        reader = JsonMapper.builder().build().readerFor(PeerEvent.class);
    }

    @Override
    public PeerEvent map(byte[] json) throws Exception {
        return reader.readValue(json);
    }

    static boolean isCustomer(PeerEvent event) {
        return event.kind.equals("track") && !event.role.equals("staff");
    }

    static boolean isDoor(PeerEvent event) {
        return event.kind.equals("door");
    }

    static Tuple6<String, Long, String, Long, Integer, Integer> seen(PeerEvent event) {
        return Tuple6.of(
                event.store,
                Long.parseUnsignedLong(event.id, HEXADECIMAL),
                event.floor,
                event.time,
                (int) Math.round(event.x * MILLIS),
                (int) Math.round(event.y * MILLIS));
    }
}
