package dev.footfall.benchmarks.flink;

import dev.footfall.events.DoorColumns;
import dev.footfall.events.Frame;
import dev.footfall.events.ObservationColumns;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes events of stores as JSON, one object a line, in as many files as there are tasks to read them; in each, all its stores are told of in turn. */
final class JsonEvents implements AutoCloseable {
    private static final double METRES = 1000.0;

    private final List<BufferedWriter> files = new ArrayList<>();
    private final List<String> stores;
    private final StringBuilder line = new StringBuilder();

    JsonEvents(Path folder, List<String> stores) throws IOException {
        this.stores = stores;
        for (int number = 0; number < Traffic.PARALLELISM; number++) {
            files.add(Files.newBufferedWriter(file(folder, number), StandardCharsets.UTF_8));
        }
    }

    static Path file(Path folder, int number) {
        return folder.resolve(number + ".ndjson");
    }

    /** The same events for every store, in the order in which they came. */
    void write(Frame frame) throws IOException {
        ObservationColumns tracks = frame.track();
        DoorColumns doors = frame.door();
        int track = 0;
        int door = 0;
        while (track < tracks.rows() || door < doors.rows()) {
            boolean isTrack =
                    door == doors.rows() || (track < tracks.rows() && tracks.index(track) < doors.index(door));
            for (int store = 0; store < stores.size(); store++) {
                line.setLength(0);
                if (isTrack) {
                    track(tracks, track, stores.get(store));
                } else {
                    door(doors, door, stores.get(store));
                }
                files.get(store % files.size()).append(line.append("}\n"));
            }
            if (isTrack) {
                track++;
            } else {
                door++;
            }
        }
    }

    private void begin(String store, String kind, String device, long timeMillis) {
        line.append("{\"store\":\"").append(store).append("\",\"kind\":\"").append(kind);
        line.append("\",\"device\":\"").append(device).append("\",\"time\":").append(timeMillis);
    }

    private void track(ObservationColumns rows, int row, String store) {
        begin(store, "track", rows.device(row), rows.timeMillis(row));
        line.append(",\"id\":\"").append(Long.toHexString(FrameCopies.like(rows.subject(row), store)));
        line.append("\",\"x\":").append(rows.xMillimetres(row) / METRES);
        line.append(",\"y\":").append(rows.yMillimetres(row) / METRES);
        line.append(",\"floor\":\"").append(rows.floor(row));
        line.append("\",\"role\":\"")
                .append(rows.staff(row) ? "staff" : "customer")
                .append('"');
    }

    private void door(DoorColumns rows, int row, String store) {
        begin(store, "door", rows.device(row), rows.timeMillis(row));
        line.append(",\"in\":").append(rows.in(row)).append(",\"out\":").append(rows.out(row));
        line.append(",\"passing\":").append(rows.passing(row));
        line.append(",\"seconds\":").append(rows.intervalMillis(row) / METRES);
    }

    @Override
    public void close() throws IOException {
        for (BufferedWriter file : files) {
            file.close();
        }
    }
}
