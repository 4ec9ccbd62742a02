package dev.footfall.benchmarks.lines;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Cost;
import dev.footfall.benchmarks.JmhCosts;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.Target;
import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.jobs.influx.LineFields;
import java.util.List;
import java.util.Map;

/** Writes points as line protocol. */
public final class LinesBenchmark implements Benchmark {
    @Override
    public String name() {
        return "lines";
    }

    @Override
    public String title() {
        return "Line protocol";
    }

    @Override
    public Report run(Bench bench) throws Exception {
        LineWays ways = new LineWays();
        List<String> own = ways.footfall();
        List<String> theirs = ways.influxClient();
        for (int i = 0; i < own.size(); i++) {
            if (!Line.of(own.get(i)).equals(Line.of(theirs.get(i)))) {
                throw new UnequalResultsException(own.get(i) + " is not " + theirs.get(i));
            }
        }
        List<Cost> costs = JmhCosts.of(LineWays.class, bench);
        return new Report(
                "the lines of the client have the same series, the same values of the same fields and the same time.",
                "point",
                costs,
                List.of(Target.told(Cost.of("influxClient", costs), Cost.of("footfall", costs))),
                List.of(
                        "1,000 points of a heat map, from figures to text: four tags, five fields. influxClient: `Point.toLineProtocol` of influxdb-client-java."));
    }

    /** A line, whatever the order of its fields; no value of these has a blank. */
    private record Line(String series, Map<String, String> fields, String time) {
        static Line of(String line) {
            String[] parts = line.split(" ", -1);
            return new Line(parts[0], LineFields.read(parts[1]), parts[2]);
        }
    }
}
