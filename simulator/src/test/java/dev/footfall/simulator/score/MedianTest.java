package dev.footfall.simulator.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class MedianTest {

    @Test
    void anEvenNumberOfValues_hasTheLowerOfTheMiddleOnes() {
        assertThat(Median.of(List.of(9L, 1L, 4L, 5L))).isEqualTo(4);
        assertThat(Median.of(List.of(7L))).isEqualTo(7);
    }

    @Test
    void moreThanTenThousandValues_areTakenToOnePercent() {
        List<Long> values = LongStream.rangeClosed(1, 10_500).boxed().toList();

        // 5250 lies between 1.01^860 = 5205 and 1.01^861 = 5257
        assertThat(Median.of(values)).isEqualTo(5_257);
    }
}
