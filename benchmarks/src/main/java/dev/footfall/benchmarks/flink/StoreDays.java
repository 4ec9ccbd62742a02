package dev.footfall.benchmarks.flink;

import dev.footfall.events.Frame;
import dev.footfall.jobs.framelog.FrameLogWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The same store days, spread over few stores or many: each a stretch of the template's life, on a day of its own where a store has several. So events,
 * frames and figures are the same, and only the number of stores differs.
 */
record StoreDays(Traffic once, Traffic twice) {
    private static final long DAY_MILLIS = 86_400_000;

    /** Writes traffic of so many store days, and of twice as many, of the same stores. */
    static StoreDays write(Path folder, Template template, int stores, int days) throws Exception {
        List<String> names = Traffic.names(stores);
        for (String name : names) {
            Traffic.copyPack(template.pack(), folder.resolve("stores").resolve(name), name);
        }
        List<Frame> frames = template.decoded();
        FrameCopies copies = new FrameCopies();
        Path once = linked(folder, "once");
        Path twice = linked(folder, "twice");
        try (FrameLogWriter some = new FrameLogWriter(once.resolve("frames"), Traffic.LANES);
                FrameLogWriter all = new FrameLogWriter(twice.resolve("frames"), Traffic.LANES)) {
            long seq = 0;
            for (int day = 0; day < 2 * days; day++) {
                for (Frame frame : frames) {
                    for (String name : names) {
                        byte[] bytes = copies.copy(frame, name, seq, day * DAY_MILLIS);
                        all.append(name, bytes);
                        if (day < days) {
                            some.append(name, bytes);
                        }
                    }
                    seq++;
                }
            }
            for (String name : names) {
                some.append(name, FrameCopies.end(name, (long) days * frames.size()));
                all.append(name, FrameCopies.end(name, seq));
            }
        }
        long positions =
                frames.stream().mapToLong(frame -> frame.track().rows()).sum() * stores * days;
        return new StoreDays(new Traffic(once, names, positions), new Traffic(twice, names, 2 * positions));
    }

    private static Path linked(Path folder, String name) throws java.io.IOException {
        Path made = Files.createDirectories(folder.resolve(name));
        Files.createDirectories(made.resolve("frames"));
        Files.createSymbolicLink(made.resolve("stores"), folder.resolve("stores"));
        return made;
    }
}
