package dev.footfall.jobs.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * A pipe that loses, repeats and turns round whatever it can, gateways that go back at random, a reader that falls back to old checkpoints: what
 * was emitted, as far as the checkpoints that count remember, is each frame once and in order.
 */
class LanePipeProperties {
    private static final String SEED = "20261122";

    @Property(seed = SEED, tries = 400)
    void everyFrame_isEmittedOnceAndInOrder(@ForAll long seed, @ForAll @IntRange(min = 10, max = 600) int steps) {
        LanePipe pipe = new LanePipe(new Random(seed), false);
        pipe.mistreat(steps);
        pipe.drain();

        for (LanePipe.Gateway gateway : pipe.gateways()) {
            assertThat(gateway.emitted()).containsExactlyElementsOf(gateway.all());
        }
        assertThat(pipe.gaps()).isZero();
    }

    /** Where spools overflow, or a reader falls back further than its last checkpoint, frames are missing: as many as are counted. */
    @Property(seed = SEED, tries = 400)
    void framesThatAreThrownAway_areCountedAsGaps(@ForAll long seed, @ForAll @IntRange(min = 10, max = 600) int steps) {
        LanePipe pipe = new LanePipe(new Random(seed), true);
        pipe.mistreat(steps);
        pipe.drain();

        long missing = 0;
        for (LanePipe.Gateway gateway : pipe.gateways()) {
            assertThat(gateway.emitted()).isSorted().doesNotHaveDuplicates();
            missing += gateway.missing();
        }
        assertThat(pipe.gaps()).isEqualTo(missing);
    }
}
