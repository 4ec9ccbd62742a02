package dev.footfall.benchmarks.flink;

import dev.footfall.events.DoorColumns;
import dev.footfall.events.DoorCount;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.ObservationColumns;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.util.ArrayList;
import java.util.List;

/** Makes twice the observations of the same paths: before each one, another half way from the one before. */
final class Midpoints {
    private static final long LONGEST_MILLIS = 2_000;

    private final FrameBuilder builder = new FrameBuilder();
    private final Long2ObjectOpenHashMap<Last> lasts = new Long2ObjectOpenHashMap<>();

    /** A subject's last observation. */
    private record Last(long timeMillis, int x, int y) {}

    private Midpoints() {}

    static Template into(Template template) throws Exception {
        Midpoints midpoints = new Midpoints();
        List<byte[]> frames = new ArrayList<>();
        template.each(frame -> frames.add(midpoints.add(frame)));
        return new Template(template.pack(), frames);
    }

    private byte[] add(Frame frame) {
        ObservationColumns tracks = frame.track();
        for (int row = 0; row < tracks.rows(); row++) {
            long time = tracks.timeMillis(row);
            int x = tracks.xMillimetres(row);
            int y = tracks.yMillimetres(row);
            Last last = lasts.put(tracks.subject(row), new Last(time, x, y));
            if (last != null && time > last.timeMillis() && time - last.timeMillis() <= LONGEST_MILLIS) {
                add(tracks, row, (last.timeMillis() + time) / 2, (last.x() + x) / 2, (last.y() + y) / 2);
            }
            add(tracks, row, time, x, y);
        }
        DoorColumns doors = frame.door();
        for (int row = 0; row < doors.rows(); row++) {
            builder.addDoor(
                    new DoorCount(
                            doors.timeMillis(row),
                            doors.in(row),
                            doors.out(row),
                            doors.passing(row),
                            doors.intervalMillis(row)),
                    doors.device(row));
        }
        return builder.encode(frame.header());
    }

    private void add(ObservationColumns tracks, int row, long timeMillis, int x, int y) {
        builder.addTrack(
                timeMillis, tracks.device(row), tracks.subject(row), tracks.floor(row), x, y, tracks.staff(row));
    }
}
