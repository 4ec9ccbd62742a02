package dev.footfall.jobs.oracle;

import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.Parameters;
import dev.footfall.jobs.oracle.Cutting.Interval;
import dev.footfall.jobs.oracle.Cutting.Part;
import dev.footfall.jobs.oracle.Tracks.Run;
import dev.footfall.jobs.oracle.Tracks.Segment;
import dev.footfall.jobs.oracle.Visits.Visit;
import dev.footfall.jobs.oracle.Windows.Piece;
import dev.footfall.jobs.oracle.Windows.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.locationtech.jts.geom.Envelope;

/** Time and visits per grid cell; the definitions' section on the heat map. */
final class HeatMap {

    private record Key(String floor, String cell, Span window) {}

    private static final class Seen {
        final Set<Visit> visits = new HashSet<>();
        long micros;
    }

    /** The grid of one floor, in whole millimetres. */
    private static final class Cells {
        final long originX;
        final long originY;
        final long size;
        final long columns;
        final long rows;

        Cells(Envelope box, long size) {
            this.size = size;
            this.originX = roundedDown(box.getMinX());
            this.originY = roundedDown(box.getMinY());
            this.columns = count(box.getMaxX(), originX);
            this.rows = count(box.getMaxY(), originY);
        }

        private long index(BigDecimal millimetres, long origin) {
            return millimetres
                    .subtract(BigDecimal.valueOf(origin))
                    .divide(BigDecimal.valueOf(size), 0, RoundingMode.FLOOR)
                    .longValueExact();
        }

        private long roundedDown(double metres) {
            return millimetres(metres)
                            .divide(BigDecimal.valueOf(size), 0, RoundingMode.FLOOR)
                            .longValueExact()
                    * size;
        }

        private long count(double maxMetres, long origin) {
            return millimetres(maxMetres)
                    .subtract(BigDecimal.valueOf(origin))
                    .divide(BigDecimal.valueOf(size), 0, RoundingMode.CEILING)
                    .longValueExact();
        }

        private static BigDecimal millimetres(double metres) {
            return BigDecimal.valueOf(metres).movePointRight(3);
        }

        /** The cell's name, or the empty text outside the grid. */
        String at(BigDecimal x, BigDecimal y) {
            long i = index(x, originX);
            long j = index(y, originY);
            return 0 <= i && i < columns && 0 <= j && j < rows ? i + "_" + j : "";
        }
    }

    private final Windows windows;
    private final Map<Key, Seen> seen = new LinkedHashMap<>();

    HeatMap(Layout layout, Parameters parameters, Windows windows, Tracks tracks, Visits visits) {
        this.windows = windows;
        for (Floor floor : layout.floors()) {
            Cells cells = new Cells(floor.outline().getEnvelopeInternal(), parameters.cellMillimetres());
            for (Run run : tracks.customerRuns()) {
                if (run.floor().equals(floor.id())) {
                    add(run, cells, visits.of(run.subject(), run.first().timeMillis()));
                }
            }
        }
    }

    private void add(Run run, Cells cells, Visit visit) {
        if (run.isLonePoint()) {
            Observation point = run.first();
            add(
                    run.floor(),
                    cells.at(BigDecimal.valueOf(point.xMillimetres()), BigDecimal.valueOf(point.yMillimetres())),
                    point.timeNanos(),
                    visit,
                    0);
        }
        for (Segment segment : run.segments()) {
            BigDecimal x = BigDecimal.valueOf(segment.from().xMillimetres());
            BigDecimal y = BigDecimal.valueOf(segment.from().yMillimetres());
            BigDecimal wayX = BigDecimal.valueOf(segment.to().xMillimetres()).subtract(x);
            BigDecimal wayY = BigDecimal.valueOf(segment.to().yMillimetres()).subtract(y);
            List<BigDecimal> fractions = new ArrayList<>(borderCrossings(
                    segment.from().xMillimetres(), segment.to().xMillimetres(), cells.originX, cells.size));
            fractions.addAll(borderCrossings(
                    segment.from().yMillimetres(), segment.to().yMillimetres(), cells.originY, cells.size));
            for (Part part : Cutting.parts(fractions)) {
                String cell = cells.at(
                        x.add(part.middle().multiply(wayX)), y.add(part.middle().multiply(wayY)));
                Interval time = part.interval(segment);
                if (time.isPresence()) {
                    for (Piece piece : windows.pieces(time.fromNanos(), time.toNanos())) {
                        add(run.floor(), cell, piece.fromNanos(), visit, piece.micros());
                    }
                }
            }
        }
    }

    /** Fractions of the way from one coordinate to another at which a border is met. */
    private static List<BigDecimal> borderCrossings(long from, long to, long origin, long size) {
        List<BigDecimal> fractions = new ArrayList<>();
        long first = origin + Math.floorDiv(Math.min(from, to) - origin, size) * size;
        for (long border = first; from != to && border <= Math.max(from, to); border += size) {
            fractions.add(BigDecimal.valueOf(border - from).divide(BigDecimal.valueOf(to - from), Spot.HUNDRED_DIGITS));
        }
        return fractions;
    }

    private void add(String floor, String cell, long atNanos, Visit visit, long micros) {
        if (!cell.isEmpty()) {
            for (Span window : windows.around(Windows.millis(atNanos))) {
                Seen value = seen.computeIfAbsent(new Key(floor, cell, window), key -> new Seen());
                value.visits.add(visit);
                value.micros += micros;
            }
        }
    }

    void write(Points points) {
        seen.forEach((key, value) -> {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("seconds", value.micros / 1e6);
            fields.put("visits", (long) value.visits.size());
            points.put("heatmap", Map.of("floor", key.floor(), "cell", key.cell()), key.window(), fields);
        });
    }
}
