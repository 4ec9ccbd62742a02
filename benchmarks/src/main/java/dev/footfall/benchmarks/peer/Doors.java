package dev.footfall.benchmarks.peer;

import dev.footfall.geofences.StorePacks;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichMapFunction;
import org.apache.flink.api.java.tuple.Tuple6;

/** Door reports: store, door, instant that they count at, in, out, passing. */
final class Doors extends RichMapFunction<PeerEvent, Tuple6<String, String, Long, Long, Long, Long>> {
    private static final long serialVersionUID = 1L;
    private static final double MILLIS = 1000.0;

    private final String packs;
    private final Map<String, StoreGround> grounds = new HashMap<>();
    private transient StorePacks opened;

    @SuppressWarnings("NullAway.Init") // open sets the rest
    Doors(String packs) {
        this.packs = packs;
    }

    @Override
    public void open(OpenContext context) {
        opened = StorePacks.open(Path.of(packs));
    }

    @Override
    public Tuple6<String, String, Long, Long, Long, Long> map(PeerEvent event) {
        StoreGround ground = grounds.computeIfAbsent(
                event.store, name -> new StoreGround(opened.find(name).orElseThrow()));
        long instant = event.time - Math.round(event.seconds * MILLIS);
        return Tuple6.of(event.store, ground.door(event.device), instant, event.in, event.out, event.passing);
    }
}
