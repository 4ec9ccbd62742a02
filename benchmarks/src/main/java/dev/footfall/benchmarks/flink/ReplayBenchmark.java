package dev.footfall.benchmarks.flink;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Cost;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.Target;
import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.StorePackFolder;
import dev.footfall.jobs.Topology;
import dev.footfall.jobs.archive.ArchiveSink;
import dev.footfall.jobs.framelog.FrameLogSource;
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
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A store day computed again: how many times faster than it was lived through. */
public final class ReplayBenchmark implements Benchmark {
    private static final String STORE = "supermarket";
    private static final String DAY = "2026-03-02";
    /** So many that there are 7.5 million positions. */
    private static final int VISITS_PER_DAY = 7_300;

    private static final double DAY_SECONDS = 86_400;
    private static final double HOUR_SECONDS = 3_600;
    private static final double OPEN_HOURS = 17;
    private static final int ROUNDS = 3;
    private static final long LOOK_EVERY_MILLIS = 20;
    private static final double NANOS = 1e9;

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
        double hours = bench.quick() ? 0.1 : OPEN_HOURS;
        bench.say("simulating");
        Template day;
        Path recording = folder.resolve("recording.ndjson.gz");
        try (RecordingWriter messages = new RecordingWriter(recording)) {
            day = Template.simulate(pack, 0, hours, VISITS_PER_DAY, Framing.ofRecording(), messages);
        }
        bench.say(day.positions() + " positions; archiving");
        Path expected = archive(folder, day);
        List<String> archived =
                List.of("--archive", folder.resolve("archive").toString(), "--store", STORE, "--day", DAY);
        List<String> recorded = List.of("--events", recording.toString());
        List<Took> ofArchive = new ArrayList<>();
        List<Took> ofRecording = new ArrayList<>();
        for (int round = 0; round < bench.size(1, ROUNDS); round++) {
            ofArchive.add(replay(bench, archived, expected));
            if (!bench.quick()) {
                ofRecording.add(replay(bench, recorded, expected));
            }
        }
        double seconds = median(ofArchive).seconds();
        List<Cost> costs = new ArrayList<>(List.of(median(ofArchive).cost("from the archive", day.positions())));
        List<String> notes = new ArrayList<>();
        notes.add(String.format(
                Locale.ROOT,
                "`./footfall replay --archive` of %,d positions (%s) in %.1f s from the command to the file of %,d figures, the start of the JVM and of Flink included.",
                day.positions(),
                bench.quick() ? "a supermarket from 7 o'clock, six minutes" : "a supermarket from 7 to 24 o'clock",
                seconds,
                lines(expected)));
        if (!bench.quick()) {
            notes.add(String.format(
                    Locale.ROOT,
                    "Times real time: a day of 24 hours over that; of the hours the store was open alone, %,.0f ×.",
                    hours * HOUR_SECONDS / seconds));
            notes.add(String.format(
                    Locale.ROOT,
                    "From the recording of the devices' JSON, gunzipped and through the gateway's logic first, the same figures in %.1f s: %,.0f × real time.",
                    median(ofRecording).seconds(),
                    DAY_SECONDS / median(ofRecording).seconds()));
            costs.add(median(ofRecording).cost("from the recording", day.positions()));
        }
        return new Report(
                "the file of figures is the same, byte for byte, from the archive, from the recording, and as the job computed them while it archived.",
                "position",
                costs,
                bench.quick()
                        ? List.of()
                        : List.of(new Target(
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
                        .build(environment, FrameLogSource.of(frames), new LineProtocolSink(runs.toString())));
        Path expected = folder.resolve("expected.lp");
        SortedLines.merge(runs, expected);
        return expected;
    }

    /** What a replay took, from the command to the file. */
    private record Took(double seconds, double cpuSeconds) {
        Cost cost(String way, long positions) {
            return new Cost(way, seconds * NANOS / positions, cpuSeconds * NANOS / positions, Double.NaN);
        }
    }

    private static Took replay(Bench bench, List<String> from, Path expected) throws Exception {
        Path out = bench.folder().resolve("points.lp");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"), "-cp", System.getProperty("java.class.path")));
        command.addAll(Bench.tuning());
        command.addAll(List.of(
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
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly, "end-replay"));
        Duration cpu = Duration.ZERO; // as it was told last before the end
        while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
            cpu = process.info().totalCpuDuration().orElse(cpu);
        }
        double seconds = (System.nanoTime() - begun) / NANOS;
        if (process.exitValue() != 0) {
            throw new IOException("replay ended with " + process.exitValue() + ": "
                    + Files.readString(bench.folder().resolve("replay.log")));
        }
        long differs = Files.mismatch(expected, out);
        if (differs >= 0) {
            throw new UnequalResultsException(from.get(0) + ": figures differ from byte " + differs + " on");
        }
        bench.say(String.format(Locale.ROOT, "%s: %.1f s", from.get(0), seconds));
        return new Took(seconds, cpu.toNanos() / NANOS);
    }

    private static long lines(Path file) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.count();
        }
    }

    private static Took median(List<Took> rounds) {
        return rounds.stream()
                .sorted(Comparator.comparingDouble(Took::seconds))
                .toList()
                .get(rounds.size() / 2);
    }
}
