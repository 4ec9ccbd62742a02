package dev.footfall.jobs.influx;

import dev.footfall.jobs.points.Point;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The points of the next request, in the order they came in; one of a series and time replaces the one before it, in its place. */
final class PointBatch {
    /** What a point replaces. */
    private record Key(String series, long timeMillis) {}

    private final Map<Key, Point> points = new LinkedHashMap<>();

    void add(Point point) {
        points.put(new Key(point.series(), point.timeMillis()), point);
    }

    int size() {
        return points.size();
    }

    List<String> lines() {
        return points.values().stream().map(Point::line).toList();
    }
}
