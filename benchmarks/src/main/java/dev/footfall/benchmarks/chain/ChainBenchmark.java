package dev.footfall.benchmarks.chain;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.Target;
import dev.footfall.benchmarks.Target.Bound;
import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.servers.Influxd;
import dev.footfall.servers.Mosquitto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** {@code chain}: 11,000 convenience stores, 44,000 positions a second, through a broker and a job process into an InfluxDB. */
public final class ChainBenchmark implements Benchmark {
    private static final int STORES = 11_000;
    private static final double KIB = 1 << 10;
    private static final double GIB = 1 << 30;

    @Override
    public String name() {
        return "chain";
    }

    @Override
    public String title() {
        return "The chain: 11,000 stores, 44,000 positions/s, to InfluxDB";
    }

    @Override
    public Report run(Bench bench) throws IOException, InterruptedException, UnequalResultsException {
        Path folder = bench.folder();
        Path template = Path.of(System.getProperty("footfall.home", "."), "examples/chain/stores/convenience");
        int stores = Integer.getInteger("footfall.bench.stores", bench.size(100, STORES));
        try (Mosquitto broker = Mosquitto.start(folder.resolve("mosquitto"));
                Influxd influx = Influxd.start(folder.resolve("influxd"))) {
            WholeDay day = WholeDay.run(bench, template, broker.uri().toString(), influx);
            BusyHour hour = BusyHour.run(bench, template, stores, broker.uri().toString(), influx);
            return report(stores, day, hour);
        }
    }

    private static Report report(int stores, WholeDay day, BusyHour hour) {
        double heapAtEndOfDay = hour.heapBytes() + (double) day.heapBytesAStore() * stores;
        return new Report(
                day.checked(),
                "position",
                List.of(),
                List.of(
                        new Target(
                                "processor of the job's process, at the whole rate",
                                hour.coresAtWholeRate(stores),
                                "cores",
                                Bound.AT_MOST,
                                1),
                        new Target(
                                "its heap after a collection, with the state of that day's end",
                                heapAtEndOfDay / GIB,
                                "GiB",
                                Bound.AT_MOST,
                                3),
                        new Target(
                                "what was sent and not taken at the end, in seconds of the load",
                                hour.backlogSeconds(stores),
                                "s",
                                Bound.AT_MOST,
                                1),
                        new Target(
                                "state of a store at the end of its day",
                                day.stateBytesAStore() / KIB,
                                "KiB",
                                Bound.AT_MOST,
                                30),
                        new Target("longest checkpoint", hour.checkpointMillis() / 1000.0, "s", Bound.AT_MOST, 5),
                        new Target("longest pause for a checkpoint", hour.pauseMillis(), "ms", Bound.AT_MOST, 100)),
                List.of(
                        String.format(
                                Locale.ROOT,
                                "%,d stores, a frame or tick every %.0f s of each, as `--frame-every` is advised for chains: %,.0f positions/s in %,.0f frames and ticks/s were sent, %.0f s measured; load, broker and InfluxDB on the same cores.",
                                stores,
                                BusyHour.EVERY_MILLIS / 1000.0,
                                hour.positionsPerSecond(),
                                hour.messagesPerSecond(),
                                hour.seconds()),
                        String.format(
                                Locale.ROOT,
                                "Processor of the job: %.2f cores, %.1f µs a frame or tick that it took. By thread, in cores: %s.",
                                hour.cores(),
                                hour.cpuSecondsAMessage() * 1e6,
                                hour.threads()),
                        String.format(
                                Locale.ROOT,
                                "Heap after a collection: %.2f GiB with %,d stores after these minutes; %,.0f KiB more a store at the end of a day, by what %d stores let go of when it is over.",
                                hour.heapBytes() / GIB,
                                stores,
                                day.heapBytesAStore() / KIB,
                                day.stores()),
                        String.format(
                                Locale.ROOT,
                                "Measured after %.0f s of that load (at least 70 s, and until the lanes had caught up or six minutes had passed). Sent and not taken: %,.0f frames and ticks at the beginning, %,.0f at the end. Lag of the lanes: %.1f s, then %.1f s, of which the devices' slack is 2 s; the load was late by %,d ms at most. Of the longest pause %,d ms were the snapshot itself. State of all stores: %.0f MiB.",
                                hour.catchingUpSeconds(),
                                hour.backlogBefore(),
                                hour.backlogAfter(),
                                hour.lagBeforeMillis() / 1000.0,
                                hour.lagAfterMillis() / 1000.0,
                                hour.loadDelayMillis(),
                                hour.synchronousMillis(),
                                hour.stateBytes() / KIB / KIB),
                        day.note()));
    }
}
