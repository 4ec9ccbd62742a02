package dev.footfall.jobs.funnel;

import static dev.footfall.jobs.Times.at;
import static dev.footfall.jobs.Times.nanos;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.FunnelConfig;
import dev.footfall.geofences.StepConfig;
import dev.footfall.geofences.StepEvent;
import dev.footfall.jobs.Times;
import dev.footfall.jobs.batches.Mark;
import dev.footfall.jobs.batches.Stay;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * How deep a visit gets into a funnel: the longest chain of different stays or events, one a step, entered one after the other (or at once), all
 * {@code within} the given time of the first. Of several as long, the one with the earliest first, then second, … instant.
 */
class FunnelMatcherTest {
    private final List<StepConfig> steps = new ArrayList<>();
    private final List<Stay> stays = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private long withinMillis;

    private void step(String... zones) {
        step(0, zones);
    }

    private void step(long minDwellMillis, String... zones) {
        steps.add(new StepConfig("step", Set.of(zones), null, minDwellMillis));
    }

    private void step(StepEvent event) {
        steps.add(new StepConfig("step", Set.of(), event, 0));
    }

    private void stay(String zone, String entered, String left) {
        stays.add(new Stay(1, zone, nanos(entered), nanos(left), false, false));
    }

    private void stay(String zone, String entered) {
        stay(zone, entered, entered);
    }

    private void mark(StepEvent event, String time) {
        marks.add(new Mark(1, event, at(time)));
    }

    private String chain() {
        FunnelConfig funnel = new FunnelConfig("f", steps, withinMillis);
        return Arrays.stream(FunnelMatcher.match(funnel, stays, marks))
                .mapToObj(nanos -> Times.text(nanos / 1_000_000))
                .reduce("", (before, time) -> before.isEmpty() ? time : before + " → " + time);
    }

    @Test
    void stepsInOrder_areReached() {
        step("a");
        step("b");
        step("c");
        stay("a", "10:00");
        stay("b", "10:01");
        stay("c", "10:02");

        assertThat(chain()).isEqualTo("10:00 → 10:01 → 10:02");
    }

    @Test
    void noFirstStep_isNothing() {
        step("a");
        step("b");
        stay("b", "10:01");

        assertThat(chain()).isEmpty();
    }

    @Test
    void secondStepBeforeTheFirst_isNotReached() {
        step("a");
        step("b");
        stay("b", "10:00");
        stay("a", "10:01");

        assertThat(chain()).isEqualTo("10:01");
    }

    @Test
    void otherStaysBetween_doNotMatter() {
        step("a");
        step("b");
        stay("a", "10:00");
        stay("x", "10:01");
        stay("a", "10:02");
        stay("b", "10:03");

        assertThat(chain()).isEqualTo("10:00 → 10:03");
    }

    @Test
    void staysEnteredAtOneInstant_areInOrderEitherWay() {
        step("a");
        step("b");
        stay("b", "10:00");
        stay("a", "10:00");

        assertThat(chain()).isEqualTo("10:00 → 10:00");
    }

    /** At one instant a, b and c may serve; the choice for the first step decides whether the others are left for theirs. */
    @Test
    void tiesAreTriedAgainstEachOther() {
        step("a", "b");
        step("a");
        step("c", "b");
        step("c");
        stay("a", "10:00");
        stay("b", "10:00");
        stay("c", "10:00");
        stay("b", "10:01");

        assertThat(chain()).isEqualTo("10:00 → 10:00 → 10:00");
        stay("c", "10:02");
        assertThat(chain()).isEqualTo("10:00 → 10:00 → 10:00 → 10:02");
    }

    @Test
    void sameZoneTwice_needsTwoStays() {
        step("a");
        step("a");
        stay("a", "10:00");
        assertThat(chain()).isEqualTo("10:00");

        stay("a", "10:01");
        assertThat(chain()).isEqualTo("10:00 → 10:01");
    }

    @Test
    void anyOfTheZones_serves() {
        step("a", "b");
        step("c");
        stay("b", "10:00");
        stay("c", "10:01");

        assertThat(chain()).isEqualTo("10:00 → 10:01");
    }

    @Test
    void stayShorterThanMinDwell_doesNotServe_exactlyAsLongDoes() {
        step("a");
        step(5_000, "b");
        stay("a", "10:00");
        stay("b", "10:01:00", "10:01:04.999");
        assertThat(chain()).isEqualTo("10:00");

        stay("b", "10:02:00", "10:02:05");
        assertThat(chain()).isEqualTo("10:00 → 10:02");
    }

    @Test
    void within_isInclusive() {
        step("a");
        step("b");
        withinMillis = 60_000;
        stay("a", "10:00");
        stay("b", "10:01:00.001");
        assertThat(chain()).isEqualTo("10:00");

        stay("b", "10:01");
        assertThat(chain()).isEqualTo("10:00 → 10:01");
    }

    /** The first a is too long ago for c, the second is not: every first step is tried. */
    @Test
    void laterFirstStep_thatGetsDeeper_isPreferred() {
        step("a");
        step("b");
        step("c");
        withinMillis = 180_000;
        stay("a", "10:00");
        stay("b", "10:01");
        stay("a", "10:02");
        stay("b", "10:03");
        stay("c", "10:04");

        assertThat(chain()).isEqualTo("10:02 → 10:03 → 10:04");
    }

    @Test
    void ofChainsAsDeep_theEarliestCounts() {
        step("a");
        step("b");
        step("c");
        stay("a", "10:02");
        stay("b", "10:04");
        stay("a", "10:00");
        stay("b", "10:03");

        assertThat(chain()).isEqualTo("10:00 → 10:03");
    }

    @Test
    void eventsStandForSteps() {
        step(StepEvent.DOOR_IN);
        step("a");
        step(StepEvent.RECEIPT);
        mark(StepEvent.RECEIPT, "09:59");
        mark(StepEvent.DOOR_IN, "10:00");
        stay("a", "10:01");
        mark(StepEvent.TOUCHPOINT, "10:02");
        assertThat(chain()).isEqualTo("10:00 → 10:01");

        mark(StepEvent.RECEIPT, "10:03");
        assertThat(chain()).isEqualTo("10:00 → 10:01 → 10:03");
    }

    @Test
    void oneEvent_standsForOneStep() {
        step(StepEvent.RECEIPT);
        step(StepEvent.RECEIPT);
        mark(StepEvent.RECEIPT, "10:00");

        assertThat(chain()).isEqualTo("10:00");
    }

    @Test
    void funnelOfAsManyStepsAsMayBe_isFollowedToItsEnd() {
        for (int i = 0; i < 64; i++) {
            step("z" + i);
            stay("z" + i, "%02d:%02d".formatted(10 + i / 60, i % 60));
        }

        assertThat(chain()).startsWith("10:00 → 10:01").endsWith("11:02 → 11:03");
        stays.remove(62);
        assertThat(chain()).endsWith("11:00 → 11:01");
    }
}
