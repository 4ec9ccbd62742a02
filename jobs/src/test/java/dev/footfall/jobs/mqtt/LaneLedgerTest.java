package dev.footfall.jobs.mqtt;

import static dev.footfall.jobs.mqtt.LaneLedger.Verdict.ASK;
import static dev.footfall.jobs.mqtt.LaneLedger.Verdict.DROP;
import static dev.footfall.jobs.mqtt.LaneLedger.Verdict.EMIT;
import static dev.footfall.jobs.mqtt.LaneLedger.Verdict.REMIND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.Tick;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of the next message of a lane, by what was taken before. */
class LaneLedgerTest {
    private LaneLedger ledger = new LaneLedger();
    private long nowMillis;

    private static FrameHead frame(long seq, long oldest) {
        return frame("e1", seq, oldest);
    }

    private static FrameHead frame(String epoch, long seq, long oldest) {
        return new FrameHeader("shop", "gw", epoch, seq, oldest, 0);
    }

    private static FrameHead tick(long next, long oldest) {
        return new Tick("shop", "gw", "e1", next, oldest, 0);
    }

    private LaneLedger.Verdict take(FrameHead head) {
        return ledger.take(head, nowMillis);
    }

    private long next() {
        return ledger.position(tick(0, 0)).next();
    }

    @Test
    void framesInOrder_areEmitted() {
        assertThat(take(frame(0, 0))).isEqualTo(EMIT);
        assertThat(take(frame(1, 0))).isEqualTo(EMIT);
        assertThat(ledger.frames()).isEqualTo(2);
        assertThat(next()).isEqualTo(2);
    }

    @Test
    void frameThatCameBefore_isADuplicate() {
        take(frame(0, 0));

        assertThat(take(frame(0, 0))).isEqualTo(REMIND);
        assertThat(ledger.duplicates()).isEqualTo(1);
        assertThat(next()).isEqualTo(1);
    }

    @Test
    void frameBehindAHole_isDroppedAndTheMissingOneAskedFor() {
        take(frame(0, 0));

        assertThat(take(frame(2, 0))).isEqualTo(ASK);
        assertThat(next()).isEqualTo(1);
        assertThat(take(frame(1, 0))).isEqualTo(EMIT);
        assertThat(take(frame(2, 0))).isEqualTo(EMIT);
    }

    @Test
    void spoolNeverHeard_beginsWithItsOldestFrame() {
        assertThat(take(frame(7, 5))).isEqualTo(ASK);
        assertThat(next()).isEqualTo(5);
        assertThat(ledger.gaps()).isZero();
    }

    @Test
    void spoolNeverHeard_byATick_beginsWithItsOldestFrame() {
        assertThat(take(tick(7, 7))).isEqualTo(EMIT);
        assertThat(take(frame(7, 7))).isEqualTo(EMIT);
    }

    /** A frame that is sent again says what was oldest when it was cut. */
    @Test
    void spoolNeverHeard_byAFrameSentAgain_beginsWhereTheNextTickSays_withoutAGap() {
        assertThat(take(frame(2_053, 0))).isEqualTo(ASK);

        assertThat(take(tick(2_055, 2_053))).isEqualTo(ASK);
        assertThat(ledger.gaps()).isZero();
        assertThat(take(frame(2_053, 0))).isEqualTo(EMIT);
        assertThat(take(frame(2_054, 0))).isEqualTo(EMIT);
        assertThat(next()).isEqualTo(2_055);
    }

    @Test
    void spoolNeverHeard_onceItsFirstTickWasEmitted_hasGaps() {
        assertThat(take(tick(7, 7))).isEqualTo(EMIT);

        assertThat(take(tick(9, 9))).isEqualTo(EMIT);
        assertThat(ledger.gaps()).isEqualTo(2);
    }

    @Test
    void restored_beforeAnythingWasEmitted_countsEveryJump() {
        take(frame(7, 5));
        ledger = LaneLedger.from(ledger.positions());

        assertThat(take(frame(7, 7))).isEqualTo(EMIT);
        assertThat(ledger.gaps()).isEqualTo(2);
    }

    @Test
    void framesThatTheGatewayNoLongerHas_areAGap_countedAndJumped() {
        take(frame(0, 0));

        assertThat(take(frame(5, 5))).isEqualTo(EMIT);
        assertThat(ledger.gaps()).isEqualTo(4);
        assertThat(next()).isEqualTo(6);
    }

    @Test
    void tickWithAGap_isJumpedToAndEmitted() {
        take(frame(0, 0));

        assertThat(take(tick(9, 9))).isEqualTo(EMIT);
        assertThat(ledger.gaps()).isEqualTo(8);
    }

