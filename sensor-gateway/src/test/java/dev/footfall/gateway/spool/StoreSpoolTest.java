package dev.footfall.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footfall.events.Identifiers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreSpoolTest {
    private static final SpoolSettings SMALL = new SpoolSettings(4096, 1024);

    @TempDir
    private Path temporary = Path.of("");

    private Path folder = Path.of("");

    @BeforeEach
    void nameFolder() {
        folder = temporary.resolve("spools").resolve("store-1");
    }

    private StoreSpool open() throws IOException {
        return StoreSpool.open(folder, SMALL);
    }

    private static byte[] bytes(int size) {
        return new byte[size];
    }

    private static void frames(StoreSpool spool, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            spool.appendFrame(bytes(500));
            spool.commit();
        }
    }

    @Test
    void open_aNewFolder_isEmptyAndHasANameOfItsOwn() throws IOException {
        try (StoreSpool one = open();
                StoreSpool other = StoreSpool.open(folder.resolveSibling("store-2"), SMALL)) {
            assertThat(one.next()).isZero();
            assertThat(one.oldest()).isZero();
            assertThat(one.pending()).isEmpty();
            assertThat(one.recovery().findWarning()).isEmpty();
            assertThat(Identifiers.isValid(one.epoch())).isTrue();
            assertThat(one.epoch()).isNotEqualTo(other.epoch());
        }
    }

    /** It is not one of the spool's. */
    @Test
    void open_besideAFileOfANumberThatNoneHas_leavesItAlone() throws IOException {
        Path other = Files.createDirectories(folder).resolve("99999999999999999999.journal");
        Files.write(other, bytes(3));

        try (StoreSpool spool = open()) {
            assertThat(spool.recovery().findWarning()).isEmpty();
        }
        assertThat(other).exists();
    }

    @Test
    void open_aFolderInUse_isRefusedAndDoesNotDisturb() throws IOException {
        try (StoreSpool spool = open()) {
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatIOException()
                        .isThrownBy(this::open)
                        .withMessageContaining("another gateway uses")
                        .withMessageContaining("store-1");
            }
            frames(spool, 1);
        }
        try (StoreSpool spool = open()) {
            assertThat(spool.next()).isEqualTo(1);
        }
    }

    @Test
    void frame_notCommittedOrTrimmed_isNotKept() throws IOException {
        try (StoreSpool spool = open()) {
            spool.appendFrame(bytes(10));
            assertThat(spool.next()).isEqualTo(1);
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> spool.frame(0))
                    .withMessageContaining("frame 0");
            spool.commit();
            assertThat(spool.frame(0)).hasSize(10);
            frames(spool, 5);
            spool.trim(4);
            assertThat(spool.oldest()).isPositive().isLessThanOrEqualTo(4);
            assertThatIllegalArgumentException().isThrownBy(() -> spool.frame(spool.oldest() - 1));
        }
    }

    @Test
    void close_withoutCommit_dropsWhatWasAppended() throws IOException {
        try (StoreSpool spool = open()) {
            spool.appendFrame(bytes(10));
        }
        try (StoreSpool spool = open()) {
            assertThat(spool.next()).isZero();
            assertThat(spool.pending()).isEmpty();
        }
    }

    /** One frame and rows that fill up the first segment; what follows begins the second. */
    private static void fillSegment(StoreSpool spool) throws IOException {
        frames(spool, 1);
        spool.appendEvents(bytes(501));
        spool.commit();
    }

    @Test
    void trim_belowRowsThatAreInNoFrame_keepsThem() throws IOException {
        try (StoreSpool spool = open()) {
            fillSegment(spool);
            spool.appendEvents(bytes(502));
            spool.commit();
            assertThat(Folders.list(folder)).hasSize(2);
            spool.trim(1);
        }
        try (StoreSpool spool = open()) {
            assertThat(spool.next()).isEqualTo(1);
            assertThat(spool.pending()).extracting(each -> each.length).containsExactly(501, 502);
            spool.appendFrame(bytes(10));
            spool.commit();
            spool.trim(2);
            assertThat(spool.oldest()).isEqualTo(1);
            assertThat(Folders.list(folder)).hasSize(1);
        }
    }

    @Test
    void trim_beforeTheFrameOfRowsIsCommitted_keepsThem() throws IOException {
        try (StoreSpool spool = open()) {
            fillSegment(spool);
            spool.appendFrame(bytes(501));
            spool.trim(2);
        }
        try (StoreSpool spool = open()) {
            assertThat(spool.next()).isEqualTo(1);
            assertThat(spool.pending()).extracting(each -> each.length).containsExactly(501);
        }
    }

    @Test
    void trim_everything_goesOnWithTheNextNumber() throws IOException {
        try (StoreSpool spool = open()) {
            frames(spool, 10);
            spool.trim(10);
            assertThat(Folders.list(folder)).hasSize(1);
        }
        try (StoreSpool spool = open()) {
            assertThat(spool.next()).isEqualTo(10);
            assertThat(spool.oldest()).isBetween(8L, 10L);
        }
    }

    @Test
    void hasRoom_whenFull_isFalseUntilTrimmed_andWhatWasTakenCanStillBeFramed() throws IOException {
        try (StoreSpool spool = open()) {
            int taken = 0;
            while (spool.hasRoom(100)) {
                spool.appendEvents(bytes(100));
                spool.commit();
                taken += 100;
            }
            assertThat(taken).isGreaterThan(1000);
            spool.appendFrame(bytes(taken));
            spool.commit();
            assertThat(Folders.bytes(folder)).isLessThanOrEqualTo(SMALL.maxBytes());
            assertThat(spool.hasRoom(500)).isFalse();
            frames(spool, 1);
            spool.trim(1);
            assertThat(spool.hasRoom(500)).isTrue();
        }
    }

    @Test
    void commit_thatFails_breaksTheSpoolUntilItIsOpenedAgain() throws IOException {
        try (StoreSpool spool = open()) {
            frames(spool, 1);
            spool.appendFrame(bytes(20));
            Thread.currentThread().interrupt(); // closes the file
            assertThatIOException().isThrownBy(spool::commit).withMessageContaining("must be opened again");
            assertThat(Thread.interrupted()).isTrue();
            assertThatIOException().isThrownBy(() -> spool.appendEvents(bytes(1)));
            assertThatIOException().isThrownBy(() -> spool.frame(0)).withMessageContaining("must be opened again");
            assertThatIOException().isThrownBy(() -> spool.trim(1));
        }
        try (StoreSpool spool = open()) {
            assertThat(spool.next()).isEqualTo(1);
            frames(spool, 1);
        }
    }

    @Test
    void frame_thatTheDiskHasChanged_isNeverGivenOut() throws IOException {
        try (StoreSpool spool = open()) {
            frames(spool, 1);
            Path file = Folders.last(folder);
            Folders.flip(file, (int) Files.size(file) - 100, 1);
            assertThatIOException().isThrownBy(() -> spool.frame(0)).withMessageContaining("must be opened again");
            assertThatIOException().isThrownBy(spool::commit);
        }
    }

    @Test
    void append_aRecordAboveTheLimit_isRefused() throws IOException {
        try (StoreSpool spool = open()) {
            assertThatIllegalArgumentException().isThrownBy(() -> spool.appendEvents(bytes((16 << 20) + 1)));
        }
    }

    @Test
    void settings_outOfRange_sayWhy() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpoolSettings(1 << 20, 1 << 19))
                .withMessageContaining("maxBytes = 1048576");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpoolSettings(1 << 20, 10))
                .withMessageContaining("segmentBytes = 10");
        assertThat(SpoolSettings.defaults().maxBytes()).isEqualTo(1L << 30);
        assertThat(SpoolSettings.ofMaxBytes(1 << 20).segmentBytes()).isEqualTo(1 << 18);
    }
}
