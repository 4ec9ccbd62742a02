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

/** What an event costs when it is of one of few stores, and of one of many. */
public final class StoresBenchmark implements Benchmark {
    private static final String STORE = "chain/stores/convenience";
    private static final int VISITS_PER_DAY = 318;
    private static final double NOON_HOURS = 5;
    /** Long enough that what is measured is more than what reading as many layouts takes one time more or less. */
    private static final double STRETCH_HOURS = 0.25;

    private static final double LIVE_STRETCH_HOURS = 0.05;
    private static final double MOST = 1.3;

    @Override
    public String name() {
        return "stores";
    }

    @Override
    public String title() {
        return "Few stores and many";
    }

    /** Stores, and the days of each, whose product is the same. */
    private record Size(int stores, int days) {
        String words() {
            return String.format(Locale.ROOT, "%,d stores", stores);
        }
    }

    @Override
    public Report run(Bench bench) throws Exception {
        List<Size> sizes = bench.quick()
                ? List.of(new Size(2, 10), new Size(20, 1))
                : List.of(new Size(10, 1_100), new Size(1_000, 11), new Size(11_000, 1));
        Template template = template(Framing.ofRecording(), bench.quick() ? LIVE_STRETCH_HOURS : STRETCH_HOURS);
        bench.say(template.positions() + " positions a store day in "
                + template.frames().size() + " frames");
        List<Cost> costs = new ArrayList<>();
        long cells = -1;
        for (Size size : sizes) {
            Measured measured = measure(bench, template, size, size.words());
            if (cells >= 0 && measured.cells() != cells) {
                throw new UnequalResultsException(
                        size.words() + ": " + measured.cells() + " figures of cells, before " + cells);
            }
            cells = measured.cells();
            costs.add(measured.cost());
        }
        List<Target> targets = new ArrayList<>();
        for (Cost cost : costs.subList(1, costs.size())) {
            targets.add(new Target(
                    cost.way() + ", processor time an event beside "
                            + costs.get(0).way(),
                    cost.cpuNanos() / costs.get(0).cpuNanos(),
                    "×",
                    Target.Bound.AT_MOST,
                    MOST));
        }
        Size most = sizes.get(sizes.size() - 1);
        Template live = template(Framing.ofLive(), LIVE_STRETCH_HOURS);
        costs.add(measure(bench, live, most, most.words() + ", frames of a second")
                .cost());
        return new Report(
                "the same number of figures of cells whatever the number of stores.",
                "position",
                costs,
                targets,
                List.of(
                        String.format(
                                Locale.ROOT,
                                "%,d store days of a convenience shop, %.0f minutes at noon each (%d positions in %d frames), spread over the stores; all figures, final ones alone."
                                        + " The processor time of a row is what twice the store days take more than once, so without what starting and reading the store packs take;"
                                        + " each run in a process that ran it once before, checkpoints every 5 s.",
                                most.stores(),
                                (bench.quick() ? LIVE_STRETCH_HOURS : STRETCH_HOURS) * 60,
                                template.positions(),
                                template.frames().size()),
                        String.format(
                                Locale.ROOT,
                                "The last row has three minutes of them in live frames, a second each (%d frames a store day): what a frame costs by itself.",
                                live.frames().size()),
                        "Figures are written when the stretch ends, for all windows: many for so few events. A whole day has fewer an event."));
    }

    private static Template template(Framing framing, double hours) throws Exception {
        return Template.simulate(Template.example(STORE), NOON_HOURS, hours, VISITS_PER_DAY, framing);
    }

    /** How many figures of cells there were, and what an event cost. */
    private record Measured(long cells, Cost cost) {}

    private static Measured measure(Bench bench, Template template, Size size, String way) throws Exception {
        Path folder = bench.folder().resolve(way.replaceAll("\\W+", "-"));
        StoreDays days = StoreDays.write(folder, template, size.stores(), size.days());
        WayProcess.Outcome once = run(bench, days, days.once());
        WayProcess.Outcome twice = run(bench, days, days.twice());
        if (twice.cells() != 2 * once.cells()) {
            throw new UnequalResultsException(
                    way + ": twice the store days have " + twice.cells() + " figures of cells, once " + once.cells());
        }
        double positions = days.once().positions();
        // so few events as a quick run has are nothing beside the start
        long before = bench.quick() ? 0 : 1;
        Cost cost = new Cost(
                way,
                twice.run().wallNanos() / (2 * positions),
                (twice.run().cpuNanos() - before * once.run().cpuNanos()) / positions,
                Double.NaN);
        bench.say(String.format(
                Locale.ROOT,
                "%s: %,.0f ns of CPU a position; the first %,.0f positions %,.1f s",
                way,
                cost.cpuNanos(),
                positions,
                once.run().cpuNanos() / 1e9));
        return new Measured(once.cells(), cost);
    }

    private static WayProcess.Outcome run(Bench bench, StoreDays days, Traffic traffic) throws Exception {
        Path folder = bench.folder().resolve("flink");
        if (!bench.quick()) {
            return WayProcess.run(Way.TOPOLOGY, 1, days.once(), traffic, folder);
        }
        Ledger ledger = Ledger.open("stores", false);
        LocalJob.Run run = Way.TOPOLOGY.run(traffic, "stores", folder);
        return new WayProcess.Outcome(ledger.cells(), run);
    }
}
