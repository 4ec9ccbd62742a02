package dev.footfall.simulator.score;

import dev.footfall.events.Kind;
import dev.footfall.geofences.FunnelConfig;
import dev.footfall.geofences.StorePack;
import dev.footfall.simulator.score.Figures.Cell;
import dev.footfall.simulator.score.Truth.Run;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every figure of a run, as it should be and as it was computed.
 *
 * @param run what was simulated
 * @param rows the figures in their order
 * @param notes what is not compared, and why
 */
record Scorecard(Run run, List<Row> rows, List<String> notes) {

    Scorecard {
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /**
     * A figure of one subject, or of all together.
     *
     * @param of each subject's own score, where there are several
     */
    record Row(Score score, List<Score> of) {
        Row {
            of = List.copyOf(of);
        }

        /** The subject that is worst off, if one is. */
        Optional<Score> findWorst() {
            return of.stream()
                    .filter(score -> !score.isEqual())
                    .max(Comparator.<Score>comparingDouble(score -> Math.abs(score.error()))
                            .thenComparingInt(Score::differing));
        }
    }

    /** Compares what was computed with what is true. */
    static Scorecard of(StorePack pack, Run run, Figures truth, Figures computed) {
        List<String> notes = new ArrayList<>();
        List<String> interval = intervalCounters(pack);
        if (!interval.isEmpty()) {
            notes.add("people, most: not compared, since " + String.join(", ", interval) + " count by intervals");
        }
        List<String> untold = pack.config().funnels().stream()
                .filter(funnel -> !FunnelTruth.canTell(funnel))
                .map(FunnelConfig::id)
                .toList();
        if (!untold.isEmpty()) {
            notes.add("funnels " + String.join(", ", untold) + ": not compared, since a truth tells no receipts");
        }
        Set<Cell> cells = Stream.concat(truth.cells().stream(), computed.cells().stream())
                .filter(cell -> cell.figure() != Figure.PEOPLE_MAX || interval.isEmpty())
                .filter(cell -> !isOf(untold, cell))
                .collect(Collectors.toSet());
        List<Row> rows = new ArrayList<>();
        for (Figure figure : Figure.values()) {
            rows.addAll(rows(figure, cells, truth, computed));
        }
        return new Scorecard(run, rows, notes);
    }

    /** Whether nothing differs. */
    boolean isEqual() {
        return rows.stream().allMatch(row -> row.score().isEqual());
    }

    private static List<Row> rows(Figure figure, Set<Cell> all, Figures truth, Figures computed) {
        Map<String, List<Cell>> bySubject = all.stream()
                .filter(cell -> cell.figure() == figure)
                .collect(Collectors.groupingBy(Cell::subject, TreeMap::new, Collectors.toList()));
        List<Score> scores = bySubject.entrySet().stream()
                .map(entry -> Score.of(figure, entry.getKey(), entry.getValue(), truth, computed))
                .toList();
        if (scores.isEmpty()) {
            return List.of();
        }
        if (figure.isToldOneByOne() || bySubject.containsKey("")) {
            return scores.stream()
                    .filter(score -> !isNobodyAtADoor(score))
                    .map(score -> new Row(score, List.of()))
                    .toList();
        }
        List<Cell> together = bySubject.values().stream().flatMap(List::stream).toList();
        return List.of(new Row(Score.of(figure, "", together, truth, computed), scores));
    }

    /** An exit by which nobody comes in need not be told. */
    private static boolean isNobodyAtADoor(Score score) {
        return score.figure().measurement().equals("footfall")
                && score.isEqual()
                && score.truth() == 0
                && score.computed() == 0;
    }

    /** The counters whose reports cover an interval; one that says {@code interval: 0} reports each person. */
    private static List<String> intervalCounters(StorePack pack) {
        return pack.config().devices().stream()
                .filter(device -> device.kind() == Kind.DOOR && device.intervalMillis() > 0)
                .map(device -> device.id())
                .toList();
    }

    private static boolean isOf(List<String> funnels, Cell cell) {
        return cell.figure().measurement().equals("funnel")
                && funnels.stream().anyMatch(funnel -> cell.subject().startsWith(FunnelTruth.subject(funnel, "")));
    }
}
