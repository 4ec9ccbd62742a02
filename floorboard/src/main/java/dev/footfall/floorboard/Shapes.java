package dev.footfall.floorboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LineString;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/**
 * A geometry as arrays of {@code [x, y]} in metres, rounded to millimetres.
 *
 * @param polygons each a list of rings, the outline first, then the holes
 * @param lines open or closed
 * @param points alone
 */
record Shapes(List<List<List<Position>>> polygons, List<List<Position>> lines, List<Position> points) {

    static Shapes of(Geometry geometry) {
        Shapes shapes = new Shapes(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < geometry.getNumGeometries(); i++) {
            shapes.add(geometry.getGeometryN(i));
        }
        return shapes;
    }

    private void add(Geometry part) {
        if (part instanceof Polygon polygon) {
            List<List<Position>> rings = new ArrayList<>();
            rings.add(positions(polygon.getExteriorRing()));
            for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                rings.add(positions(polygon.getInteriorRingN(hole)));
            }
            polygons.add(rings);
        } else if (part instanceof LineString line) {
            lines.add(positions(line));
        } else if (part instanceof Point point && !point.isEmpty()) {
            points.add(Position.of(point.getCoordinate()));
        }
    }

    private static List<Position> positions(LineString line) {
        return Arrays.stream(line.getCoordinates()).map(Position::of).toList();
    }
}
