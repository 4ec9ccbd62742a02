package dev.footfall.benchmarks;

import dev.footfall.benchmarks.chain.ChainBenchmark;
import dev.footfall.benchmarks.flink.FlinkBenchmark;
import dev.footfall.benchmarks.flink.PointsBenchmark;
import dev.footfall.benchmarks.flink.ReplayBenchmark;
import dev.footfall.benchmarks.flink.StoresBenchmark;
import dev.footfall.benchmarks.frames.FramesBenchmark;
import dev.footfall.benchmarks.gateway.GatewayBenchmark;
import dev.footfall.benchmarks.json.JsonBenchmark;
import dev.footfall.benchmarks.latency.LatencyBenchmark;
import dev.footfall.benchmarks.lines.LinesBenchmark;
import dev.footfall.benchmarks.segments.SegmentsBenchmark;
import dev.footfall.benchmarks.spool.SpoolBenchmark;
import dev.footfall.benchmarks.zones.ZonesBenchmark;
import dev.footfall.local.WorkFolder;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./footfall bench}. */
@Command(
        name = "footfall bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measure what an event costs, beside what else one would use, and write it down.",
            "Each benchmark checks that all ways it compares come to the same result.",
            "",
            "Exit codes: 0 done, targets met or not; 1 results are not equal, or one could not be run: the others are."
        })
final class BenchCommand implements Callable<Integer> {
    /** All of them, in the order they run. */
    static final List<Benchmark> ALL = List.of(
            new ZonesBenchmark(),
            new SegmentsBenchmark(),
            new FramesBenchmark(),
            new SpoolBenchmark(),
            new LinesBenchmark(),
            new JsonBenchmark(),
            new GatewayBenchmark(),
            new FlinkBenchmark(),
            new StoresBenchmark(),
            new ReplayBenchmark(),
            new PointsBenchmark(),
            new ChainBenchmark(),
            new LatencyBenchmark());

    @Parameters(
            paramLabel = "NAME",
            description = "Which ones: ${COMPLETION-CANDIDATES}; all without any.",
            completionCandidates = Names.class)
    private List<String> names = new ArrayList<>();

    @Option(
            names = "--quick",
            description =
                    "Seconds each: shows that they run and that results are equal; its times mean nothing and are only printed.")
    private boolean quick;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Where the results go (default: benchmarks/RESULTS.md; nowhere with --quick).")
    private @Nullable Path out;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    private final List<Benchmark> benchmarks;

    BenchCommand() {
        this(ALL);
    }

    /** With other benchmarks than usual. */
    BenchCommand(List<Benchmark> benchmarks) {
        this.benchmarks = benchmarks;
    }

    /** The words that choose. */
    static final class Names extends ArrayList<String> {
        private static final long serialVersionUID = 1L;

        Names() {
            super(ALL.stream().map(Benchmark::name).toList());
        }
    }

    @Override
    public Integer call() throws Exception {
        List<Benchmark> chosen = chosen();
        PrintWriter print = spec.commandLine().getOut();
        Path file = out != null || quick ? out : home().resolve("benchmarks").resolve("RESULTS.md");
        int failed = 0;
        for (Benchmark benchmark : chosen) {
            print.println(benchmark.name() + ": " + benchmark.title());
            print.flush();
            String machine = Machine.inWords();
            Path folder = Files.createTempDirectory("footfall-bench-");
            WorkFolder.removeAtExit(folder);
            long began = System.nanoTime();
            try {
                Report report = benchmark.run(new Bench(quick, folder, print));
                List<String> section = section(benchmark, report, machine);
                section.forEach(print::println);
                print.flush();
                if (file != null) {
                    new Results(file).put(benchmark.name(), section);
                }
            } catch (UnequalResultsException e) {
                spec.commandLine().getErr().println(benchmark.name() + ": results are not equal: " + e.getMessage());
                failed++;
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                spec.commandLine().getErr().println(benchmark.name() + ": could not be run:");
                e.printStackTrace(spec.commandLine().getErr());
                failed++;
            } finally {
                print.printf("(%d s)%n", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
                WorkFolder.remove(folder);
            }
        }
        return failed == 0 ? 0 : 1;
    }

    private List<Benchmark> chosen() {
        Map<String, Benchmark> known =
                benchmarks.stream().collect(Collectors.toMap(Benchmark::name, Function.identity()));
        TreeSet<String> unknown = new TreeSet<>(names);
        unknown.removeAll(known.keySet());
        if (!unknown.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "no such benchmark: " + String.join(", ", unknown) + "; there are "
                            + benchmarks.stream().map(Benchmark::name).collect(Collectors.joining(", ")));
        }
        return benchmarks.stream()
                .filter(each -> names.isEmpty() || names.contains(each.name()))
                .toList();
    }

    private List<String> section(Benchmark benchmark, Report report, String machine) {
        List<String> lines = new ArrayList<>();
        lines.add("## " + benchmark.title());
        lines.add("");
        lines.add(String.format(
                Locale.ROOT,
                "%s; %s; `./footfall bench %s%s`.",
                LocalDate.now(ZoneOffset.UTC),
                machine,
                benchmark.name(),
                quick ? " --quick" : ""));
        lines.add("");
        lines.addAll(report.lines());
        lines.add(
                "- What was done for it, what that lost and what is left: [docs/performance.md](../docs/performance.md).");
        return lines;
    }

    private static Path home() {
        return Path.of(System.getProperty("footfall.home", "."));
    }

    /** For the launcher. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }
}
