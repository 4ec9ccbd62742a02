package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Movements are cut at cell borders as a slow count of every border says, and pieces tile the movement. */
class GridProperties {

    private static final long START = 1_762_000_000_000_000_000L;

    record Piece(int column, int row, long fromNanos, long toNanos) {}

    @Property(tries = 3_000, seed = "20261122")
    void cut_anyMovement_equalsTheSlowOracle(@ForAll long seed) {
        Random random = new Random(seed);
        int cell = 1 + random.nextInt(700);
        int[] origin = {cell * (random.nextInt(20) - 10), cell * (random.nextInt(20) - 10)};
        Grid grid =
                new Grid(origin[0], origin[1], cell, 1 + random.nextInt(20), 1 + random.nextInt(20), Georeference.NONE);
        for (int i = 0; i < 10; i++) {
            int[] from = point(random, grid);
            int[] to = random.nextInt(5) == 0 ? new int[] {from[0], point(random, grid)[1]} : point(random, grid);
            long nanos = 1_000_000L * (1 + random.nextInt(10_000));
            List<Piece> pieces = new ArrayList<>();
            grid.cut(
                    from[0],
                    from[1],
                    START,
                    to[0],
                    to[1],
                    START + nanos,
                    (column, row, a, b) -> pieces.add(new Piece(column, row, a, b)));
            assertThat(pieces)
                    .as("%s from %s to %s", grid, List.of(from[0], from[1]), List.of(to[0], to[1]))
                    .isEqualTo(slow(grid, from, to, nanos));
        }
    }

    /** Often on a border, or a corner, and sometimes outside. */
    private static int[] point(Random random, Grid grid) {
        int cell = grid.cellMillimetres();
        int x = grid.originXMillimetres() + random.nextInt((grid.columns() + 4) * cell) - 2 * cell;
        int y = grid.originYMillimetres() + random.nextInt((grid.rows() + 4) * cell) - 2 * cell;
        return new int[] {
            random.nextBoolean() ? x : Math.floorDiv(x, cell) * cell,
            random.nextBoolean() ? y : Math.floorDiv(y, cell) * cell
        };
    }

    /** Every border passed, as an exact fraction of the movement; between two the cell is that of the middle. */
    private static List<Piece> slow(Grid grid, int[] from, int[] to, long nanos) {
        List<Fraction> cuts = new ArrayList<>(List.of(new Fraction(0, 1), new Fraction(1, 1)));
        borders(cuts, from[0], to[0], grid.cellMillimetres());
        borders(cuts, from[1], to[1], grid.cellMillimetres());
        cuts.sort(Fraction::compareTo);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 1; i < cuts.size(); i++) {
            Fraction a = cuts.get(i - 1);
            Fraction b = cuts.get(i);
            if (a.compareTo(b) == 0) {
                continue;
            }
            int column = cell(from[0], to[0], a, b, grid.originXMillimetres(), grid.cellMillimetres());
            int row = cell(from[1], to[1], a, b, grid.originYMillimetres(), grid.cellMillimetres());
            boolean inside = 0 <= column && column < grid.columns() && 0 <= row && row < grid.rows();
            Piece piece = new Piece(inside ? column : -1, inside ? row : -1, START + a.of(nanos), START + b.of(nanos));
            Piece last = pieces.isEmpty() ? piece : pieces.get(pieces.size() - 1);
            if (!pieces.isEmpty() && last.column == piece.column && last.row == piece.row) {
                pieces.set(pieces.size() - 1, new Piece(last.column, last.row, last.fromNanos, piece.toNanos));
            } else {
                pieces.add(piece);
            }
        }
        pieces.removeIf(piece -> piece.toNanos - piece.fromNanos < 1_000);
        return pieces;
    }

    private static void borders(List<Fraction> cuts, int from, int to, int cell) {
        for (int at = Math.min(from, to) + 1; at < Math.max(from, to); at++) {
            if (Math.floorMod(at, cell) == 0) {
                cuts.add(new Fraction(Math.abs(at - from), Math.abs(to - from)));
            }
        }
    }

    private static int cell(int from, int to, Fraction a, Fraction b, int origin, int cell) {
        // Twice the middle's coordinate, times both denominators: exact in a BigInteger.
        BigInteger scale = BigInteger.valueOf(a.denominator).multiply(BigInteger.valueOf(b.denominator));
        BigInteger shares = BigInteger.valueOf(a.numerator)
                .multiply(BigInteger.valueOf(b.denominator))
                .add(BigInteger.valueOf(b.numerator).multiply(BigInteger.valueOf(a.denominator)));
        BigInteger twice = BigInteger.valueOf(2L * (from - origin))
                .multiply(scale)
                .add(shares.multiply(BigInteger.valueOf(to - from)));
        BigInteger[] parts = twice.divideAndRemainder(scale.multiply(BigInteger.valueOf(2L * cell)));
        return parts[0].intValue() - (parts[1].signum() < 0 ? 1 : 0);
    }

    private record Fraction(long numerator, long denominator) implements Comparable<Fraction> {
        long of(long nanos) {
            return Math.round((double) numerator / denominator * nanos);
        }

        @Override
        public int compareTo(Fraction other) {
            return Long.compare(numerator * other.denominator, other.numerator * denominator);
        }
    }
}
