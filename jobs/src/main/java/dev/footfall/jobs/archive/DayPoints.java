package dev.footfall.jobs.archive;

import dev.footfall.jobs.PointSink;
import dev.footfall.jobs.points.Point;
import dev.footfall.jobs.points.Standing;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import org.apache.flink.api.common.functions.FlatMapFunction;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.util.Collector;

/**
 * A sink that hands on what belongs to some store days: their final figures, and where the cells lie.
 *
 * @param days which
 * @param corrected whether figures are to say that they are corrected, {@code status} 2, and cells count as figures
 * @param sink where the points go
 */
public record DayPoints(List<Day> days, boolean corrected, PointSink sink) implements PointSink {
    /** What tells of the place, not of what happened: it is of the day, too. */
    private static final Set<String> FACTS = Set.of("cells", "stores", "zones");

    private static final String FINAL = "status=1i";
    private static final String CORRECTED = "status=2i";

    /**
     * One day of one store.
     *
     * @param store whose
     * @param startMillis its first instant
     * @param endMillis the first after it
     */
    public record Day(String store, long startMillis, long endMillis) implements Serializable {
        private static final long serialVersionUID = 1L;

        /** Whether a point of a series (measurement and tags) at that time belongs to it. */
        public boolean holds(String series, long timeMillis) {
            return timeMillis >= startMillis && timeMillis < endMillis && isOf(store, series);
        }

        /** Whether a series is of that store; commas and equals signs in the values of tags are escaped, so it cannot be taken for another. */
        static boolean isOf(String store, String series) {
            String tag = ",store=" + store;
            int at = series.indexOf(tag);
            return at >= 0 && (at + tag.length() == series.length() || series.charAt(at + tag.length()) == ',');
        }
    }

    public DayPoints {
        days = List.copyOf(days);
    }

    @Override
    public void end(DataStream<Point> points) {
        sink.end(points.flatMap(new Wanted(days, corrected)).name("days").uid("days"));
    }

    /** Hands on what belongs to the days. */
    private record Wanted(List<Day> days, boolean corrected) implements FlatMapFunction<Point, Point> {
        private static final long serialVersionUID = 1L;

        @Override
        public void flatMap(Point point, Collector<Point> out) {
            if (isWanted(point)) {
                out.collect(corrected ? DayPoints.corrected(point) : point);
            }
        }

        private boolean isWanted(Point point) {
            return (point.last() || FACTS.contains(measurement(point)))
                    && days.stream().anyMatch(day -> day.holds(point.series(), point.timeMillis()));
        }
    }

    private static String measurement(Point point) {
        return point.series().substring(0, point.series().indexOf(','));
    }

    /** The same point as one of a corrected day. */
    static Point corrected(Point point) {
        return new Point(point.series(), point.fields().replace(FINAL, CORRECTED), point.timeMillis(), Standing.LAST);
    }
}
