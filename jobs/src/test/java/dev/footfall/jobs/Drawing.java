package dev.footfall.jobs;

import java.util.ArrayList;
import java.util.List;

/**
 * A floor drawn in characters a metre apart, its lower left corner at (0, 0):
 *
 * <pre>
 *   +-------+-----+
 *   | hall  |cafe |
 *   +-^^^^--+-----+
 *   |             |
 *   +-------------+
 * </pre>
 *
 * <p>The drawing's outer edge is the floor's outline. A rectangle with a word in it is a zone of that id; here {@code hall} is 8 m by 2 m with
 * its corner at (0, 2). A run of {@code ^}, {@code V}, {@code <} or {@code >} in a wall is a door that leads that way in, from the first to the
 * last of its characters; doors are called {@code door-1}, {@code door-2}, … from the top left.
 */
final class Drawing {
    private static final String WALL = "+-|^V<>";

    private final List<String> rows;
    private final int width;
    private final List<String> found = new ArrayList<>();

    private Drawing(List<String> rows) {
        this.rows = rows;
        this.width = rows.stream().mapToInt(String::length).max().orElseThrow();
    }

    static Drawing read(String text) {
        return new Drawing(text.lines().map(String::stripTrailing).toList());
    }

    static String feature(String kind, String id, String floor, String type, String coordinates) {
        return """
                {"type": "Feature", "id": "%s", "properties": {"kind": "%s", "floor": "%s", "path": true}, \
                "geometry": {"type": "%s", "coordinates": %s}}"""
                .formatted(id, kind, floor, type, coordinates);
    }

    /** The GeoJSON features of the floor. */
    List<String> features(String floor) {
        found.add(feature("floor", "floor-" + floor, floor, "Polygon", rectangle(0, 0, width - 1, rows.size() - 1)));
        int doors = 0;
        boolean[][] seen = new boolean[rows.size()][width];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < width; column++) {
                char c = at(column, row);
                if (Character.isLowerCase(c) && !Character.isLetterOrDigit(at(column - 1, row))) {
                    found.add(zone(floor, column, row));
                } else if ("^V<>".indexOf(c) >= 0 && !seen[row][column]) {
                    found.add(door("door-" + ++doors, floor, column, row, seen));
                }
            }
        }
        return found;
    }

    private char at(int column, int row) {
        String line = row < 0 || row >= rows.size() ? "" : rows.get(row);
        return column < 0 || column >= line.length() ? ' ' : line.charAt(column);
    }

    private boolean isWall(int column, int row) {
        return WALL.indexOf(at(column, row)) >= 0;
    }

    private String zone(String floor, int column, int row) {
        StringBuilder id = new StringBuilder();
        for (int i = column; Character.isLetterOrDigit(at(i, row)); i++) {
            id.append(at(i, row));
        }
        int left = column;
        int right = column;
        int top = row;
        int bottom = row;
        while (!isWall(left, row)) {
            left--;
        }
        while (!isWall(right, row)) {
            right++;
        }
        while (!isWall(column, top)) {
            top--;
        }
        while (!isWall(column, bottom)) {
            bottom++;
        }
        return feature("zone", id.toString(), floor, "Polygon", rectangle(left, top, right, bottom));
    }

    private String door(String id, String floor, int column, int row, boolean[][] seen) {
        char way = at(column, row);
        boolean upright = way == '<' || way == '>';
        int lastColumn = column;
        int lastRow = row;
        while (at(lastColumn, lastRow) == way) {
            seen[lastRow][lastColumn] = true;
            lastColumn += upright ? 0 : 1;
            lastRow += upright ? 1 : 0;
        }
        String first = point(column, row);
        String last = upright ? point(column, lastRow - 1) : point(lastColumn - 1, row);
        boolean forwards = way == 'V' || way == '<';
        return feature("door", id, floor, "LineString", forwards ? list(first, last) : list(last, first));
    }

    private String rectangle(int left, int top, int right, int bottom) {
        String corner = point(left, bottom);
        return "[" + list(corner, point(right, bottom), point(right, top), point(left, top), corner) + "]";
    }

    private String point(int column, int row) {
        return list(Integer.toString(column), Integer.toString(rows.size() - 1 - row));
    }

    private static String list(String... items) {
        return "[" + String.join(", ", items) + "]";
    }
}
