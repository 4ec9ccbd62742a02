package dev.footfall.gateway.clocks;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A machine's clock jumps while devices speak, by their own right or wrong clocks. */
class StoreTimeTest {
    private static final long START = 1_793_696_400_000L;
    private static final long HOUR = 3_600_000;

    private final StoreTime time = new StoreTime(5_000, START);
    private final DeviceClock camera = new DeviceClock(2_000);
    private long elapsed = 5_000;
    private long wall = START;

    @Test
    void look_atAClockThatGoesOn_goesOn() {
        pass(HOUR);
        assertThat(now()).isEqualTo(START + HOUR);
    }

    @Test
    void look_atAClockThatIsSlewed_followsIt() {
        wall += 1_500;
        pass(1);
        assertThat(now()).isEqualTo(START + 1_501);
        wall -= 900;
        pass(1);
        assertThat(now()).isEqualTo(START + 602);
    }

    @Test
    void ahead_asLongAsDevicesSpeakByTheOldTime_isNotBelieved() {
        wall += HOUR;
        for (int i = 0; i < 600; i++) {
            pass(1_000);
            assertThat(hear("cam", START + (i + 1) * 1_000L - 100)).isEqualTo(START + (i + 1) * 1_000L);
        }
        assertThat(time.stepMillis()).isEqualTo(HOUR);
        wall -= HOUR;
        pass(1);
        assertThat(time.stepMillis()).isZero();
        assertThat(now()).isEqualTo(START + 600_001);
    }

    /** As after a machine was suspended: the first message by the new time is received then. */
    @Test
    void ahead_andADeviceSpeaksByTheNewTime_isFollowedAtOnce() {
        hear("door", START - 50);
        wall += HOUR;
        pass(10);
        assertThat(hear("door", START)).isEqualTo(START + 10);
        assertThat(hear("cam", START + HOUR)).isEqualTo(START + HOUR + 10);
        assertThat(time.stepMillis()).isZero();
    }

    @Test
    void ahead_andTheDevicesWereAheadOfUsBefore_isFollowed() {
        for (int i = 0; i < 120; i++) {
            pass(1_000);
            camera.findShift(now(), now() + 300_000, true);
        }
        wall += 300_000;
        pass(10);
        hear("cam", wall);
        assertThat(now()).isEqualTo(wall);
    }

    @Test
    void back_isFollowedWhenMoreDevicesSpeakByIt() {
        wall -= HOUR;
        pass(10);
        hear("door", START);
        hear("cam", START - HOUR);
        assertThat(time.stepMillis()).isEqualTo(-HOUR);
        hear("till", START - HOUR);
        assertThat(now()).isEqualTo(START - HOUR + 10);
    }

    @Test
    void whatWasKeptForHours_tellsNothing() {
        wall += HOUR;
        pass(10);
        assertThat(hear("cam", START - 8 * HOUR)).isEqualTo(START + 10);
        assertThat(time.stepMillis()).isEqualTo(HOUR);
    }

    @Test
    void look_whenNobodyHasToldForAMinute_believesTheMachine() {
        wall += HOUR;
        pass(1);
        pass(StoreTime.SILENCE_MILLIS - 1);
        assertThat(now()).isEqualTo(START + StoreTime.SILENCE_MILLIS);
        pass(1);
        assertThat(now()).isEqualTo(wall);
    }

    private void pass(long millis) {
        elapsed += millis;
        wall += millis;
        time.look(elapsed, wall);
    }

    private long now() {
        return time.millis(elapsed);
    }

    private long hear(String device, long latestMillis) {
        return time.at(elapsed).millis(device, camera, latestMillis);
    }
}
