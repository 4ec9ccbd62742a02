package dev.footfall.jobs.positions;

import static dev.footfall.jobs.Times.at;

import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.StoreOf;
import dev.footfall.jobs.Times;
import dev.footfall.jobs.batches.Steps;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.windows.Schedule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Tells a {@link TrackJoiner} in a store of two plain floors what was seen, batch by batch, and what it made of it in words. */
abstract class JoinedTracks {
    static final String ROOM = """
            +----+
            |    |
            +----+
            """;

    final Path folder;
    StorePack pack;
    final TrackJoiner joiner = new TrackJoiner();
    StoreBatch batch;

    JoinedTracks(Path folder) throws IOException {
        this.folder = folder;
        this.pack = StoreOf.drawing(ROOM).floor("1", ROOM).in(folder.resolve("first"));
        this.batch = new StoreBatch(pack, 0, 0);
    }

    void begin(String clock) {
        batch = new StoreBatch(pack, at(clock), at(clock) - 1);
    }

    void seen(String time, long subject, int floor, int x, int y) {
        batch.observations.add(at(time), subject, floor, x, y, false);
    }

    void seen(String time, int x, int y) {
        seen(time, 7, 0, x, y);
    }

    void staffSeen(String time, int x, int y) {
        batch.observations.add(at(time), 7, 0, x, y, true);
    }

    /** The steps of the batch in words. */
    List<String> steps() {
        joiner.advance(pack, Schedule.FINAL_ONLY, batch);
        List<String> words = new ArrayList<>();
        Steps steps = batch.steps;
        for (int i = 0; i < steps.size(); i++) {
            String to = Times.text(steps.toMillis(i));
            words.add(
                    switch (steps.type(i)) {
                        case Steps.BEGIN -> steps.subject(i) + " begins at " + to;
                        case Steps.STEP ->
                            "%d goes from (%d, %d) at %s to (%d, %d) at %s"
                                    .formatted(
                                            steps.subject(i),
                                            steps.fromX(i),
                                            steps.fromY(i),
                                            Times.text(steps.fromMillis(i)),
                                            steps.toX(i),
                                            steps.toY(i),
                                            to);
                        case Steps.END -> steps.subject(i) + " ends at " + to;
                        default -> steps.subject(i) + " was alone at " + to;
                    });
        }
        return words;
    }

    List<String> staffSpans() {
        joiner.advance(pack, Schedule.FINAL_ONLY, batch);
        return batch.staffSpans.stream()
                .map(span -> Times.text(span[0]) + " to " + Times.text(span[1]))
                .toList();
    }
}
