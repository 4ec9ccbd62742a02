package dev.footfall.simulator.score;

import dev.footfall.geofences.StoreCalendar;
import dev.footfall.geofences.Window;
import dev.footfall.simulator.score.Figures.Cell;
import dev.footfall.simulator.score.Truth.Run;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What was computed: the figures of points. */
final class PointFigures {
    private static final Map<String, Window> WINDOWS =
            Arrays.stream(Window.values()).collect(Collectors.toUnmodifiableMap(Window::label, Function.identity()));

    private PointFigures() {}

    /** Figures of points that {@link PointFile} read, and of occupancy in every window of a run. */
    static Figures of(Collection<PointLine> points, StoreCalendar calendar, Run run) throws FaultyInputException {
        Figures figures = new Figures();
        for (PointLine point : points) {
            for (Figure figure : Figure.values()) {
                if (figure.measurement().equals(point.measurement())
                        && point.fields().containsKey(figure.field())) {
                    figures.put(cell(figure, point), number(figure, point));
                }
            }
        }
        carryOccupancy(figures, calendar, run);
        return figures;
    }

    private static Cell cell(Figure figure, PointLine point) throws FaultyInputException {
        return new Cell(
                figure,
                subject(point),
                WINDOWS.getOrDefault(point.tags().getOrDefault("window", ""), Window.DAY),
                point.timeMillis());
    }

    private static String subject(PointLine point) throws FaultyInputException {
        return switch (point.measurement()) {
            case "footfall" -> tag(point, "door");
            case "zone_dwell" -> tag(point, "zone");
            case "zone_flow" -> tag(point, "edge");
            case "funnel" -> FunnelTruth.subject(tag(point, "funnel"), tag(point, "step"));
            case "paths" -> String.valueOf(point.fields().get("path"));
            default -> "";
        };
    }

    private static String tag(PointLine point, String name) throws FaultyInputException {
        String value = point.tags().get(name);
        if (value == null) {
            throw new FaultyInputException(
                    "a point of " + point.measurement() + " at " + point.timeMillis() + " has no tag " + name);
        }
        return value;
    }

    private static double number(Figure figure, PointLine point) throws FaultyInputException {
        if (point.fields().get(figure.field()) instanceof Number number) {
            return number.doubleValue();
        }
        throw new FaultyInputException(figure.field() + " of " + point.measurement() + " at " + point.timeMillis()
                + " is " + point.fields().get(figure.field()) + " but must be a number");
    }

    /** Where nothing happened there is no point, and as many people are inside as before; with a new day, nobody. */
    private static void carryOccupancy(Figures figures, StoreCalendar calendar, Run run) {
        double people = 0;
        for (WindowSpan span : WindowSpan.between(calendar, run.fromMillis(), run.untilMillis())) {
            people = span.startMillis() <= run.fromMillis() || span.startMillis() == span.dayStartMillis() ? 0 : people;
            Cell now = span.cell(Figure.PEOPLE, "");
            Cell most = span.cell(Figure.PEOPLE_MAX, "");
            figures.put(most, figures.find(most).orElse(people));
            people = figures.find(now).orElse(people);
            figures.put(now, people);
        }
    }
}
