package dev.footfall.benchmarks.flink;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.jobs.Cadence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** How many points InfluxDB is told for a million events, by measurement and window. */
public final class PointsBenchmark implements Benchmark {
    private static final int VISITS_PER_DAY = 5_300;
    private static final double NOON_HOURS = 5;
    /** As live, but that what is half a second older is not late. */
    private static final Framing FRAMING =
            new Framing(Framing.DEFAULT_LANES, Framing.DEFAULT_FRAME_EVERY_MILLIS, Framing.DEFAULT_FRAME_BYTES, 2);

    @Override
    public String name() {
        return "points";
    }

    @Override
    public String title() {
        return "Points written to InfluxDB";
    }

    /** The points of some traffic at some cadence. */
    private record Told(Map<String, Long> written, Map<String, String> held) {
        double in(String kind) {
            return written.getOrDefault(kind, 0L);
        }

        double all() {
            return written.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    @Override
    public Report run(Bench bench) throws Exception {
        Template once = Template.simulate(
                Template.example("demo/stores/supermarket"),
                bench.quick() ? 1 : NOON_HOURS,
                bench.quick() ? 0.1 : 2,
                VISITS_PER_DAY,
                FRAMING);
        Traffic traffic = Traffic.write(bench.folder().resolve("once"), once, 1);
        bench.say(traffic.positions() + " positions");
        Told live = told(bench, traffic, "live", Cadence.LIVE);
        Told chain = told(bench, traffic, "chain", Cadence.CHAIN);
        Told last = told(bench, traffic, "final", Cadence.FINAL_ONLY);
        requireSame(last, live);
        Traffic more = Traffic.write(bench.folder().resolve("twice"), Midpoints.into(once), 1);
        Told twice = told(bench, more, "twice", Cadence.LIVE);
        double million = traffic.positions() / 1e6;
        return new Report(
                "what is held in the end of the live cadence's points is what a replay writes once.",
                "point",
                List.of(),
                List.of(),
                List.of(
                        String.format(
                                Locale.ROOT,
                                "%,d positions of one supermarket in %s, frames of a second each; every window of it, the day too, ends with it.",
                                traffic.positions(),
                                bench.quick() ? "six minutes" : "two hours"),
                        "Windows × live cells (zones, doors, …) is what a replay writes: each figure once. Live, figures of windows that are open are written again on a schedule, so"
                                + " a window is written at most as often as its schedule fits into it, and only while something changes.",
                        String.format(
                                Locale.ROOT,
                                "Bounded by windows and cells, not by events: with a second observation half way between any two of the same paths, %.2f × the positions give %.2f ×"
                                        + " the points.",
                                more.positions() / (double) traffic.positions(),
                                twice.all() / live.all())),
                table(last, live, chain, million));
    }

    private static Told told(Bench bench, Traffic traffic, String name, Cadence cadence) throws Exception {
        bench.say("at the " + name + " cadence");
        PointLedger ledger = PointLedger.open(name);
        Path folder = bench.folder().resolve("flink");
        Engine.run(traffic.packs(), traffic.frames(), cadence, new PointLedger.Into(name), 1, folder);
        return new Told(ledger.written(), ledger.held());
    }

    private static void requireSame(Told last, Told live) throws UnequalResultsException {
        int differ = 0;
        String first = "";
        TreeSet<String> names = new TreeSet<>(last.held().keySet());
        names.addAll(live.held().keySet());
        for (String name : names) {
            String one = String.valueOf(last.held().get(name));
            String other = String.valueOf(live.held().get(name));
            if (!one.equals(other) && differ++ == 0) {
                first = name + ": " + one + " and " + other;
            }
        }
        if (differ > 0) {
            throw new UnequalResultsException(
                    differ + " points that are held in the end are not those of a replay, the first " + first);
        }
    }

    private static List<String> table(Told last, Told live, Told chain, double million) {
        List<String> lines = new ArrayList<>(List.of(
                "| measurement | window | windows × live cells, per million positions | written live | written in the chain profile |",
                "|---|---|---|---|---|"));
        TreeSet<String> kinds = new TreeSet<>(live.written().keySet());
        kinds.addAll(last.written().keySet());
        for (String kind : kinds) {
            String[] words = kind.split(" ");
            lines.add(String.format(
                    Locale.ROOT,
                    "| `%s` | %s | %,.0f | %,.0f | %,.0f |",
                    words[0],
                    words[1],
                    last.in(kind) / million,
                    live.in(kind) / million,
                    chain.in(kind) / million));
        }
        lines.add(String.format(
                Locale.ROOT,
                "| all | | %,.0f | %,.0f | %,.0f |",
                last.all() / million,
                live.all() / million,
                chain.all() / million));
        return lines;
    }
}
