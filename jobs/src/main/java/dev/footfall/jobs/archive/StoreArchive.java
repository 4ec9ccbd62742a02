package dev.footfall.jobs.archive;

import dev.footfall.events.FrameHeader;
import dev.footfall.geofences.StoreDay;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an archive holds of one store: every frame once, without its bytes. */
public final class StoreArchive {
    private static final Comparator<ArchiveEntry> BY_NUMBER =
            Comparator.comparingLong(ArchiveEntry::sinceMillis).thenComparingLong(ArchiveEntry::number);

    private final String store;
    private final List<ArchiveEntry> entries = new ArrayList<>();
    private final Map<String, TreeMap<Long, ArchiveEntry>> spools = new TreeMap<>();

    private StoreArchive(String store) {
        this.store = store;
    }

    /** Reads the archive of some stores. */
    public static Map<String, StoreArchive> of(Archive archive, Predicate<String> stores) throws IOException {
        Map<String, StoreArchive> found = new TreeMap<>();
        archive.readPlaced((file, position, record) -> {
            if (stores.test(record.store())) {
                found.computeIfAbsent(record.store(), StoreArchive::new)
                        .entries
                        .add(ArchiveEntry.of(file, position, record));
            }
        });
        found.values().forEach(StoreArchive::order);
        return Collections.unmodifiableMap(found);
    }

    private void order() {
        entries.sort(BY_NUMBER);
        for (ArchiveEntry entry : entries) {
            FrameHeader head = entry.head();
            if (head != null) {
                // a job that began anew may have taken a frame again: the first counts
                spools.computeIfAbsent(head.gateway() + " " + head.epoch(), spool -> new TreeMap<>())
                        .putIfAbsent(head.seq(), entry);
            }
        }
    }

    /** Whose it is. */
    public String store() {
        return store;
    }

    /** All frames, each once, by gateway and number. */
    List<ArchiveEntry> frames() {
        return spools.values().stream()
                .flatMap(spool -> spool.values().stream())
                .toList();
    }

    /**
     * How far the store's clock had come when the last record was taken before which none is missing: whatever was counted by then is here. {@link
     * Long#MIN_VALUE} when that is not known.
     */
    public long completeUntilMillis() {
        long complete = Long.MIN_VALUE;
        @Nullable ArchiveEntry before = null;
        boolean whole = true;
        for (ArchiveEntry entry : entries) {
            if (before == null || before.sinceMillis() != entry.sinceMillis()) {
                complete = Long.MIN_VALUE;
                whole = true;
            } else {
                whole &= entry.number() == before.number() + 1;
            }
            if (whole) {
                complete = Math.max(complete, entry.clockMillis());
            }
            before = entry;
        }
        return complete;
    }

    /** Whether frames that may speak of a day were taken and are not here: before the archive began, or while there was none. */
    public boolean lacksFramesOf(StoreDay day) {
        for (TreeMap<Long, ArchiveEntry> spool : spools.values()) {
            @Nullable FrameHeader before = null;
            for (ArchiveEntry entry : spool.values()) {
                FrameHeader head = entry.head();
                if (head != null && isHole(before, head)) {
                    long from = before == null ? Long.MIN_VALUE : before.watermarkMillis();
                    if (from < day.endMillis() && head.watermarkMillis() > day.startMillis()) {
                        return true;
                    }
                }
                before = head;
            }
        }
        return false;
    }

    /** A number is missing that the gateway still had when it sent the next. */
    private static boolean isHole(@Nullable FrameHeader before, FrameHeader next) {
        return before == null ? next.seq() > 0 : next.seq() > before.seq() + 1 && next.oldest() <= before.seq() + 1;
    }
}
