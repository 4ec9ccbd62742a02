package dev.footfall.benchmarks.flink;

import dev.footfall.events.Frame;
import dev.footfall.jobs.framelog.FrameLogWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.runtime.state.KeyGroupRangeAssignment;

/**
 * What a few stores sent, in a folder: {@code stores/} their packs, {@code frames/} as the jobs take it, {@code json/} the same events one a line, where asked for.
 *
 * @param folder that holds them
 * @param stores their names, as many for one task as for the other
 * @param positions tracked positions in all
 */
record Traffic(Path folder, List<String> stores, long positions) {
    /** Tasks side by side, and files of JSON. */
    static final int PARALLELISM = 2;

    private static final int MAX_PARALLELISM = 720;
    static final int LANES = 16;
    private static final String STORE_LINE = "(?m)^store:.*$";

    /** Writes the traffic of some stores that live like the template, in frames. */
    static Traffic write(Path folder, Template template, int stores) throws Exception {
        List<String> names = names(stores);
        Path frames = Files.createDirectories(folder.resolve("frames"));
        for (String name : names) {
            copyPack(template.pack(), folder.resolve("stores").resolve(name), name);
        }
        FrameCopies copies = new FrameCopies();
        Numbers numbers = new Numbers();
        try (FrameLogWriter log = new FrameLogWriter(frames, LANES)) {
            template.each(frame -> {
                for (String name : names) {
                    log.append(name, copies.copy(frame, name, numbers.frames, 0));
                }
                numbers.take(frame, names.size());
            });
            for (String name : names) {
                log.append(name, FrameCopies.end(name, numbers.frames));
            }
        }
        return new Traffic(folder, names, numbers.positions);
    }

    /** Writes the same events once more, as JSON. */
    Traffic withJson(Template template) throws Exception {
        try (JsonEvents events = new JsonEvents(Files.createDirectories(json()), stores)) {
            template.each(events::write);
        }
        return this;
    }

    private static final class Numbers {
        long frames;
        long positions;

        void take(Frame frame, int times) {
            frames++;
            positions += (long) times * frame.track().rows();
        }
    }

    /** Names of stores that the key of the shuffle spreads evenly. */
    static List<String> names(int count) {
        List<String> names = new ArrayList<>();
        for (int number = 1; names.size() < count; number++) {
            String name = "store-%05d".formatted(number);
            int task = KeyGroupRangeAssignment.assignKeyToParallelOperator(name, MAX_PARALLELISM, PARALLELISM);
            if (task == names.size() % PARALLELISM) {
                names.add(name);
            }
        }
        return names;
    }

    /** Copies a store pack under another name. */
    static void copyPack(Path pack, Path copy, String name) throws IOException {
        Files.createDirectories(copy);
        try (Stream<Path> files = Files.list(pack)) {
            for (Path file : files.toList()) {
                String text = Files.readString(file);
                Files.writeString(
                        copy.resolve(file.getFileName().toString()),
                        file.endsWith("store.yaml") ? text.replaceFirst(STORE_LINE, "store: " + name) : text);
            }
        }
    }

    Path packs() {
        return folder.resolve("stores");
    }

    Path frames() {
        return folder.resolve("frames");
    }

    Path json() {
        return folder.resolve("json");
    }
}
