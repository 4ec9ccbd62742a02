package dev.footfall.jobs.windows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Quantiles against sorting: exact up to 10,000 values, within 1 % above, the same for every order. */
class QuantilesProperties {
    @Provide
    Arbitrary<List<Integer>> durations() {
        return Arbitraries.integers().between(0, 200_000).list().ofMinSize(1).ofMaxSize(200);
    }

    private static Quantiles of(List<Integer> values) {
        Quantiles quantiles = new Quantiles();
        values.forEach(quantiles::add);
        return quantiles;
    }

    private static int nearestRank(List<Integer> values, int permille) {
        List<Integer> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int rank = Math.max(1, (int) Math.ceil(permille * sorted.size() / 1000.0));
        return sorted.get(rank - 1);
    }

    @Property(seed = "20261122")
    void quantile_ofFewValues_isTheNearestRank(
            @ForAll("durations") List<Integer> values, @ForAll @IntRange(max = 1000) int permille) {
        assertThat(of(values).quantile(permille)).isEqualTo(nearestRank(values, permille));
    }

    @Property(seed = "20261122")
    void quantile_afterRemovals_isThatOfWhatIsLeft(
            @ForAll("durations") List<Integer> values, @ForAll("durations") List<Integer> removed) {
        List<Integer> all = new ArrayList<>(values);
        all.addAll(removed);
        Collections.shuffle(all, new Random(values.size()));
        Quantiles quantiles = of(all);
        removed.forEach(quantiles::remove);

        assertThat(quantiles.count()).isEqualTo(values.size());
        assertThat(quantiles.quantile(500)).isEqualTo(nearestRank(values, 500));
    }

    @Property(tries = 30, seed = "20261122")
    void quantile_ofManyValues_isWithinOnePercent(
            @ForAll @Size(min = 50, max = 100) List<@IntRange(max = 50_000_000) Integer> some,
            @ForAll @IntRange(max = 1000) int permille) {
        List<Integer> values = new ArrayList<>();
        for (int i = 0; values.size() <= Quantiles.EXACT; i++) {
            values.add(some.get(i % some.size()) / (1 + i / some.size()));
        }
        double exact = nearestRank(values, permille);

        double answer = of(values).quantile(permille);

        assertThat(answer).isBetween(exact - 0.5, exact * 1.01 + 0.5);
    }

    @Property(tries = 30, seed = "20261122")
    void quantile_doesNotDependOnTheOrder(@ForAll @IntRange(min = -2, max = 2) int more, @ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> values = new ArrayList<>();
        for (int i = 0; i < Quantiles.EXACT + more; i++) {
            values.add(random.nextInt(1_000_000));
        }
        Quantiles inOrder = of(values);
        Collections.shuffle(values, random);
        Quantiles shuffled = of(values);

        for (int permille : new int[] {0, 1, 500, 900, 1000}) {
            assertThat(shuffled.quantile(permille)).isEqualTo(inOrder.quantile(permille));
        }
    }

    @Property(tries = 30, seed = "20261122")
    void quantiles_writtenAndRead_goOnTheSame(
            @ForAll("durations") List<Integer> values, @ForAll boolean isMany, @ForAll("durations") List<Integer> more)
            throws IOException {
        List<Integer> all = new ArrayList<>(values);
        while (isMany && all.size() <= Quantiles.EXACT) {
            all.addAll(values);
        }
        Quantiles written = of(all);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        written.write(new DataOutputStream(bytes));
        Quantiles read = Quantiles.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        more.forEach(written::add);
        more.forEach(read::add);

        assertThat(read.count()).isEqualTo(written.count());
        assertThat(read.quantile(500)).isEqualTo(written.quantile(500));
        assertThat(read.quantile(900)).isEqualTo(written.quantile(900));
    }
}
