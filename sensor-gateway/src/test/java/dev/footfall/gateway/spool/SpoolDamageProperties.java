package dev.footfall.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.DoorCount;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whichever byte of a spool is damaged: what can be read is kept, what is wrong is never given out. */
class SpoolDamageProperties {
    private static final SpoolSettings SMALL = new SpoolSettings(1 << 20, 1024);
    private static final long TIME = 1_793_696_400_000L;

    /** Where rows, each a door report with a number of its own, were written; nothing else holds those of {@code only}. */
    private record Written(Path file, long from, long to, Set<Long> only) {}

    private final FrameBuilder builder = new FrameBuilder();

    @Property(tries = 120, seed = "20261122")
    void open_withAnyByteDamaged_losesAtMostWhatOnlyThatRecordHeld(@ForAll Random random) throws Exception {
        Path folder = Files.createTempDirectory("spool").resolve("store");
        TreeSet<Long> rows = new TreeSet<>();
        List<Written> written = new ArrayList<>();
        String epoch = write(folder, random, rows, written);
        List<Path> files = Folders.list(folder);
        Path file = files.get(random.nextInt(files.size()));
        int at = random.nextInt((int) Files.size(file));
        Folders.flip(file, at, 1 + random.nextInt(255));
        Set<Long> lost = new HashSet<>();
        written.stream()
                .filter(each -> each.file().equals(file) && each.from() <= at && at < each.to())
                .forEach(each -> lost.addAll(each.only()));

        try (StoreSpool spool = StoreSpool.open(folder, SMALL)) {
            assertThat(spool.recovery().findWarning()).isPresent();
            assertThat(spool.epoch().equals(epoch)).isEqualTo(spool.recovery().damage() == null);
            Set<Long> found = rowsOf(spool);
            assertThat(rows).containsAll(found);
            rows.removeAll(lost);
            assertThat(found).containsAll(rows);
        }
        Disk.deleteTree(Disk.folderOf(folder));
    }

    /** Rows, then a frame of them, and so on; each by a commit of its own, so that it has a place of its own. */
    private String write(Path folder, Random random, Set<Long> rows, List<Written> written) throws IOException {
        try (StoreSpool spool = StoreSpool.open(folder, SMALL)) {
            FrameBuilder frame = new FrameBuilder();
            List<Written> unframed = new ArrayList<>();
            for (int i = 0; i < 5 + random.nextInt(40); i++) {
                long before = spool.bytes();
                if (frame.rows() > 0 && random.nextInt(4) == 0) {
                    spool.appendFrame(frame.encode(header(spool)));
                    unframed.forEach(each -> each.only().clear());
                    unframed.clear();
                    spool.commit();
                } else {
                    Set<Long> own = new HashSet<>();
                    for (int row = 0; row <= random.nextInt(5); row++) {
                        long number = rows.size();
                        frame.addDoor(new DoorCount(TIME + number, number, 0, 0, 0), "door-1");
                        builder.addDoor(new DoorCount(TIME + number, number, 0, 0, 0), "door-1");
                        rows.add(number);
                        own.add(number);
                    }
                    spool.appendEvents(builder.encode(header(spool)));
                    spool.commit();
                    Path last = Folders.last(folder);
                    long end = Files.size(last);
                    Written place = new Written(last, Math.max(0, end - (spool.bytes() - before)), end, own);
                    written.add(place);
                    unframed.add(place);
                }
            }
            return spool.epoch();
        }
    }

    private static FrameHeader header(StoreSpool spool) {
        return new FrameHeader("store-1", "gw-1", spool.epoch(), spool.next(), spool.oldest(), TIME);
    }

    private static Set<Long> rowsOf(StoreSpool spool) throws IOException, MalformedFrameException {
        Set<Long> rows = new HashSet<>();
        for (long seq = spool.oldest(); seq < spool.next(); seq++) {
            Frame frame = FrameCodec.decode(spool.frame(seq));
            assertThat(frame.header().epoch()).isEqualTo(spool.epoch());
            assertThat(frame.header().seq()).isEqualTo(seq);
            addRows(frame, rows);
        }
        for (byte[] pending : spool.pending()) {
            addRows(FrameCodec.decode(pending), rows);
        }
        return rows;
    }

    private static void addRows(Frame frame, Set<Long> rows) {
        for (int row = 0; row < frame.rows(); row++) {
            assertThat(frame.door().timeMillis(row) - TIME)
                    .isEqualTo(frame.door().in(row));
            rows.add(frame.door().in(row));
        }
    }
}
