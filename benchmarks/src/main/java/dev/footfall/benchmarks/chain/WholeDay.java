package dev.footfall.benchmarks.chain;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.benchmarks.flink.LocalJob;
import dev.footfall.benchmarks.load.FootfallProcess;
import dev.footfall.benchmarks.load.Load;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.jobs.Profile;
import dev.footfall.jobs.ReplayJob;
import dev.footfall.jobs.StorePackFolder;
import dev.footfall.jobs.Topology;
import dev.footfall.jobs.framelog.FrameLogWriter;
import dev.footfall.jobs.lineprotocol.LineProtocolSink;
import dev.footfall.jobs.lineprotocol.SortedLines;
import dev.footfall.local.torture.FinalPoints;
import dev.footfall.mqtt.Broker;
import dev.footfall.servers.Influxd;
import dev.footfall.simulator.chain.Chain;
import dev.footfall.simulator.chain.Chain.Stretch;
import dev.footfall.simulator.chain.StoreFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * What the job keeps of stores at the end of a day of 318 visits, and that its figures are those of a replay.
 *
 * @param stateBytesAStore in a checkpoint, beyond what one without stores has
 * @param heapBytesAStore on the heap, by how much it falls when the days are over
 */
record WholeDay(int stores, long stateBytesAStore, long heapBytesAStore, String checked, String note) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String DATABASE = "day";
    private static final long MINUTE_MILLIS = 60_000;
    private static final long LOOK_EVERY_MILLIS = 500;
    private static final long PATIENCE_MILLIS = 300_000;
    private static final int SAMPLE = 3;

    /** An instant of the day that is simulated. */
    static long at(int hour, int minute) {
        return MONDAY.atTime(hour, minute).atZone(ZONE).toInstant().toEpochMilli();
    }

    static List<String> job(
            Path packs, String broker, Influxd influx, String database, Path checkpoints, String checkpointEvery) {
        return List.of(
                "job",
                "--stores",
                packs.toString(),
                "--broker",
                broker,
                "--group",
                database,
                "--influx",
                influx.url().toString(),
                "--influx-database",
                database,
                "--checkpoints",
                checkpoints.toString(),
                "--checkpoint-every",
                checkpointEvery,
                "--parallelism",
                "2",
                "--profile",
                Profile.CHAIN.toString());
    }

    static WholeDay run(Bench bench, Path template, String brokerUri, Influxd influx)
            throws IOException, InterruptedException, UnequalResultsException {
        Path folder = bench.folder();
        int stores = Integer.getInteger("footfall.bench.dayStores", bench.size(6, 150));
        long from = bench.quick() ? at(12, 0) : at(6, 0);
        long until = bench.quick() ? at(12, 20) : at(22, 59);
        Chain chain = Chain.of(
                List.of(StoreFormat.of(template, stores)), 1, new Stretch(from, until + MINUTE_MILLIS, 0, false), from);
        List<String> sample = chain.stores().subList(0, SAMPLE).stream()
                .map(store -> store.id())
                .toList();
        Path packs = folder.resolve("day-stores");
        chain.writePacks(packs);
        Path frames = Files.createDirectories(folder.resolve("day-frames"));
        bench.say("a day of " + stores + " stores");
        try (FootfallProcess job = FootfallProcess.start(
                folder.resolve("day-job.log"),
                "3g",
                "job: running",
                job(packs, brokerUri, influx, DATABASE, folder.resolve("day-checkpoints"), "2s"))) {
            Kept kept = feed(chain, sample, frames, brokerUri, job, from, until);
            int equal = compare(bench, packs, frames, sample, influx);
            return new WholeDay(
                    stores,
                    kept.stateBytes() / stores,
                    kept.heapBytes() / stores,
                    String.format(
                            Locale.ROOT,
                            "the %,d final points that %d of %d stores have in InfluxDB after a day through broker and job are those of a replay of the same frames.",
                            equal,
                            sample.size(),
                            stores),
                    String.format(
                            Locale.ROOT,
                            "The day of a store whose state was measured: %s, %,d positions.",
                            bench.quick() ? "twenty minutes" : "318 visits on average",
                            kept.positions() / stores));
        }
    }

    /** What the job keeps of the days of all stores. */
    private record Kept(long stateBytes, long heapBytes, long positions) {}

    /** Lets the stores live through the day as fast as the broker takes it, and ends it; writes the frames of some to a folder. */
    private static Kept feed(
            Chain chain, List<String> sample, Path frames, String brokerUri, FootfallProcess job, long from, long until)
            throws IOException, InterruptedException {
        FlinkRest rest = new FlinkRest(job);
        try (FrameLogWriter log = new FrameLogWriter(frames, Framing.DEFAULT_LANES);
                Load load = new Load(chain, Broker.at(brokerUri), (store, lane, frame) -> {
                    if (sample.contains(store)) {
                        append(log, store, frame);
                    }
                })) {
            long empty = awaitTaken(rest, load).bytes();
            load.playFast(from, until, MINUTE_MILLIS);
            FlinkRest.Checkpoint end = awaitTaken(rest, load);
            long heap = job.heapAfterCollection();
            load.end(chain.stores().stream().map(store -> store.id()).toList());
            awaitTaken(rest, load);
            long heapWithoutDay = job.heapAfterCollection();
            return new Kept(end.bytes() - empty, heap - heapWithoutDay, load.positions());
        }
    }

    private static void append(FrameLogWriter log, String store, byte[] frame) {
        try {
            log.append(store, frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until everything sent is in a checkpoint. */
    private static FlinkRest.Checkpoint awaitTaken(FlinkRest rest, Load load) throws IOException, InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (rest.taken() < load.sent()) {
            await(
                    deadline,
                    String.format(
                            Locale.ROOT,
                            "the job has taken %,.0f of %,d frames and ticks, and asked %,.0f times for one",
                            rest.taken(),
                            load.sent(),
                            rest.sumOfLanes(".requests")));
        }
        long taken = System.currentTimeMillis();
        while (true) {
            List<FlinkRest.Checkpoint> since = rest.checkpoints().stream()
                    .filter(each -> each.endMillis() - each.durationMillis() > taken)
                    .toList();
            if (!since.isEmpty()) {
                return since.get(0);
            }
            await(deadline, "no checkpoint is completed");
        }
    }

    private static void await(long deadline, String what) throws IOException, InterruptedException {
        if (System.currentTimeMillis() > deadline) {
            throw new IOException(what);
        }
        TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
    }

    private static int compare(Bench bench, Path packs, Path frames, List<String> sample, Influxd influx)
            throws IOException, InterruptedException, UnequalResultsException {
        Path file = replay(bench, packs, frames);
        FinalPoints wanted = FinalPoints.ofFile(file);
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            FinalPoints found = FinalPoints.ofStores(influx.url(), DATABASE, sample);
            List<String> differences = wanted.differences(found);
            if (differences.isEmpty()) {
                return wanted.size();
            }
            if (System.currentTimeMillis() > deadline) {
                throw new UnequalResultsException(differences.size() + " of " + wanted.size()
                        + " final points differ from a replay's, e.g. " + differences.get(0));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private static Path replay(Bench bench, Path packs, Path frames) throws IOException {
        Path runs = Files.createDirectories(bench.folder().resolve("day-runs"));
        try {
            LocalJob.run(
                    Topology.configuration(),
                    1,
                    bench.folder().resolve("day-replay"),
                    environment -> ReplayJob.build(
                            environment,
                            new StorePackFolder(packs.toString()),
                            Profile.CHAIN,
                            frames,
                            new LineProtocolSink(runs.toString())));
        } catch (Exception e) {
            throw new IOException("the replay failed: " + e.getMessage(), e);
        }
        Path file = bench.folder().resolve("day.lp");
        SortedLines.merge(runs, file);
        return file;
    }
}
