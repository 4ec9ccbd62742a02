package dev.footfall.gateway.framing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.footfall.events.DoorCount;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameCodec;
import dev.footfall.gateway.TestStores;
import dev.footfall.geofences.StorePack;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames of a live gateway: cut by whoever sends them, saved until then. */
class StoreFramerTest {
    private static final DoorCount REPORT = new DoorCount(TestStores.NOON, 1, 0, 0, 0);

    private final StorePack shop;
    private final List<byte[]> cut = new ArrayList<>();
    private final StoreFramer framer;

    StoreFramerTest(@TempDir Path folder) {
        shop = TestStores.write(folder).find("shop").orElseThrow();
        framer = framer();
    }

    private StoreFramer framer() {
        FrameNumbers numbers = new FrameNumbers() {
            @Override
            public String epoch() {
                return "e1";
            }

            @Override
            public long next() {
                return cut.size();
            }

            @Override
            public long oldest() {
                return 0;
            }
        };
        return StoreFramer.saving(
                shop, "shop", Framing.ofLive().byNoClock(), numbers, (store, lane, frame) -> cut.add(frame));
    }

    private void receive(long atMillis) {
        framer.advanceTo(atMillis);
        framer.add(REPORT, "door-1", 0, 0, 0);
        framer.tallies().of("door-1").took(List.of(REPORT), atMillis, null);
    }

    /** The bytes of an open frame do not depend on whether the gateway was started again on the way. */
    @Test
    void restore_ofSavedRowsAndTallies_givesTheSameFrame() throws Exception {
        List<Frame> saved = new ArrayList<>();
        for (int second = 0; second < 35; second += 5) {
            receive(TestStores.NOON + second * 1_000L);
            if (second % 10 == 0) {
                saved.add(FrameCodec.decode(framer.takeUnsaved()));
            }
        }
        framer.endTallies();
        saved.add(FrameCodec.decode(framer.takeUnsaved()));
        assertThat(framer.unsavedRows()).isZero();
        StoreFramer restored = framer();

        restored.restore(saved);
        restored.cut();
        framer.cut();

        assertThat(cut).hasSize(2);
        assertThat(cut.get(1)).isEqualTo(renumbered(cut.get(0)));
        assertThat(FrameCodec.decode(cut.get(0)).tallies())
                .extracting(tally -> tally.timeMillis() - TestStores.NOON, tally -> tally.events())
                .containsExactly(tuple(5_000L, 2L), tuple(15_000L, 2L), tuple(25_000L, 2L), tuple(30_000L, 1L));
    }

    /** Rows may fill more than one frame; none of the frames may say that nothing older follows than the rows of the next. */
    @Test
    void restore_ofMoreThanAFrame_makesNoRowLate() throws Exception {
        List<Frame> saved = new ArrayList<>();
        for (long minute = 0; minute < 10; minute++) {
            long atMillis = TestStores.NOON + minute * 60_000;
            framer.advanceTo(atMillis);
            for (int report = 0; report < 100; report++) {
                framer.add(new DoorCount(atMillis, 1, 0, 0, 0), "door-1", 0, 0, 0);
            }
            framer.advanceTo(atMillis + 50_000); // all of a minute is saved at its end
            saved.add(FrameCodec.decode(framer.takeUnsaved()));
        }
        StoreFramer restored = framer();

        restored.restore(saved);
        restored.cut();

        assertThat(cut).hasSizeGreaterThan(2);
        long watermark = Long.MIN_VALUE;
        for (byte[] each : cut) {
            Frame frame = FrameCodec.decode(each);
            assertThat(frame.door().timeMillis(0)).isGreaterThanOrEqualTo(watermark);
            watermark = frame.header().watermarkMillis();
        }
        assertThat(watermark).isEqualTo(saved.get(9).header().watermarkMillis());
    }

    private static byte[] renumbered(byte[] first) throws Exception {
        String json = new String(FrameCodec.toJson(FrameCodec.decode(first)), StandardCharsets.UTF_8);
        return FrameCodec.encode(
                FrameCodec.decode(json.replace("\"seq\":0", "\"seq\":1").getBytes(StandardCharsets.UTF_8)));
    }

    /** Each thing in the frame it came with: tallies are not kept apart by days, events are. */
    @Test
    void tallies_doNotCutAFrameAtTheEndOfADay() throws Exception {
        framer.advanceTo(TestStores.NEXT_CUT - 1);
        framer.tallies().of("cam-1").refused(TestStores.NEXT_CUT - 1, null);
        framer.advanceTo(TestStores.NEXT_CUT + 1);
        assertThat(framer.rows()).isEqualTo(1);

        framer.add(new DoorCount(TestStores.NEXT_CUT, 1, 0, 0, 0), "door-1", 0, 0, 0);
        framer.cut();

        assertThat(cut).hasSize(1);
        assertThat(FrameCodec.decode(cut.get(0)).tallies()).hasSize(1);
    }
}
