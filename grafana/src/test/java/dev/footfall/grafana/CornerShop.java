package dev.footfall.grafana;

import dev.footfall.events.MalformedFrameException;
import dev.footfall.gateway.Gateway;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.recordings.Recording;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.Chain;
import dev.footfall.jobs.points.Point;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The figures of the shop in {@code examples}, computed from its recording as a live job does, without Flink. */
final class CornerShop {
    static final String ID = "corner-shop";

    private static final Path STORES = Project.resolve("examples/corner-shop/stores");
    private static final Path MORNING = Project.resolve("examples/corner-shop/morning.ndjson");

    private CornerShop() {}

    /** Line protocol, times in milliseconds, in the order written: provisional figures, then the final ones. */
    static String lines() throws IOException, MalformedFrameException {
        StorePacks packs = StorePacks.open(STORES);
        List<byte[]> frames = new ArrayList<>();
        try (Gateway gateway = Gateway.ofRecording(
                        packs,
                        Framing.ofRecording(),
                        StoreKeys.ofSecret(new byte[32]),
                        (store, lane, frame) -> frames.add(frame),
                        letter -> {});
                Recording recording = Recording.open(MORNING)) {
            while (recording.readLine(gateway)) {}
        }
        Chain chain = new Chain(packs.find(ID).orElseThrow(), Cadence.LIVE);
        for (byte[] frame : frames) {
            chain.accept(frame);
        }
        return chain.points().stream().map(Point::line).collect(Collectors.joining("\n"));
    }
}
