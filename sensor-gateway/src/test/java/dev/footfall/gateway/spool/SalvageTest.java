package dev.footfall.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.DeviceState;
import dev.footfall.events.DeviceStatus;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.SensorEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A spool with damage within: what is left of it goes on under another epoch. */
class SalvageTest {
    private static final SpoolSettings SMALL = new SpoolSettings(1 << 20, 256);
    private static final long TIME = 1_793_696_400_000L;

    @TempDir
    private Path temporary = Path.of("");

    private Path folder() {
        return temporary.resolve("store-1");
    }

    private StoreSpool open() throws IOException {
        return StoreSpool.open(folder(), SMALL);
    }

    private static byte[] rows(StoreSpool spool, long watermarkMillis, String... devices) {
        FrameBuilder builder = new FrameBuilder();
        for (String device : devices) {
            builder.addStatus(new DeviceStatus(TIME, DeviceState.ONLINE, null, null), device);
        }
        return builder.encode(
                new FrameHeader("store-1", "gw-1", spool.epoch(), spool.next(), spool.oldest(), watermarkMillis));
    }

    /** Frames a, b, c, d, each with the rows of one message, then rows e; a frame a segment. Returns the epoch. */
    private String write() throws IOException {
        try (StoreSpool spool = open()) {
            for (String device : List.of("a", "b", "c", "d")) {
                spool.appendEvents(rows(spool, TIME, device));
                spool.commit();
                spool.appendFrame(rows(spool, TIME + spool.next(), device));
                spool.commit();
            }
            spool.appendEvents(rows(spool, TIME, "e"));
            spool.commit();
            return spool.epoch();
        }
    }

    private static List<String> devices(StoreSpool spool) throws Exception {
        List<String> devices = new ArrayList<>();
        for (long seq = spool.oldest(); seq < spool.next(); seq++) {
            Frame frame = FrameCodec.decode(spool.frame(seq));
            assertThat(frame.header().seq()).isEqualTo(seq);
            assertThat(frame.header().epoch()).isEqualTo(spool.epoch());
            devices.add(frame.status().device(0));
        }
        return devices;
    }

    @Test
    void open_withADamagedFrame_takesItsRowsFromWhereTheyWereFirst() throws Exception {
        String epoch = write();
        Path second = Folders.list(folder()).get(1);
        Folders.flip(second, (int) Files.size(second) - 1, 1); // in frame b, the last of its segment
        try (StoreSpool spool = open()) {
            assertThat(spool.epoch()).isNotEqualTo(epoch);
            assertThat(devices(spool)).containsExactly("a", "b", "c", "d", "e");
            assertThat(FrameCodec.header(spool.frame(0)).watermarkMillis()).isEqualTo(TIME);
            assertThat(FrameCodec.header(spool.frame(1)).watermarkMillis()).isEqualTo(SensorEvent.EARLIEST_MILLIS);
            assertThat(FrameCodec.header(spool.frame(2)).watermarkMillis()).isEqualTo(TIME + 2);
            assertThat(spool.pending()).isEmpty();
            SpoolRecovery recovery = spool.recovery();
            assertThat(recovery.salvagedFrames()).isEqualTo(5);
            assertThat(recovery.lostBytes()).isPositive();
            assertThat(recovery.setAside()).isDirectoryContaining("glob:**.journal");
            assertThat(recovery.findWarning()).hasValueSatisfying(text -> assertThat(text)
                    .contains("damaged at byte")
                    .contains("store-1.damaged-")
                    .contains("5 frames"));
        }
        try (StoreSpool spool = open()) {
            assertThat(spool.recovery().findWarning()).isEmpty();
            assertThat(devices(spool)).containsExactly("a", "b", "c", "d", "e");
        }
    }

    @Test
    void open_withASegmentMissing_keepsTheOthers() throws Exception {
        write();
        Files.delete(Folders.list(folder()).get(1));
        try (StoreSpool spool = open()) {
            assertThat(spool.recovery().damage()).contains("expected was 1");
            assertThat(devices(spool)).containsExactly("a", "c", "d", "e");
        }
    }

    @Test
    void open_withTheSegmentOfAFrameMissing_takesItsRowsFromTheOneBefore() throws Exception {
        try (StoreSpool spool = open()) {
            spool.appendFrame(rows(spool, TIME, "a"));
            spool.appendEvents(rows(spool, TIME, "b"));
            spool.commit();
            for (String device : List.of("b", "c")) {
                spool.appendFrame(rows(spool, TIME, device));
                spool.commit();
                spool.appendEvents(rows(spool, TIME, "d"));
                spool.commit();
            }
        }
        Files.delete(Folders.list(folder()).get(1));
        try (StoreSpool spool = open()) {
            assertThat(devices(spool)).containsExactly("a", "b", "c", "d");
        }
    }

    @Test
    void open_withAnUnreadableBeginning_keepsAllThatFollows() throws Exception {
        write();
        for (Path file : Folders.list(folder())) {
            Folders.flip(file, 0, 1);
        }
        try (StoreSpool spool = open()) {
            assertThat(spool.recovery().damage()).contains("beginning");
            assertThat(devices(spool)).containsExactly("a", "b", "c", "d", "e");
        }
    }

    @Test
    void open_afterASalvageThatWasBrokenOff_beginsItAnewOrEndsIt() throws Exception {
        write();
        Path unfinished = temporary.resolve("store-1.salvaged");
        Folders.copy(folder(), unfinished);
        Folders.flip(Folders.list(folder()).get(0), 0, 1);
        String salvaged;
        try (StoreSpool spool = open()) { // broken off while writing
            assertThat(devices(spool)).containsExactly("a", "b", "c", "d", "e");
            assertThat(unfinished).doesNotExist();
            salvaged = spool.epoch();
        }
        Files.move(folder(), unfinished);
        try (StoreSpool spool = open()) { // broken off between the two names
            assertThat(spool.epoch()).isEqualTo(salvaged);
            assertThat(devices(spool)).containsExactly("a", "b", "c", "d", "e");
        }
    }

    @Test
    void open_withATornEnd_keepsTheEpoch() throws Exception {
        String epoch = write();
        Path last = Folders.last(folder());
        Folders.flip(last, (int) Files.size(last) - 1, 1);
        try (StoreSpool spool = open()) {
            assertThat(spool.epoch()).isEqualTo(epoch);
            assertThat(devices(spool)).containsExactly("a", "b", "c", "d");
            assertThat(spool.pending()).isEmpty();
            assertThat(spool.recovery().cutBytes()).isPositive();
            assertThat(spool.recovery().findWarning())
                    .hasValueSatisfying(text -> assertThat(text).contains("torn"));
        }
    }
}
