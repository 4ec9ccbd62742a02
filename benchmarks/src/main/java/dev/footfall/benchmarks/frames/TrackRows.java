package dev.footfall.benchmarks.frames;

import dev.footfall.benchmarks.zones.Shoppers;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.ObservationColumns;
import java.util.ArrayList;
import java.util.List;

/** A thousand sightings by the four cameras of a store, as they come within some ten seconds: forty shoppers in turn. */
final class TrackRows {
    static final int SIZE = 1_000;

    private static final long BEGIN_MILLIS = 1_767_607_117_000L;
    private static final int SHOPPERS = 40;
    private static final int CAMERAS = 4;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final FrameHeader HEADER = new FrameHeader("shop", "gateway-1", "epoch-1", 7, 5, BEGIN_MILLIS);

    private TrackRows() {}

    static List<TrackRow> rows() {
        Shoppers shoppers = new Shoppers(11, SHOPPERS, SIZE / SHOPPERS);
        List<TrackRow> rows = new ArrayList<>();
        for (int row = 0; row < SIZE; row++) {
            int shopper = shoppers.shopper(row);
            rows.add(new TrackRow(
                    BEGIN_MILLIS + shoppers.timeMillis(row) + 7L * (shopper % CAMERAS),
                    "camera-" + (shopper % CAMERAS + 1),
                    "0",
                    Long.toHexString(SPREAD * (shopper + 1)),
                    shoppers.xMillimetres(row),
                    shoppers.yMillimetres(row),
                    shopper == 0));
        }
        return rows;
    }

    static byte[] encode(FrameBuilder builder, List<TrackRow> rows, long[] subjects) {
        for (int i = 0; i < rows.size(); i++) {
            TrackRow row = rows.get(i);
            builder.addTrack(row.time(), row.device(), subjects[i], row.floor(), row.x(), row.y(), row.staff());
        }
        return builder.encode(HEADER);
    }

    /** In a frame they are numbers anyway. */
    static long[] subjects(List<TrackRow> rows) {
        return rows.stream()
                .mapToLong(row -> Long.parseUnsignedLong(row.subject(), 16))
                .toArray();
    }

    static List<TrackRow> rows(Frame frame) {
        ObservationColumns track = frame.track();
        List<TrackRow> rows = new ArrayList<>();
        for (int row = 0; row < track.rows(); row++) {
            rows.add(new TrackRow(
                    track.timeMillis(row),
                    track.device(row),
                    track.floor(row),
                    Long.toHexString(track.subject(row)),
                    track.xMillimetres(row),
                    track.yMillimetres(row),
                    track.staff(row)));
        }
        return rows;
    }
}
