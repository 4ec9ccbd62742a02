package dev.footfall.simulator.score;

import dev.footfall.geofences.Window;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values of figures, each of a subject (a door, zone, flow, path or step; the store is {@code ""}) in a window. */
final class Figures {
    /** The windows that are compared. */
    static final List<Window> WINDOWS = List.of(Window.QUARTER, Window.HOUR, Window.DAY);

    /** A figure of a subject in the window that starts at an instant. */
    record Cell(Figure figure, String subject, Window window, long startMillis) {}

    private final Map<Cell, Double> values = new HashMap<>();

    void put(Cell cell, double value) {
        values.put(cell, value);
    }

    void add(Cell cell, double value) {
        values.merge(cell, value, Double::sum);
    }

    Optional<Double> find(Cell cell) {
        @Nullable Double value = values.get(cell);
        return Optional.ofNullable(value);
    }

    /** The value of a cell; what adds up is 0 where there is none, and no other has one to be taken for it. */
    Optional<Double> valueOf(Cell cell) {
        Optional<Double> found = find(cell);
        return found.isPresent() || !cell.figure().sort().addsUp() ? found : Optional.of(0.0);
    }

    Set<Cell> cells() {
        return Collections.unmodifiableSet(values.keySet());
    }
}
