package dev.footfall.benchmarks.zones;

import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Zone;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Geometry;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The ways to look a point up; what they answer is summed up, so that nothing can be left out. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@OperationsPerInvocation(ZoneWays.POINTS)
public class ZoneWays {
    static final int POINTS = 1 << 14;

    /** Where the points are. */
    @State(Scope.Benchmark)
    public static class Points {
        /** Anywhere on the floor, or where shoppers go. */
        @Param({"uniform", "walks"})
        public String points = "uniform";

        private final double[] x = new double[POINTS];
        private final double[] y = new double[POINTS];
        private final int[] found = new int[ShopFloor.ZONES];

        /** Makes them. */
        @Setup
        public void place() {
            Random random = new Random(1);
            Shoppers shoppers = new Shoppers(1, 64, POINTS / 64);
            boolean walks = points.equals("walks");
            for (int i = 0; i < POINTS; i++) {
                x[i] = walks ? shoppers.xMillimetres(i) / 1_000.0 : random.nextDouble() * ShopFloor.WIDTH_METRES;
                y[i] = walks ? shoppers.yMillimetres(i) / 1_000.0 : random.nextDouble() * ShopFloor.HEIGHT_METRES;
            }
        }

        long find(ZoneFinder finder) {
            long sum = 0;
            for (int i = 0; i < POINTS; i++) {
                sum += finder.zonesAt(x[i], y[i], found) + found[0];
            }
            return sum;
        }
    }

    /** Footfall's way. */
    @State(Scope.Benchmark)
    public static class Raster {
        private final ZoneFinder finder;

        /** Builds the index. */
        public Raster() {
            finder = ShopFloor.floor().zoneIndex()::zonesAt;
        }
    }

    /** Those of JTS. */
    @State(Scope.Benchmark)
    public static class Jts {
        private final ZoneFinder bruteForce;
        private final ZoneFinder preparedGeometry;
        private final ZoneFinder indexedLocator;

        /** Builds their indexes. */
        public Jts() {
            List<Geometry> zones = geometries(ShopFloor.floor());
            bruteForce = JtsFinders.bruteForce(zones);
            preparedGeometry = JtsFinders.preparedGeometry(zones);
            indexedLocator = JtsFinders.indexedLocator(zones);
        }
    }

    static List<Geometry> geometries(Floor floor) {
        return floor.zones().stream().map(Zone::geometry).toList();
    }

    @Benchmark
    public long raster(Points points, Raster raster) {
        return points.find(raster.finder);
    }

    @Benchmark
    public long bruteForce(Points points, Jts jts) {
        return points.find(jts.bruteForce);
    }

    @Benchmark
    public long preparedGeometry(Points points, Jts jts) {
        return points.find(jts.preparedGeometry);
    }

    @Benchmark
    public long indexedLocator(Points points, Jts jts) {
        return points.find(jts.indexedLocator);
    }
}
