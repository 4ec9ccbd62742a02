package dev.footfall.benchmarks.flink;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.Target;
import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.StorePackFolder;
import dev.footfall.jobs.Topology;
import dev.footfall.jobs.archive.ArchiveSink;
import dev.footfall.jobs.framelog.FrameLogWriter;
import dev.footfall.jobs.ingest.Patience;
import dev.footfall.jobs.lineprotocol.LineProtocolSink;
import dev.footfall.jobs.lineprotocol.SortedLines;
import dev.footfall.local.Footfall;
import dev.footfall.simulator.RecordingWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A store day computed again: how many times faster than it was lived through. */
public final class ReplayBenchmark implements Benchmark {
    private static final String STORE = "supermarket";
    private static final String DAY = "2026-03-02";
    /** So many that there are 7.5 million positions. */
    private static final int VISITS_PER_DAY = 7_000;

    private static final double DAY_SECONDS = 86_400;
    private static final double OPEN_HOURS = 17;
    private static final int ROUNDS = 3;

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String title() {
        return "A store day once more";
    }

    @Override
    public Report run(Bench bench) throws Exception {
        Path folder = bench.folder();
        Path pack = folder.resolve("stores").resolve(STORE);
        Traffic.copyPack(Template.example("demo/stores").resolve(STORE), pack, STORE);
        bench.say("simulating");
        Template day;
        Path recording = folder.resolve("recording.ndjson.gz");
        try (RecordingWriter messages = new RecordingWriter(recording)) {
            day = Template.simulate(
                    pack, 0, bench.quick() ? 0.3 : OPEN_HOURS, VISITS_PER_DAY, Framing.ofRecording(), messages);
        }
        bench.say(day.positions() + " positions; archiving");
        Path expected = archive(folder, day);
        List<String> archived =
                List.of("--archive", folder.resolve("archive").toString(), "--store", STORE, "--day", DAY);
        List<String> recorded = List.of("--events", recording.toString());
        List<Double> ofArchive = new ArrayList<>();
        List<Double> ofRecording = new ArrayList<>();
        for (int round = 0; round < bench.size(1, ROUNDS); round++) {
            ofArchive.add(seconds(bench, archived, expected));
            if (!bench.quick()) {
                ofRecording.add(seconds(bench, recorded, expected));
            }
        }
        double seconds = median(ofArchive);
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "`./footfall replay --archive` of %,d positions (%s) in %.1f s from the command to the file of %,d figures, the start of the JVM and of Flink included;"
                        + " times real time: a day of 24 hours over that.",
                day.positions(),
                bench.quick() ? "a quarter of an hour" : "a supermarket from 7 to 24 o'clock, some 6,700 visits",
                seconds,
                lines(expected)));
        if (!bench.quick()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "From the recording of the devices' JSON, gunzipped and through the gateway's logic first, the same figures in %.1f s: %,.0f × real time.",
                    median(ofRecording),
                    DAY_SECONDS / median(ofRecording)));
        }
        return new Report(
                "the file of figures is the same, byte for byte, from the archive, from the recording, and as the job computed them while it archived.",
                "position",
                List.of(),
                List.of(new Target(
                        "store day from the archive",
                        DAY_SECONDS / seconds,
                        "× real time",
                        Target.Bound.AT_LEAST,
                        5_000)),
                notes);
    }

    /** Lets the job archive the frames while it computes their figures; answers these. */
    private static Path archive(Path folder, Template day) throws Exception {
        Path frames = Files.createDirectories(folder.resolve("frames"));
        Path runs = Files.createDirectories(folder.resolve("runs"));
        try (FrameLogWriter log = new FrameLogWriter(frames, Traffic.LANES)) {
            for (byte[] frame : day.frames()) {
                log.append(STORE, frame);
            }
        }
        LocalJob.run(
                Topology.configuration(), Traffic.PARALLELISM, folder.resolve("flink"), environment -> new Topology(
                                new StorePackFolder(folder.resolve("stores").toString()),
                                Cadence.FINAL_ONLY,
                                Patience.ENDLESS,
                                ArchiveSink.into(folder.resolve("archive"), Traffic.LANES, Duration.ofHours(1)))
                        .build(environment, Engine.source(frames), new LineProtocolSink(runs.toString())));
        Path expected = folder.resolve("expected.lp");
        SortedLines.merge(runs, expected);
        return expected;
    }

    private static double seconds(Bench bench, List<String> from, Path expected) throws Exception {
        Path out = bench.folder().resolve("points.lp");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-cp",
                System.getProperty("java.class.path"),
                Footfall.class.getName(),
                "replay",
                "--stores",
                bench.folder().resolve("stores").toString()));
        command.addAll(from);
        command.addAll(List.of("--out", out.toString()));
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(bench.folder().resolve("replay.log").toFile())
                .start();
        int exit = process.waitFor();
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (exit != 0) {
            throw new IOException("replay ended with " + exit + ": "
                    + Files.readString(bench.folder().resolve("replay.log")));
        }
        long differs = Files.mismatch(expected, out);
        if (differs >= 0) {
            throw new UnequalResultsException(from.get(0) + ": figures differ from byte " + differs + " on");
        }
        bench.say(String.format(Locale.ROOT, "%s: %.1f s", from.get(0), seconds));
        return seconds;
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