    @Test
    void tick_whenNothingIsMissing_isEmitted() {
        take(frame(0, 0));

        assertThat(take(tick(1, 0))).isEqualTo(EMIT);
        assertThat(ledger.ticks()).isEqualTo(1);
        assertThat(next()).isEqualTo(1);
    }

    /** Its watermark speaks for frames that did not come. */
    @Test
    void tick_whenAFrameIsMissing_isDroppedAndTheFrameAskedFor() {
        take(frame(0, 0));

        assertThat(take(tick(2, 0))).isEqualTo(ASK);
        assertThat(ledger.ticks()).isZero();
    }

    /** Its gateway may not know what is safe, and would send the same again for ever. */
    @Test
    void framesThatCameBefore_haveTheMarkSaidAgain_everyFiveSeconds() {
        take(frame(0, 0));
        take(frame(1, 0));
        assertThat(take(frame(0, 0))).isEqualTo(REMIND);

        nowMillis += 4_999;
        assertThat(take(frame(1, 0))).isEqualTo(DROP);
        nowMillis += 1;
        assertThat(take(frame(1, 0))).isEqualTo(REMIND);
    }

    @Test
    void whatWasRepeatedAndLost_isToldOnce_toTheStoreAlone() {
        take(frame(0, 0));
        take(frame(0, 0));
        take(frame(0, 0));
        take(frame(5, 4));
        FrameHead other = new FrameHeader("kiosk", "gw", "e1", 0, 0, 0);

        assertThat(ledger.takeUntold(other)).isEqualTo(LaneLedger.Untold.NOTHING);
        assertThat(ledger.takeUntold(frame(4, 4))).isEqualTo(new LaneLedger.Untold(2, 3));
        assertThat(ledger.takeUntold(frame(5, 4))).isEqualTo(LaneLedger.Untold.NOTHING);
    }

    @Test
    void tickFromBefore_isDropped_andIsNoDuplicate() {
        take(frame(0, 0));

        assertThat(take(tick(0, 0))).isEqualTo(REMIND);
        assertThat(ledger.duplicates()).isZero();
    }

    @Test
    void asking_isRepeatedOnlyAfterAWaitThatDoublesToAMinute() {
        take(frame(0, 0));
        StringBuilder asked = new StringBuilder();
        for (nowMillis = 1_000; nowMillis <= 260_000; nowMillis += 1_000) {
            if (take(frame(2, 0)) == ASK) {
                asked.append(nowMillis / 1_000).append(' ');
            }
        }

        assertThat(asked.toString()).isEqualTo("1 6 16 36 76 136 196 256 ");
        assertThat(ledger.requests()).isEqualTo(8);
    }

    @Test
    void asking_afterProgress_isAtOnceAgain() {
        take(frame(0, 0));
        assertThat(take(frame(2, 0))).isEqualTo(ASK);
        take(frame(1, 0));

        assertThat(take(frame(3, 0))).isEqualTo(ASK);
        nowMillis = 4_999;
        assertThat(take(frame(4, 0))).isEqualTo(DROP);
        nowMillis = 5_000;
        assertThat(take(frame(5, 0))).isEqualTo(ASK);
    }

    @Test
    void spoolsOfOneGateway_areNumberedByThemselves() {
        take(frame("old", 0, 0));
        take(frame("old", 1, 0));

        assertThat(take(frame("new", 0, 0))).isEqualTo(EMIT);
        assertThat(take(frame("old", 2, 0))).isEqualTo(EMIT);
        assertThat(ledger.positions())
                .containsExactly(new LanePosition("shop", "gw", "new", 1), new LanePosition("shop", "gw", "old", 3));
    }

    @Test
    void fifthSpoolOfAGateway_putsOutTheOneThatWasSilentLongest() {
        for (String epoch : List.of("a", "b", "c", "d")) {
            take(frame(epoch, 0, 0));
        }
        take(frame("a", 1, 0));
        take(frame("e", 0, 0));

        assertThat(ledger.positions()).extracting(LanePosition::epoch).containsExactly("c", "d", "a", "e");
    }

    @Test
    void restored_goesOn_andKnowsWhoWasHeardLast() {
        for (String epoch : List.of("a", "b", "c", "d")) {
            take(frame(epoch, 0, 0));
        }
        take(frame("a", 1, 0));
        ledger = LaneLedger.from(ledger.positions());

        assertThat(take(frame("e", 0, 0))).isEqualTo(EMIT);
        assertThat(take(frame("a", 1, 0))).isEqualTo(REMIND);
        assertThat(take(frame("a", 2, 0))).isEqualTo(EMIT);
        assertThat(ledger.positions()).extracting(LanePosition::epoch).containsExactly("c", "d", "e", "a");
    }
}
