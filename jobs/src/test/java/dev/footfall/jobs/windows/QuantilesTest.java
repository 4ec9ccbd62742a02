package dev.footfall.jobs.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

/** What a nearest-rank quantile is, by example: the ⌈p·n⌉-th smallest. */
class QuantilesTest {
    private static Quantiles of(long... values) {
        Quantiles quantiles = new Quantiles();
        for (long value : values) {
            quantiles.add(value);
        }
        return quantiles;
    }

    @Test
    void median_ofOddlyMany_isTheMiddleOne() {
        assertThat(of(30, 10, 20).quantile(500)).isEqualTo(20);
    }

    @Test
    void median_ofEvenlyMany_isTheLowerOfTheMiddleTwo() {
        assertThat(of(40, 30, 10, 20).quantile(500)).isEqualTo(20);
    }

    @Test
    void ninetieth_ofTen_isTheNinth_ofElevenTheTenth() {
        assertThat(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10).quantile(900)).isEqualTo(9);
        assertThat(of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11).quantile(900)).isEqualTo(10);
    }

    @Test
    void aboveTheExactLimit_zeroStaysZero_andOneStaysOne() {
        Quantiles quantiles = new Quantiles();
        for (int i = 0; i <= Quantiles.EXACT; i++) {
            quantiles.add(i % 2);
        }

        assertThat(quantiles.quantile(1)).isZero();
        assertThat(quantiles.quantile(1000)).isEqualTo(1);
    }

    @Test
    void remove_aboveTheExactLimit_takesItsBucketDown() {
        Quantiles quantiles = new Quantiles();
        for (int i = 0; i <= Quantiles.EXACT; i++) {
            quantiles.add(5_000);
        }
        quantiles.add(1);
        assertThat(quantiles.quantile(0)).isEqualTo(1);

        quantiles.remove(1);

        assertThat(quantiles.count()).isEqualTo(Quantiles.EXACT + 1);
        assertThat(quantiles.quantile(0)).isBetween(5_000L, 5_050L);
    }

    @Test
    void quantile_ofNothing_isRefused() {
        assertThatIllegalStateException().isThrownBy(() -> new Quantiles().quantile(500));
    }

    @Test
    void negativeDuration_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Quantiles().add(-1))
                .withMessage("duration -1 ms is negative");
    }
}
