package dev.footfall.gateway.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footfall.geofences.StoreCalendar;
import java.nio.charset.StandardCharsets;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PseudonymsTest {
    private static final long NOON = 1_793_696_400_000L;
    private static final long DAY = 86_400_000L;
    private static final byte[] SECRET = "sixteen bytes or more".getBytes(StandardCharsets.UTF_8);

    private final Pseudonyms pseudonyms = of("shop");

    private static Pseudonyms of(String store) {
        return new Pseudonyms(
                StoreKeys.ofSecret(SECRET).key(store),
                new StoreCalendar(ZoneId.of("Europe/Berlin"), LocalTime.of(4, 0)));
    }

    @Test
    void of_theSameWithinADay_isTheSameWheneverAndWhoeverAsks() {
        long first = pseudonyms.of(Space.TRACK, "cam-1", "7", NOON);
        for (int day = 1; day < 10; day++) {
            pseudonyms.of(Space.TRACK, "cam-1", "7", NOON + day * DAY);
        }
        assertThat(pseudonyms.of(Space.TRACK, "cam-1", "7", NOON + 1000)).isEqualTo(first);
        assertThat(of("shop").of(Space.TRACK, "cam-1", "7", NOON)).isEqualTo(first);
    }

    @Test
    void of_anotherDayDeviceSpaceStoreOrId_isAnother() {
        Set<Long> all = new HashSet<>();
        all.add(pseudonyms.of(Space.TRACK, "cam-1", "7", NOON));
        all.add(pseudonyms.of(Space.TRACK, "cam-1", "7", NOON + DAY));
        all.add(pseudonyms.of(Space.TRACK, "cam-2", "7", NOON));
        all.add(pseudonyms.of(Space.TRACK, "cam-1", "8", NOON));
        all.add(pseudonyms.of(Space.SHELF, "cam-1", "7", NOON));
        all.add(pseudonyms.ofTag("7", NOON));
        all.add(of("other").of(Space.TRACK, "cam-1", "7", NOON));
        assertThat(all).hasSize(7).doesNotContain(0L);
    }

    @Test
    void ofTag_isTheSameForWhicheverDeviceHearsIt() {
        assertThat(pseudonyms.ofTag("7", NOON)).isEqualTo(pseudonyms.of(Space.TAG, "", "7", NOON));
    }

    @Test
    void ofSecret_tooShort_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> StoreKeys.ofSecret(new byte[15]));
    }
}
