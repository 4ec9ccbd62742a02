package dev.footfall.benchmarks.latency;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.Target;
import dev.footfall.benchmarks.Target.Bound;
import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.benchmarks.load.FootfallProcess;
import dev.footfall.mqtt.Broker;
import dev.footfall.servers.Influxd;
import dev.footfall.servers.Mosquitto;
import dev.footfall.simulator.chain.Chain;
import dev.footfall.simulator.chain.Chain.Stretch;
import dev.footfall.simulator.chain.StoreFormat;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** {@code latency}: event published → its provisional point in InfluxDB, at 10,000 events a second. */
public final class LatencyBenchmark implements Benchmark {
    private static final int STORES = 20;
    private static final int SLACK_MILLIS = 2_000;
    /** Of any day: only the stores of the chain are wanted. */
    private static final long NOON = 1_772_449_200_000L;

    private static final int GOAL_MILLIS = SLACK_MILLIS + 2_000;

    @Override
    public String name() {
        return "latency";
    }

    @Override
    public String title() {
        return "Event published → its provisional point in InfluxDB, 10,000 events/s";
    }

    @Override
    public Report run(Bench bench) throws IOException, InterruptedException, UnequalResultsException {
        Path folder = bench.folder();
        Path template = Path.of(System.getProperty("footfall.home", "."), "examples/chain/stores/convenience");
        Path packs = folder.resolve("stores");
        List<String> stores = packs(template, packs);
        try (Mosquitto devices = Mosquitto.start(folder.resolve("devices"));
                Mosquitto jobs = Mosquitto.start(folder.resolve("jobs"));
                Influxd influx = Influxd.start(folder.resolve("influxd"));
                FootfallProcess job = job(folder, packs, jobs.uri(), influx.url());
                FootfallProcess gateway = gateway(folder, packs, devices.uri(), jobs.uri());
                Walkers walkers = new Walkers(stores, Broker.at(devices.uri().toString()));
                Counted counted = new Counted(influx, stores.get(0))) {
            bench.say("warming up");
            walkers.publish(bench.size(4_000, 30_000));
            int warmUp = walkers.counts();
            bench.say("measuring");
            long began = System.nanoTime();
            double cpuBefore = cpu(job, gateway);
            walkers.publish(bench.size(3_000, 45_000));
            double seconds = (System.nanoTime() - began) / 1e9;
            double cores = (cpu(job, gateway) - cpuBefore) / seconds;
            walkers.goOnUntil(() -> counted.people() >= walkers.countsAtEnd());
            if (counted.mostPeople() > walkers.counts()) {
                throw new UnequalResultsException("the door has counted " + counted.mostPeople() + " people, but "
                        + walkers.counts() + " came in");
            }
            double[] late = late(walkers, counted, warmUp, walkers.countsAtEnd());
            return new Report(
                    "every one of " + walkers.countsAtEnd() + " people who came in was counted once.",
                    "event",
                    List.of(),
                    List.of(new Target("99th percentile", quantile(late, 0.99), "ms", Bound.AT_MOST, GOAL_MILLIS)),
                    List.of(String.format(
                            Locale.ROOT,
                            "Of it %,d ms are the slack that is waited for late events. Median %,.0f ms, longest %,.0f ms, of %,d counts in %.0f s; "
                                    + "%,.0f positions/s of %d stores beside, frames every second; job and gateway took %.2f cores.",
                            SLACK_MILLIS,
                            quantile(late, 0.5),
                            quantile(late, 1),
                            late.length,
                            seconds,
                            walkers.positionsPerSecond(),
                            STORES,
                            cores)));
        }
    }

    private static List<String> packs(Path template, Path packs) throws IOException {
        Chain chain = Chain.of(
                List.of(StoreFormat.of(template, STORES)), 1, new Stretch(NOON, NOON + 60_000, 0, false), NOON);
        chain.writePacks(packs);
        return chain.stores().stream().map(store -> store.id()).toList();
    }

    private static FootfallProcess job(Path folder, Path packs, URI broker, URI influx)
            throws IOException, InterruptedException {
        return FootfallProcess.start(
                folder.resolve("job.log"),
                "1g",
                "job: running",
                List.of(
                        "job",
                        "--stores",
                        packs.toString(),
                        "--broker",
                        broker.toString(),
                        "--influx",
                        influx.toString(),
                        "--checkpoints",
                        folder.resolve("checkpoints").toString(),
                        "--parallelism",
                        "2"));
    }

    private static FootfallProcess gateway(Path folder, Path packs, URI devices, URI jobs)
            throws IOException, InterruptedException {
        return FootfallProcess.start(
                folder.resolve("gateway.log"),
                "1g",
                "devices at ",
                List.of(
                        "gateway",
                        "--stores",
                        packs.toString(),
                        "--broker",
                        devices.toString(),
                        "--uplink",
                        jobs.toString(),
                        "--spool",
                        folder.resolve("spool").toString(),
                        "--metrics-port",
                        "0"));
    }

    private static double cpu(FootfallProcess... parts) throws IOException {
        double seconds = 0;
        for (FootfallProcess part : parts) {
            seconds += part.cpu().toNanos() / 1e9;
        }
        return seconds;
    }

    private static double[] late(Walkers walkers, Counted counted, int from, int to) {
        double[] late = new double[to - from];
        for (int person = from; person < to; person++) {
            late[person - from] = (counted.seenNanos(person + 1) - walkers.publishedNanos(person)) / 1e6;
        }
        Arrays.sort(late);
        return late;
    }

    private static double quantile(double[] sorted, double share) {
        return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
    }
}
