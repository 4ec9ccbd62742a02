package dev.footfall.jobs.ingest;

import static dev.footfall.jobs.Times.at;

import dev.footfall.events.DoorCount;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Tick;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.Times;
import dev.footfall.jobs.batches.StoreBatch;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Gives a {@link StoreIngest} frames of a store with a camera and a shelf camera, and tells the batches that come of them in words. */
abstract class IngestedFrames {
    static final String ROOM = """
            +-----+
            |wine |
            +-----+
            """;

    final Path folder;
    StorePack pack;
    final StoreIngest ingest = new StoreIngest();
    final FrameBuilder frame = new FrameBuilder();
    final List<StoreBatch> batches = new ArrayList<>();

    IngestedFrames(Path folder) throws IOException {
        this.folder = folder;
        this.pack = store().in(folder.resolve("one-gateway"));
    }

    static StoreOf store() {
        return StoreOf.drawing(ROOM).devices("{id: shelf, kind: shelf}");
    }

    void twoGateways() throws IOException {
        pack = store().says("gateways", "[gw-1, gw-2]").in(folder.resolve("two-gateways"));
    }

    void seen(String time, long subject, int x) {
        frame.addTrack(at(time), "cam", subject, "0", x, 0, false);
    }

    void counts(String time, String device, int in) {
        frame.addDoor(new DoorCount(at(time), in, 0, 0, 0), device);
    }

    void send(String gateway, long seq, String watermark) throws MalformedFrameException {
        send(frame.encode(new FrameHeader("shop", gateway, "e1", seq, 0, at(watermark))));
    }

    void send(byte[] bytes) throws MalformedFrameException {
        ingest.accept(FrameCodec.decode(bytes));
        ingest.release(pack, batches::add);
    }

    void send(String watermark) throws MalformedFrameException {
        send("shop", 0, watermark);
    }

    void tick(String gateway, long watermarkMillis) {
        ingest.accept(new Tick("shop", gateway, "e1", 1, 0, watermarkMillis));
        ingest.release(pack, batches::add);
    }

    /** The batches so far in words, each with the clock it ends with. */
    List<String> batches() {
        List<String> words = new ArrayList<>();
        for (StoreBatch batch : batches) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < batch.observations.size(); i++) {
                text.append(Times.text(batch.observations.timeMillis(i)))
                        .append(" ")
                        .append(batch.observations.subject(i))
                        .append("@")
                        .append(batch.observations.xMillimetres(i))
                        .append(", ");
            }
            batch.doors.forEach(report -> text.append(Times.text(report.timeMillis()))
                    .append(" ")
                    .append(report.device())
                    .append("+")
                    .append(report.in())
                    .append(", "));
            words.add(
                    text + "clock " + (batch.clockMillis == Long.MAX_VALUE ? "ended" : Times.text(batch.clockMillis)));
        }
        batches.clear();
        return words;
    }
}
