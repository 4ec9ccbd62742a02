package dev.footfall.jobs.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What gateways are told: what moved, and only when a checkpoint holds it. */
class MarksTest {
    private static LanePosition at(String gateway, long next) {
        return new LanePosition("shop", gateway, "e1", next);
    }

    private final Marks marks = new Marks(List.of(at("a", 5)));

    @Test
    void completedCheckpoint_tellsWhatMoved() {
        marks.snapshot(1, List.of(at("a", 5), at("b", 1)));
        assertThat(marks.completed(1)).containsExactly(at("b", 1));

        marks.snapshot(2, List.of(at("a", 6), at("b", 1)));
        assertThat(marks.completed(2)).containsExactly(at("a", 6));
    }

    @Test
    void checkpointThatNeverCompletes_tellsNothing_theNextOneAll() {
        marks.snapshot(1, List.of(at("a", 6)));
        marks.snapshot(2, List.of(at("a", 7)));

        assertThat(marks.completed(2)).containsExactly(at("a", 7));
        assertThat(marks.completed(1)).isEmpty();
    }

    @Test
    void checkpointsUnderWay_areToldAsTheyComplete() {
        marks.snapshot(1, List.of(at("a", 6)));
        marks.snapshot(2, List.of(at("a", 7)));

        assertThat(marks.completed(1)).containsExactly(at("a", 6));
        assertThat(marks.completed(2)).containsExactly(at("a", 7));
    }
}
