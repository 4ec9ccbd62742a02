package dev.footfall.jobs.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.mocks.MockSplitEnumeratorContext;
import org.apache.flink.runtime.execution.SuppressRestartsException;
import org.junit.jupiter.api.Test;

/** Which reader gets which lane, and when. The context is Flink's own for tests of enumerators. */
class LaneEnumeratorTest {
    private final MockSplitEnumeratorContext<LaneSplit> context = new MockSplitEnumeratorContext<>(2);

    private static LaneSplit lane(int lane, long next) {
        return new LaneSplit(lane, List.of(new LanePosition("store-" + lane, "gw", "e1", next)));
    }

    private void register(LaneEnumerator enumerator, int reader, LaneSplit... reported) {
        context.registerReader(ReaderInfo.createReaderInfo(reader, "here", List.of(reported)));
        enumerator.addReader(reader);
    }

    /** What was given since this was last asked, as {@code reader:lane}. */
    private Set<String> given() {
        Set<String> given = new TreeSet<>();
        context.getSplitsAssignmentSequence().forEach(assignment -> assignment
                .assignment()
                .forEach((reader, splits) -> splits.forEach(split -> given.add(reader + ":" + split.splitId()
                        + (split.positions().isEmpty()
                                ? ""
                                : "@" + split.positions().get(0).next())))));
        context.getSplitsAssignmentSequence().clear();
        return given;
    }

    @Test
    void lanes_areGivenWhenAllReadersAreThere() {
        LaneEnumerator enumerator = LaneEnumerator.begin(context, 5);
        register(enumerator, 1);
        assertThat(given()).isEmpty();

        register(enumerator, 0);
        assertThat(given()).containsExactly("0:0", "0:2", "0:4", "1:1", "1:3");
        assertThat(enumerator.snapshotState(1).splits()).isEmpty();
    }

    @Test
    void lanesOfARestoredState_areGivenByTheirNumber_whoeverHandsThemIn() {
        LaneEnumerator enumerator = LaneEnumerator.restore(context, 3, new UnassignedLanes(3, List.of(lane(1, 11))));
        register(enumerator, 0);
        assertThat(given()).isEmpty();
        assertThat(enumerator.snapshotState(1).splits()).containsExactly(lane(1, 11));
        register(enumerator, 1, lane(2, 12), lane(0, 10));

        assertThat(given()).containsExactly("0:0@10", "0:2@12", "1:1@11");
    }

    /** A checkpoint between a restart and the last reader's return holds what the others have handed in. */
    @Test
    void lanesHandedIn_areInTheCheckpointUntilTheyAreGiven() {
        LaneEnumerator enumerator = LaneEnumerator.restore(context, 3, new UnassignedLanes(3, List.of()));
        register(enumerator, 1, lane(2, 12), lane(0, 10));

        assertThat(enumerator.snapshotState(1)).isEqualTo(new UnassignedLanes(3, List.of(lane(0, 10), lane(2, 12))));
    }

    @Test
    void oneReaderFails_itsLanesComeBackToIt() {
        LaneEnumerator enumerator = LaneEnumerator.begin(context, 4);
        register(enumerator, 0);
        register(enumerator, 1);
        given();

        context.unregisterReader(1);
        enumerator.addSplitsBack(List.of(lane(3, 0)), 1);
        register(enumerator, 1, lane(1, 11), lane(3, 13));

        assertThat(given()).containsExactly("1:1@11", "1:3@13");
    }

    /** After a restart with another parallelism, a reader may fall back to a state with lanes that others read by now. */
    @Test
    void lanesThatOthersRead_areNotTakenFromThem() {
        LaneEnumerator enumerator = LaneEnumerator.restore(context, 2, new UnassignedLanes(2, List.of()));
        register(enumerator, 0, lane(0, 1), lane(1, 1));
        register(enumerator, 1);
        assertThat(given()).containsExactly("0:0@1", "1:1@1");

        context.unregisterReader(0);
        enumerator.addSplitsBack(List.of(lane(0, 1)), 0);
        register(enumerator, 0, lane(0, 1), lane(1, 1));

        assertThat(given()).containsExactly("0:0@1");
    }

    @Test
    void laneThatIsNowhere_isABrokenInvariant() {
        LaneEnumerator enumerator = LaneEnumerator.restore(context, 2, new UnassignedLanes(2, List.of()));
        register(enumerator, 0, lane(0, 1));

        assertThatIllegalStateException()
                .isThrownBy(() -> register(enumerator, 1))
                .withMessageContaining("lane 1");
    }

    @Test
    void otherNumberOfLanes_thanInTheRestoredState_isRefused() {
        LaneEnumerator enumerator = LaneEnumerator.restore(context, 8, new UnassignedLanes(4, List.of()));

        assertThatThrownBy(enumerator::start)
                .isInstanceOf(SuppressRestartsException.class)
                .hasRootCauseMessage("lanes = 8, but the restored state has 4: their number stays what it was when"
                        + " gateways and jobs were first started");
    }
}
