package dev.footfall.benchmarks.lines;

import com.influxdb.client.domain.WritePrecision;
import dev.footfall.jobs.points.Point;
import dev.footfall.jobs.points.PointWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** The ways to write a thousand points of a heat map, from the figures to the line. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(LineWays.POINTS)
public class LineWays {
    static final int POINTS = 1_000;

    private static final long START_MILLIS = 1_767_607_080_000L;
    private static final String STORE = "market-0042";
    private static final String DEFINITIONS = "4c1f09ab";

    private final List<Figure> figures = figures();

    /** The heat of a cell. */
    record Figure(int column, int row, long micros, int visits) {}

    private static List<Figure> figures() {
        Random random = new Random(4);
        List<Figure> figures = new ArrayList<>();
        for (int i = 0; i < POINTS; i++) {
            figures.add(new Figure(
                    random.nextInt(120), random.nextInt(72), random.nextInt(90_000_000), 1 + random.nextInt(9)));
        }
        return figures;
    }

    @Benchmark
    public List<String> footfall() {
        List<Point> points = new ArrayList<>();
        PointWriter writer = new PointWriter(points, millis -> DEFINITIONS);
        for (Figure figure : figures) {
            writer.measurement("heatmap")
                    .tag("cell", figure.column + "_" + figure.row)
                    .tag("floor", "0")
                    .tag("store", STORE)
                    .tag("window", "1m")
                    .seconds("seconds", figure.micros)
                    .integer("visits", figure.visits)
                    .metric(START_MILLIS, PointWriter.FINAL, 10_000);
        }
        List<String> lines = new ArrayList<>();
        points.forEach(point -> lines.add(point.line()));
        return lines;
    }

    @Benchmark
    public List<String> influxClient() {
        List<String> lines = new ArrayList<>();
        for (Figure figure : figures) {
            lines.add(com.influxdb.client.write.Point.measurement("heatmap")
                    .addTag("cell", figure.column + "_" + figure.row)
                    .addTag("floor", "0")
                    .addTag("store", STORE)
                    .addTag("window", "1m")
                    .addField("seconds", figure.micros / 1e6)
                    .addField("visits", figure.visits)
                    .addField("status", PointWriter.FINAL)
                    .addField("completeness", 1.0)
                    .addField("definitions", DEFINITIONS)
                    .time(START_MILLIS, WritePrecision.MS)
                    .toLineProtocol());
        }
        return lines;
    }
}
