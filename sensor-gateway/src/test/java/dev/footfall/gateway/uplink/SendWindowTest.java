package dev.footfall.gateway.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class SendWindowTest {
    private static final long RUN = 7;
    private static final long WINDOW = 5 * SpooledFrames.BYTES;

    private final SpooledFrames frames = new SpooledFrames(20);
    private long nowMillis = 1_000_000;

    private SendWindow window(String... groups) {
        SendWindow window = new SendWindow(frames, frames::bytes, List.of(groups), WINDOW);
        window.up(nowMillis);
        return window;
    }

    private List<Long> send(SendWindow window) {
        List<Long> sent = new ArrayList<>();
        for (OptionalLong next = window.findNext(nowMillis); next.isPresent(); next = window.findNext(nowMillis)) {
            sent.add(next.getAsLong());
            window.sent();
        }
        return sent;
    }

    @Test
    void findNext_beforeMarksAreKnown_waitsALittleForThem() {
        SendWindow window = window("jobs");

        assertThat(send(window)).isEmpty();
        nowMillis += SendWindow.MARKS_WITHIN_MILLIS;
        assertThat(send(window)).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void mark_keptByTheBroker_opensAtOnce_andIsWhereSendingBegins() {
        SendWindow window = window("jobs");

        window.mark("jobs", "e1", 3, RUN, nowMillis);

        assertThat(send(window)).containsExactly(3L, 4L, 5L, 6L, 7L);
        assertThat(window.findTrim()).hasValue(3);
    }

    @Test
    void mark_movesTheWindow() {
        SendWindow window = window("jobs");
        window.mark("jobs", "e1", 0, RUN, nowMillis);
        send(window);

        window.mark("jobs", "e1", 2, RUN, nowMillis);

        assertThat(send(window)).containsExactly(5L, 6L);
        assertThat(window.takeWentBack()).isFalse();
    }

    @Test
    void mark_ofAnotherEpochOrGroup_orBeyondWhatWasCut_changesNothing() {
        SendWindow window = window("jobs");

        window.mark("jobs", "e0", 10, RUN, nowMillis);
        window.mark("others", "e1", 10, RUN, nowMillis);
        window.mark("jobs", "e1", 21, RUN, nowMillis);

        assertThat(window.mark("jobs")).isNull();
        assertThat(window.findTrim()).isEmpty();
    }

    @Test
    void mark_ofANewRun_goesBackToIt() {
        SendWindow window = window("jobs");
        window.mark("jobs", "e1", 0, RUN, nowMillis);
        send(window);

        window.mark("jobs", "e1", 2, RUN + 1, nowMillis);

        assertThat(window.takeWentBack()).isTrue();
        assertThat(send(window)).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void request_goesBackOnce_andTrimsNothing() {
        SendWindow window = window("jobs");
        window.mark("jobs", "e1", 0, RUN, nowMillis);
        send(window);

        window.request("jobs", "e1", 3, nowMillis);

        assertThat(window.takeWentBack()).isTrue();
        assertThat(window.takeWentBack()).isFalse();
        assertThat(send(window)).containsExactly(3L, 4L);
        assertThat(window.findTrim()).hasValue(0);
    }

    @Test
    void request_forWhatWasNotSentYet_changesNothing() {
        SendWindow window = window("jobs");
        window.mark("jobs", "e1", 0, RUN, nowMillis);
        send(window);

        window.request("jobs", "e1", 5, nowMillis);

        assertThat(window.takeWentBack()).isFalse();
    }

    @Test
    void request_ofWhatIsNoLongerThere_goesBackToTheOldest() {
        SendWindow window = window("jobs");
        frames.oldest = 4;
        window.mark("jobs", "e1", 4, RUN, nowMillis);
        send(window);

        window.request("jobs", "e1", 1, nowMillis);

        assertThat(send(window)).first().isEqualTo(4L);
    }

    @Test
    void up_again_goesBackToTheMark() {
        SendWindow window = window("jobs");
        window.mark("jobs", "e1", 2, RUN, nowMillis);
        send(window);

        window.down();
        assertThat(window.findNext(nowMillis)).isEmpty();
        window.up(nowMillis);

        assertThat(send(window)).containsExactly(2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void findNext_withoutProgress_sendsAgain_afterEverLongerWaits() {
        SendWindow window = window("jobs");
        window.mark("jobs", "e1", 0, RUN, nowMillis);
        send(window);

        nowMillis += SendWindow.FIRST_PATIENCE_MILLIS - 1;
        assertThat(send(window)).isEmpty();
        nowMillis += 1;
        assertThat(send(window)).containsExactly(0L, 1L, 2L, 3L, 4L);
        nowMillis += 2 * SendWindow.FIRST_PATIENCE_MILLIS - 1;
        assertThat(send(window)).isEmpty();
        nowMillis += 1;
        assertThat(send(window)).hasSize(5);
    }

    @Test
    void findNext_withMarksAtLongIntervals_waitsForThem() {
        SendWindow window = window("jobs");
        window.mark("jobs", "e1", 0, RUN, nowMillis);
        send(window);
        nowMillis += 25_000;
        window.mark("jobs", "e1", 2, RUN, nowMillis);
        send(window);

        nowMillis += 60_000;

        assertThat(send(window)).isEmpty();
    }

    @Test
    void findNext_whenAllIsConfirmed_neverSendsAgain() {
        SendWindow window = window("jobs");
        window.mark("jobs", "e1", 20, RUN, nowMillis);

        nowMillis += 10 * SendWindow.LONGEST_PATIENCE_MILLIS;

        assertThat(send(window)).isEmpty();
        assertThat(window.isOpen(nowMillis)).isTrue();
    }

    @Test
    void groups_theOneThatSleepsHoldsUpTrimming_notSending() {
        SendWindow window = window("jobs", "archive");
        window.mark("archive", "e1", 0, RUN, nowMillis);
        nowMillis += SendWindow.AWAKE_MILLIS;

        window.mark("jobs", "e1", 6, RUN, nowMillis);

        assertThat(send(window)).containsExactly(6L, 7L, 8L, 9L, 10L);
        assertThat(window.findTrim()).hasValue(0);
    }

    @Test
    void groups_theOneThatWakesIsServedFromItsMark() {
        SendWindow window = window("jobs", "archive");
        window.mark("archive", "e1", 0, RUN, nowMillis);
        nowMillis += SendWindow.AWAKE_MILLIS;
        window.mark("jobs", "e1", 6, RUN, nowMillis);
        send(window);

        window.mark("archive", "e1", 0, RUN + 1, nowMillis);

        assertThat(send(window)).containsExactly(0L, 1L, 2L, 3L, 4L);
    }

    @Test
    void isOpen_whileFramesWait_isFalse_soThatTheyGetFuller() {
        SendWindow window = window("jobs");
        window.mark("jobs", "e1", 0, RUN, nowMillis);

        assertThat(window.isOpen(nowMillis)).isFalse();
        send(window);
        assertThat(window.isOpen(nowMillis)).isFalse();
        window.mark("jobs", "e1", 20, RUN, nowMillis);
        assertThat(window.isOpen(nowMillis)).isTrue();
    }
}
