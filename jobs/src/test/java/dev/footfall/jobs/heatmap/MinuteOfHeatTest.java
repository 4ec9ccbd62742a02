package dev.footfall.jobs.heatmap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.Window;
import dev.footfall.jobs.windows.FirstPresences;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A minute gives its windows what adding each piece to each of them would have given. */
class MinuteOfHeatTest {
    private static final int ALL = FirstPresences.bits(Set.of(Window.values()));
    private static final int SLOTS = 200;

    private final MinuteOfHeat minute = new MinuteOfHeat();
    private final Random random = new Random(20261122);

    private static List<HeatBucket> buckets(int count) {
        return Stream.generate(HeatBucket::new).limit(count).toList();
    }

    private static void assertSame(HeatBucket one, HeatBucket other) {
        assertThat(one.size()).isEqualTo(other.size());
        for (int slot = 0; slot < one.size(); slot++) {
            assertThat(one.micros(slot)).isEqualTo(other.micros(slot));
            assertThat(one.visits(slot)).isEqualTo(other.visits(slot));
            assertThat(one.isDirty(slot)).isEqualTo(other.isDirty(slot));
        }
    }

    @Test
    void fold_ofMorePiecesThanACountHolds_givesTheSumsOfEachLength() {
        List<HeatBucket> windows = buckets(4);
        List<HeatBucket> plain = buckets(4);
        plain.forEach(bucket -> bucket.makeRoom(SLOTS));
        minute.begin(60_000, windows);
        for (int piece = 0; piece < 150_000; piece++) {
            int slot = random.nextInt(piece < 100_000 ? 1 : SLOTS);
            int fresh = piece < 100_000 ? ALL : random.nextInt(ALL + 1);
            minute.add(slot, piece, fresh, ALL);
            for (int length = 0; length < 4; length++) {
                plain.get(length).add(slot, piece, (fresh >> length) & 1);
            }
        }
        minute.fold(ALL);

        for (int length = 0; length < 4; length++) {
            assertSame(windows.get(length), plain.get(length));
        }
    }

    @Test
    void fold_ofTwoLengths_goesToTheirs() {
        int kept = FirstPresences.bits(Set.of(Window.HOUR, Window.DAY));
        List<HeatBucket> windows = buckets(2);
        minute.begin(0, windows);
        minute.add(3, 5, FirstPresences.bit(Window.MINUTE) | FirstPresences.bit(Window.HOUR), kept);
        minute.fold(kept);

        assertThat(windows.get(0).visits(3)).isEqualTo(1);
        assertThat(windows.get(1).visits(3)).isZero();
        assertThat(windows.get(1).micros(3)).isEqualTo(5);
        assertThat(minute.startMillis()).isEqualTo(MinuteOfHeat.NONE);
    }

    @Test
    void fold_again_addsNothing() {
        List<HeatBucket> windows = buckets(4);
        minute.begin(0, windows);
        minute.add(0, 5, ALL, ALL);
        minute.fold(ALL);
        minute.begin(0, windows);
        minute.fold(ALL);

        assertThat(windows.get(0).micros(0)).isEqualTo(5);
    }
}
