package dev.footfall.simulator.score;

import dev.footfall.geofences.Window;
import dev.footfall.simulator.score.Figures.Cell;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A figure as it should be and as it was computed.
 *
 * <p>What adds up is the sum over days, and its error computed − truth. Of the rest, {@code truth} and {@code computed} are means (of days
 * for a median, of quarters of an hour for a level), and the error is the mean of the differences without their signs.
 *
 * @param figure which
 * @param subject of whom; {@code ""} for the store or for all together
 * @param windows in how many windows either has a value
 * @param differing in how many of them they are not equal
 */
record Score(Figure figure, String subject, double truth, double computed, double error, int windows, int differing) {

    /** The score of some cells of a figure. */
    static Score of(Figure figure, String subject, Collection<Cell> cells, Figures truth, Figures computed) {
        int differing = (int)
                cells.stream().filter(cell -> !isEqual(cell, truth, computed)).count();
        Window shown = figure.sort() == Figure.Sort.LEVEL ? Window.QUARTER : Window.DAY;
        List<Pair> pairs = cells.stream()
                .filter(cell -> cell.window() == shown)
                .flatMap(cell -> Pair.find(cell, truth, computed).stream())
                .toList();
        double sumOfTruth = pairs.stream().mapToDouble(Pair::truth).sum();
        double sumOfComputed = pairs.stream().mapToDouble(Pair::computed).sum();
        if (figure.sort().addsUp()) {
            return new Score(
                    figure, subject, sumOfTruth, sumOfComputed, sumOfComputed - sumOfTruth, cells.size(), differing);
        }
        int count = Math.max(1, pairs.size());
        double distance = pairs.stream()
                .mapToDouble(pair -> Math.abs(pair.computed - pair.truth))
                .sum();
        return new Score(
                figure, subject, sumOfTruth / count, sumOfComputed / count, distance / count, cells.size(), differing);
    }

    boolean isEqual() {
        return differing == 0;
    }

    private static boolean isEqual(Cell cell, Figures truth, Figures computed) {
        return Pair.find(cell, truth, computed)
                .filter(pair -> cell.figure().sort().equal(pair.truth, pair.computed))
                .isPresent();
    }

    /** What both say of a cell, if both do. */
    private record Pair(double truth, double computed) {
        static Optional<Pair> find(Cell cell, Figures truth, Figures computed) {
            return truth.valueOf(cell).flatMap(should -> computed.valueOf(cell).map(is -> new Pair(should, is)));
        }
    }
}
