package dev.footfall.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The clock of a store: the least watermark of the gateways listed for it. */
class StoreClockTest {
    private static final List<String> ONE = List.of("gw-1");
    private static final List<String> TWO = List.of("gw-1", "gw-2");

    private final StoreClock clock = new StoreClock();

    @Test
    void clock_ofOneGateway_isItsWatermark() {
        clock.heard("gw-1", 1_000);

        assertThat(clock.advance(ONE)).isTrue();
        assertThat(clock.millis()).isEqualTo(1_000);
        assertThat(clock.advance(ONE)).isFalse();
    }

    @Test
    void clock_ofTwoGateways_isTheSlowerOnes() {
        clock.heard("gw-1", 5_000);
        clock.heard("gw-2", 1_000);
        assertThat(clock.advance(TWO)).isTrue();
        assertThat(clock.millis()).isEqualTo(1_000);

        clock.heard("gw-2", 9_000);
        assertThat(clock.advance(TWO)).isTrue();
        assertThat(clock.millis()).isEqualTo(5_000);
    }

    @Test
    void gatewayNeverHeard_holdsTheClock() {
        clock.heard("gw-1", Long.MAX_VALUE);

        assertThat(clock.advance(TWO)).isFalse();
        assertThat(clock.millis()).isEqualTo(StoreClock.NOT_STARTED);
    }

    @Test
    void gatewayThatIsNotListed_doesNotCount() {
        clock.heard("gw-1", 5_000);
        clock.heard("stranger", 1_000);

        assertThat(clock.advance(ONE)).isTrue();
        assertThat(clock.millis()).isEqualTo(5_000);
    }

    @Test
    void watermarkThatGoesBack_changesNothing() {
        clock.heard("gw-1", 5_000);
        clock.heard("gw-1", 1_000);
        clock.advance(ONE);

        assertThat(clock.millis()).isEqualTo(5_000);
    }

    /** A gateway that is listed anew has said nothing yet; the clock stands, it never goes back. */
    @Test
    void gatewayListedAnew_letsTheClockStand() {
        clock.heard("gw-1", 5_000);
        clock.advance(ONE);
        clock.heard("gw-2", 1_000);
        clock.heard("gw-1", 6_000);

        assertThat(clock.advance(TWO)).isFalse();
        assertThat(clock.millis()).isEqualTo(5_000);
    }
}
