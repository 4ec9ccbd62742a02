package dev.footfall.gateway.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class SendWindowProperties {
    private static final int FRAMES = 60;
    private static final long WINDOW = 7 * SpooledFrames.BYTES;

    @Property(tries = 500, seed = "20261122")
    void everyFrameArrives_throughAPipeThatLosesAndBreaks_andNeverMoreThanAWindowIsSentBeyondTheMark(
            @ForAll long seed) {
        Random random = new Random(seed);
        SpooledFrames frames = new SpooledFrames(0);
        SendWindow window = new SendWindow(frames, frames::bytes, List.of("jobs"), WINDOW);
        long nowMillis = 0;
        long has = 0; // the reader: takes what is next and nothing else
        long mark = 0; // what its last checkpoint holds
        long run = 1;
        boolean up = false;
        for (int step = 0; mark < FRAMES; step++) {
            assertThat(step).as("it ends").isLessThan(100_000);
            boolean troubled = step < 2_000;
            nowMillis += random.nextInt(2_000);
            if (frames.next < FRAMES && random.nextInt(3) == 0) {
                frames.next++;
            }
            if (!up || (troubled && random.nextInt(40) == 0)) {
                window.down();
                window.up(nowMillis);
                up = true;
            }
            OptionalLong next = window.findNext(nowMillis);
            if (next.isPresent()) {
                long seq = next.getAsLong();
                assertThat((seq - mark) * SpooledFrames.BYTES)
                        .as("frame %d beyond mark %d", seq, mark)
                        .isLessThan(WINDOW);
                window.sent();
                boolean lost = troubled && random.nextInt(5) == 0;
                if (!lost && seq == has) {
                    has++;
                }
            }
            if (random.nextInt(10) == 0) { // a checkpoint
                mark = has;
                window.mark("jobs", "e1", mark, run, nowMillis);
                window.findTrim().ifPresent(safe -> frames.oldest = safe);
            } else if (troubled && random.nextInt(50) == 0) { // a restart from the last one
                has = mark;
                window.mark("jobs", "e1", mark, ++run, nowMillis);
            } else if (has < window.next() && random.nextInt(10) == 0) {
                window.request("jobs", "e1", has, nowMillis);
            }
        }
        assertThat(has).isEqualTo(FRAMES);
    }
}
