package dev.footfall.benchmarks.flink;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Cost;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.Target;
import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.gateway.framing.Framing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;

/** All figures from encoded frames: the topology beside an idiomatic Flink job and beside the floor. */
public final class FlinkBenchmark implements Benchmark {
    private static final String STORE = "demo/stores/supermarket";
    private static final int VISITS_PER_DAY = 5_300;
    private static final double NOON_HOURS = 5;
    private static final int FEW_STORES = 4;
    private static final int MANY_STORES = 40;
    private static final double LONG_HOURS = 1.1;
    private static final int ROUNDS = 3;
    /** The one in which the peer goes too, which takes so long. */
    private static final int ROUND_OF_ALL = 2;

    @Override
    public String name() {
        return "flink";
    }

    @Override
    public String title() {
        return "Encoded frames to all figures";
    }

    @Override
    public Report run(Bench bench) throws Exception {
        Path pack = Template.example(STORE);
        bench.say("simulating");
        Template hour = Template.simulate(
                pack, bench.quick() ? 1 : NOON_HOURS, bench.quick() ? 0.1 : 0.5, VISITS_PER_DAY, Framing.ofRecording());
        Traffic little = Traffic.write(bench.folder().resolve("little"), hour, FEW_STORES)
                .withJson(hour);
        bench.say("checking on " + little.positions() + " positions");
        Trial ours = new Trial(Way.TOPOLOGY);
        Trial peer = new Trial(Way.PEER);
        Trial floor = new Trial(Way.FLOOR);
        List<Trial> all = List.of(ours, peer, floor);
        for (Trial trial : all) {
            LocalJob.Run run =
                    trial.way().run(little, trial.way().name(), bench.folder().resolve("flink"));
            if (bench.quick()) {
                trial.runs().add(run);
            }
        }
        for (String measurement : List.of("footfall", "zone_dwell", "heatmap")) {
            requireEqual(measurement, ours, floor);
        }
        for (String measurement : List.of("footfall", "heatmap", "visits")) {
            requireEqual(measurement, ours, peer);
        }
        Traffic timed = little;
        if (!bench.quick()) {
            bench.say("simulating " + MANY_STORES + " stores");
            Template noon = Template.simulate(pack, NOON_HOURS, LONG_HOURS, VISITS_PER_DAY, Framing.ofRecording());
            timed = Traffic.write(bench.folder().resolve("much"), noon, MANY_STORES)
                    .withJson(noon);
            time(bench, timed, all);
        }
        return report(timed, ours, peer, floor);
    }

    /** One way, with what it came to on little traffic and what it cost on much. */
    private record Trial(Way way, Ledger ledger, List<LocalJob.Run> runs) {
        Trial(Way way) {
            this(way, Ledger.open(way.name(), true), new ArrayList<>());
        }

        Cost cost(long positions) {
            return new Cost(
                    way.words(),
                    median(LocalJob.Run::wallNanos) / (double) positions,
                    median(LocalJob.Run::cpuNanos) / (double) positions,
                    Double.NaN);
        }

        private long median(ToLongFunction<LocalJob.Run> of) {
            return runs.stream().mapToLong(of).sorted().toArray()[runs.size() / 2];
        }
    }

    private static void requireEqual(String measurement, Trial one, Trial other) throws UnequalResultsException {
        Ledger.requireEqual(
                measurement, one.way().words(), one.ledger(), other.way().words(), other.ledger());
    }

    private static void time(Bench bench, Traffic much, List<Trial> all) throws Exception {
        long cells = -1;
        for (int round = 1; round <= ROUNDS; round++) {
            for (Trial trial : all) {
                if (trial.way() == Way.PEER && round != ROUND_OF_ALL) {
                    continue;
                }
                WayProcess.Outcome outcome = WayProcess.run(
                        trial.way(), 1, much, much, bench.folder().resolve("flink"));
                if (cells >= 0 && outcome.cells() != cells) {
                    throw new UnequalResultsException(trial.way().words() + " has " + outcome.cells()
                            + " figures of cells, others have " + cells);
                }
                cells = outcome.cells();
                trial.runs().add(outcome.run());
                bench.say(String.format(
                        Locale.ROOT,
                        "round %d, %s: %,.0f positions/s, %,.0f ns of CPU each",
                        round,
                        trial.way().words(),
                        much.positions() * 1e9 / outcome.run().wallNanos(),
                        outcome.run().cpuNanos() / (double) much.positions()));
            }
        }
    }

    private static Report report(Traffic traffic, Trial ours, Trial peer, Trial floor) {
        Cost topology = ours.cost(traffic.positions());
        Cost idiomatic = peer.cost(traffic.positions());
        Cost thread = floor.cost(traffic.positions());
        return new Report(
                "footfall and heat map (seconds and visits of every cell in every window) equal in all three ways; visits equal in the topology and the"
                        + " idiomatic job; seconds and visits of zones in the topology and the single thread.",
                "position",
                List.of(topology, idiomatic, thread),
                List.of(
                        Target.ratio(idiomatic, topology, 10),
                        new Target(
                                "topology beside the single thread, per core",
                                thread.cpuNanos() / topology.cpuNanos(),
                                "×",
                                Target.Bound.AT_LEAST,
                                0.5),
                        new Target("topology", topology.perSecond(), "positions/s", Target.Bound.AT_LEAST, 2_000_000)),
                List.of(
                        String.format(
                                Locale.ROOT,
                                "%,d positions of %d supermarkets at noon (error-free sensors); in a full run each in a process of its own that ran the same traffic once before, three rounds in turn, the idiomatic job in the"
                                        + " second alone;"
                                        + " medians. Checkpoints every 5 s in both jobs, hashmap state, object reuse; points counted and thrown away. Processor time"
                                        + " of the whole process, garbage collection included, but for the JIT compilers', which is of the first minutes.",
                                traffic.positions(),
                                traffic.stores().size()),
                        "The idiomatic job takes the same events as one JSON object of some 140 bytes each, bound by Jackson. It computes less: no flows, paths, funnels,"
                                + " occupancy, quantiles, completeness, no time in zones but that of stays; it takes days as 24 hours, drops what is disordered by more than 10 s,"
                                + " and rolls heat up from the minute. Its stays run from observation to observation, not from border to border: "
                                + stays(ours, peer)
                                + ".",
                        "The single thread decodes the same frames and fills the same grids of heat and zones and the same door counts, in the order of arrival: no stays,"
                                + " visits, flows or funnels, no points, no checkpoints."));
    }

    /** How far the peer's stays are from exact ones. */
    private static String stays(Trial ours, Trial peer) {
        long[] exact = ours.ledger().sum("stays", "1m");
        long[] sampled = peer.ledger().sum("stays", "1m");
        return String.format(
                Locale.ROOT,
                "%,d stays of %,.0f s in all where there were %,d of %,.0f s",
                sampled[0],
                sampled[1] / 1e3,
                exact[0],
                exact[1] / 1e3);
    }
}
