package dev.footfall.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Ways take turns. */
class RoundsTest {
    @Test
    void medians_runEachWayInTurnAfterOneRoundThatDoesNotCount() throws Exception {
        List<String> ran = new ArrayList<>();
        Rounds rounds = new Rounds();
        rounds.add("a", 1, () -> ran.add("a"));
        rounds.add("b", 1, () -> ran.add("b"));

        List<Cost> costs = rounds.medians(2);

        assertThat(ran).containsExactly("a", "b", "a", "b", "a", "b");
        assertThat(costs).extracting(Cost::way).containsExactly("a", "b");
    }
}
