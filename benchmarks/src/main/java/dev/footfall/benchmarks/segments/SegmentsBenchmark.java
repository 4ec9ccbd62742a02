package dev.footfall.benchmarks.segments;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Cost;
import dev.footfall.benchmarks.JmhCosts;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.Target;
import java.util.List;

/** Takes segments between two sightings: zones, heat, stays. */
public final class SegmentsBenchmark implements Benchmark {
    @Override
    public String name() {
        return "segments";
    }

    @Override
    public String title() {
        return "Segments: zones, heat, stays";
    }

    @Override
    public Report run(Bench bench) throws Exception {
        bench.say("comparing with JTS and with hash maps");
        SegmentsCheck check = new SegmentsCheck();
        check.cuts();
        check.heat();
        check.stays();
        List<Cost> costs = JmhCosts.of(SegmentWays.class, bench);
        return new Report(
                String.format(
                        "of %,d segments the time in each zone is that of JTS's intersection to 1 µs; seconds per cell or zone and window are those of the hash maps"
                                + " to 1 µs a piece, numbers of visits and stays the same.",
                        Segments.SIZE),
                "segment",
                costs,
                List.of(
                        faster("zonesCutByJts", "zonesCut", costs),
                        faster("heatInHashMap", "heat", costs),
                        faster("staysInHashMap", "stays", costs)),
                List.of(
                        "64 shoppers on the floor of `zones`, half a second a segment, about 0.4 m of it where they walk. zonesCutByJts: an `STRtree`, `PreparedGeometry` for covers and intersects, `OverlayNG` for what is left.",
                        "heat, stays: the operators' states, with distinct visits and all four lengths of windows, in batches of a second; in the hash maps the same figures, cut by the same"
                                + " `Grid` and `ZoneIndex`, one entry a cell or zone and window."));
    }

    private static Target faster(String peer, String way, List<Cost> costs) {
        return Target.told(Cost.of(peer, costs), Cost.of(way, costs));
    }
}
