package dev.footfall.benchmarks.zones;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Cost;
import dev.footfall.benchmarks.JmhCosts;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.Target;
import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.geofences.Floor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;

/** Looks up the zones of points. */
public final class ZonesBenchmark implements Benchmark {
    private static final int BRUTE_FORCE_EVERY = 20;

    @Override
    public String name() {
        return "zones";
    }

    @Override
    public String title() {
        return "Zone look-up";
    }

    @Override
    public Report run(Bench bench) throws Exception {
        int anywhere = bench.size(100_000, 10_000_000);
        int hard = bench.size(10_000, 50_000);
        bench.say("comparing with JTS");
        new Comparison(ShopFloor.floor()).run(anywhere, hard);
        List<Cost> costs = JmhCosts.of(ZoneWays.class, bench);
        List<Target> targets = new ArrayList<>();
        for (String points : List.of("uniform", "walks")) {
            Cost raster = Cost.of("raster, " + points, costs);
            targets.add(Target.ratio(Cost.of("indexedLocator, " + points, costs), raster, 15));
            targets.add(Target.ratio(Cost.of("preparedGeometry, " + points, costs), raster, 20));
            targets.add(Target.allocation(raster, 0));
        }
        return new Report(
                String.format(
                        "the zones of %,d points anywhere and of %,d hard ones (vertices, middles of edges, one ulp beside edges, on the line of an edge"
                                + " beyond it, corners of cells) are those that JTS says, all of them.",
                        anywhere, hard),
                "point",
                costs,
                targets,
                List.of(
                        "60 zones of 5 to 40 vertices on 60 m by 36 m; a look-up gives all zones that cover the point. `uniform`: anywhere on the floor; `walks`: 64 shoppers in turn.",
                        "bruteForce: `covers` of each zone; preparedGeometry, indexedLocator: an `STRtree` of envelopes, then a `PreparedGeometry` or an `IndexedPointInAreaLocator`"
                                + " of each zone, with point, envelope and visitor used again."));
    }

    /** Compares the index with JTS. */
    private static final class Comparison {
        private final List<Geometry> zones;
        private final ZoneFinder raster;
        private final ZoneFinder bruteForce;
        private final ZoneFinder preparedGeometry;
        private final ZoneFinder indexedLocator;
        private final int[] found = new int[ShopFloor.ZONES];
        private final int[] expected = new int[ShopFloor.ZONES];

        Comparison(Floor floor) {
            zones = ZoneWays.geometries(floor);
            raster = floor.zoneIndex()::zonesAt;
            bruteForce = JtsFinders.bruteForce(zones);
            preparedGeometry = JtsFinders.preparedGeometry(zones);
            indexedLocator = JtsFinders.indexedLocator(zones);
        }

        void run(int anywhere, int hard) throws UnequalResultsException {
            Random random = new Random(2);
            for (int i = 0; i < anywhere; i++) {
                double x = random.nextDouble() * ShopFloor.WIDTH_METRES;
                double y = random.nextDouble() * ShopFloor.HEIGHT_METRES;
                compare("indexedLocator", indexedLocator, x, y);
                if (i % BRUTE_FORCE_EVERY == 0) {
                    compare("preparedGeometry", preparedGeometry, x, y);
                    compare("bruteForce", bruteForce, x, y);
                }
            }
            HardPoints points = new HardPoints(zones, 3);
            for (int i = 0; i < hard; i++) {
                Coordinate at = points.next();
                compare("indexedLocator", indexedLocator, at.x, at.y);
                compare("preparedGeometry", preparedGeometry, at.x, at.y);
                compare("bruteForce", bruteForce, at.x, at.y);
            }
        }

        private void compare(String name, ZoneFinder peer, double x, double y) throws UnequalResultsException {
            int count = raster.zonesAt(x, y, found);
            int peerCount = peer.zonesAt(x, y, expected);
            Arrays.sort(expected, 0, peerCount);
            if (!Arrays.equals(found, 0, count, expected, 0, peerCount)) {
                throw new UnequalResultsException("at (" + x + ", " + y + ") raster found "
                        + Arrays.toString(Arrays.copyOf(found, count)) + " and " + name + " "
                        + Arrays.toString(Arrays.copyOf(expected, peerCount)));
            }
        }
    }
}
