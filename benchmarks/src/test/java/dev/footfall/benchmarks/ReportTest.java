package dev.footfall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

/** How figures are told, and what a target means. */
class ReportTest {
    @Test
    void target_atLeast_isMetFromTheGoalOn() {
        assertThat(new Target("speed", 15, "×", Target.Bound.AT_LEAST, 15).isMet())
                .isTrue();
        assertThat(new Target("speed", 14.99, "×", Target.Bound.AT_LEAST, 15).isMet())
                .isFalse();
    }

    @Test
    void target_atMost_isMetUpToTheGoal() {
        assertThat(new Target("heap", 3, "GB", Target.Bound.AT_MOST, 3).isMet()).isTrue();
        assertThat(new Target("heap", 3.01, "GB", Target.Bound.AT_MOST, 3).isMet())
                .isFalse();
        assertThat(new Target("heap", Double.NaN, "GB", Target.Bound.AT_MOST, 3).isMet())
                .isFalse();
    }

    @Test
    void targetThatIsMissed_isSaidSo() {
        Target slow = Target.ratio(new Cost("peer", 10), new Cost("ours", 5), 4);

        assertThat(new Report("x.", "event", List.of(), List.of(slow), List.of()).lines())
                .contains("| ours, times as fast as peer | 2.00 × | ≥ 4.00 × | **not met** |");
    }

    @Test
    void allocation_belowAHundredthOfAByte_isNone() {
        assertThat(Target.allocation(new Cost("ours", 5, Double.NaN, 0.004), 0).isMet())
                .isTrue();
        assertThat(Target.allocation(new Cost("ours", 5, Double.NaN, 0.02), 0).isMet())
                .isFalse();
    }

    @Test
    void cost_ofNoTime_isRefused() {
        assertThatThrownBy(() -> new Cost("ours", 0)).hasMessageContaining("nanos 0.0 of ours must be above 0");
    }

    @Test
    void cost_ofAWayThatIsNotThere_isAFault() {
        assertThatThrownBy(() -> Cost.of("theirs", List.of(new Cost("ours", 1))))
                .hasMessageContaining("no cost of theirs among those of [ours]");
    }
}
