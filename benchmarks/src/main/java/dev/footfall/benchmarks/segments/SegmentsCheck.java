package dev.footfall.benchmarks.segments;

import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.dwell.Dwell;
import dev.footfall.jobs.heatmap.HeatMap;
import dev.footfall.jobs.influx.LineFields;
import dev.footfall.jobs.points.Point;
import dev.footfall.jobs.state.StoreState;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Whether the ways come to the same: times within the rounding of a piece to a microsecond, numbers of visits and stays exactly. */
final class SegmentsCheck {
    private static final double NANOS = 1e9;
    private static final double MICROSECOND = 1e-6;

    private final Segments segments = new Segments();

    /** The figures of a window that are compared. */
    private record Figures(double seconds, int pieces, int visits, int stays) {}

    void cuts() throws UnequalResultsException {
        int zones = segments.floor().zones().size();
        JtsCut jts = new JtsCut(segments.floor().zones());
        long[] own = new long[zones];
        long[] expected = new long[zones];
        String[] differs = {""};
        segments.each((visit, x0, y0, from, x1, y1, to) -> {
            Arrays.fill(own, 0);
            Arrays.fill(expected, 0);
            segments.floor()
                    .zoneIndex()
                    .cut(x0, y0, from, x1, y1, to, (zone, enters, leaves) -> own[zone] += leaves - enters);
            jts.cut(x0, y0, x1, y1, to - from, expected);
            for (int zone = 0; zone < zones; zone++) {
                if (Math.abs(own[zone] - expected[zone]) > MICROSECOND * NANOS) {
                    differs[0] = String.format(
                            "from (%d, %d) to (%d, %d) in zone %d: %d ns, JTS %d ns",
                            x0, y0, x1, y1, zone, own[zone], expected[zone]);
                }
            }
        });
        if (!differs[0].isEmpty()) {
            throw new UnequalResultsException(differs[0]);
        }
    }

    void heat() throws UnequalResultsException {
        HashMapHeat peer = new HashMapHeat(segments.floor().grid());
        segments.each(peer::add);
        Map<String, Figures> expected = new TreeMap<>();
        peer.heat.forEach((key, heat) -> expected.put(
                name(key.column() + "_" + key.row(), key.window(), key.startNanos()),
                new Figures(heat.seconds, heat.pieces, heat.visits.size(), 0)));
        compare("heat", finals(new HeatMap.Form().create(), "heatmap", "cell"), expected);
    }

    void stays() throws UnequalResultsException {
        SessionMap peer = new SessionMap(segments.floor());
        segments.each(peer::add);
        peer.end();
        Map<String, Figures> expected = new TreeMap<>();
        peer.dwells.forEach((key, dwell) -> expected.put(
                name(key.zone(), key.window(), key.startNanos()),
                new Figures(dwell.seconds, dwell.pieces, dwell.visits.size(), dwell.stays.size())));
        compare("stays", finals(new Dwell.Form().create(), "zone_dwell", "zone"), expected);
    }

    /** A window's start matters, but for days there is just one. */
    private static String name(String place, WindowLength window, long startNanos) {
        return place + " " + window.label + (window == WindowLength.DAY ? "" : " " + startNanos / 1_000_000);
    }

    private Map<String, Figures> finals(StoreState state, String measurement, String placeTag) {
        SegmentWays.take(state, segments.batches());
        StoreBatch end = segments.end();
        SegmentWays.take(state, List.of(end));
        Map<String, Figures> figures = new TreeMap<>();
        for (Point point : end.points) {
            if (point.last() && point.series().startsWith(measurement + ",")) {
                Map<String, String> tags = Arrays.stream(point.series().split(",", -1))
                        .skip(1)
                        .collect(Collectors.toMap(
                                tag -> tag.substring(0, tag.indexOf('=')), tag -> tag.substring(tag.indexOf('=') + 1)));
                Map<String, String> fields = LineFields.read(point.fields());
                String window = String.valueOf(tags.get("window"));
                figures.put(
                        tags.get(placeTag) + " " + window + (window.equals("1d") ? "" : " " + point.timeMillis()),
                        new Figures(
                                Double.parseDouble(fields.getOrDefault("seconds", "0")),
                                0,
                                Integer.parseInt(fields.getOrDefault("visits", "0")),
                                Integer.parseInt(fields.getOrDefault("stays", "0"))));
            }
        }
        return figures;
    }

    private static void compare(String what, Map<String, Figures> own, Map<String, Figures> expected)
            throws UnequalResultsException {
        if (own.isEmpty() || !own.keySet().equals(expected.keySet())) {
            TreeMap<String, Figures> more = new TreeMap<>(own);
            more.keySet().removeAll(expected.keySet());
            TreeMap<String, Figures> less = new TreeMap<>(expected);
            less.keySet().removeAll(own.keySet());
            throw new UnequalResultsException(what + ": only one has " + more.keySet() + less.keySet());
        }
        for (Map.Entry<String, Figures> each : expected.entrySet()) {
            Figures ours = own.get(each.getKey());
            Figures theirs = each.getValue();
            // A window's pieces are cut at minutes by one and not by the other, which adds a rounding for each minute.
            double rounding = MICROSECOND * (theirs.pieces + 60);
            if (ours == null
                    || Math.abs(ours.seconds - theirs.seconds) > rounding
                    || ours.visits != theirs.visits
                    || ours.stays != theirs.stays) {
                throw new UnequalResultsException(what + " of " + each.getKey() + ": " + ours + ", peer " + theirs);
            }
        }
    }
}
