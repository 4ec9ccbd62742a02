package dev.footfall.jobs.archive;

import dev.footfall.events.FrameHeader;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Finds the days of a store that are to be corrected: those that late events speak of, and those whose events were judged by other drawings than hold
 * now; unless they were corrected for the very same frames and drawings.
 */
public final class DirtyDays {
    private static final int FINGERPRINT_DIGITS = 16;

    private final StorePack pack;
    private final StoreArchive archive;
    private final Map<LocalDate, Marks> marked = new TreeMap<>();

    /** What speaks against the figures of a day. */
    private static final class Marks {
        private long lateEvents;
        private boolean otherLayouts;
    }

    private DirtyDays(StorePack pack, StoreArchive archive) {
        this.pack = pack;
        this.archive = archive;
    }

    /**
     * Those of a store, in their order.
     *
     * @param pack as it is now
     * @param corrected the fingerprint for which each day was corrected last
     */
    public static List<DirtyDay> of(StorePack pack, StoreArchive archive, Map<LocalDate, String> corrected) {
        DirtyDays days = new DirtyDays(pack, archive);
        archive.frames().forEach(days::look);
        // a drawing taken back leaves no mark, but the figures are of the drawing that was
        corrected.keySet().forEach(date -> days.marked.computeIfAbsent(date, unmarked -> new Marks()));
        List<DirtyDay> dirty = new ArrayList<>();
        days.marked.forEach((date, marks) -> {
            StoreDay day = pack.calendar().day(date);
            String fingerprint = days.fingerprint(day);
            if (!fingerprint.equals(corrected.get(date))) {
                dirty.add(new DirtyDay(day, marks.lateEvents, marks.otherLayouts, fingerprint, days.standing(day)));
            }
        });
        return dirty;
    }

    private void look(ArchiveEntry entry) {
        if (!entry.late().isEmpty()) {
            long until = entry.late().lastMillis() + StoreDayReach.heardMillis(pack);
            StoreDay last = days(entry.late().firstMillis(), until, marks -> marks.lateEvents += entry.lateEvents());
            if (entry.lateTotals()) {
                days(last.endMillis(), last.endMillis(), marks -> marks.lateEvents += entry.lateEvents());
            }
        }
        if (!entry.layouts().isEmpty() && !entry.layouts().equals(LayoutShapes.of(pack, entry.events()))) {
            days(entry.events().firstMillis(), entry.events().lastMillis(), marks -> marks.otherLayouts = true);
        }
    }

    /** Marks all days between two instants; answers the last. */
    private StoreDay days(long fromMillis, long toMillis, java.util.function.Consumer<Marks> mark) {
        StoreDay day = pack.calendar().dayOf(fromMillis);
        while (true) {
            mark.accept(marked.computeIfAbsent(day.date(), unmarked -> new Marks()));
            if (day.endMillis() > toMillis) {
                return day;
            }
            day = pack.calendar().dayOf(day.endMillis());
        }
    }

    private DirtyDay.Standing standing(StoreDay day) {
        if (archive.lacksFramesOf(day)) {
            return DirtyDay.Standing.NOT_ARCHIVED;
        }
        return archive.completeUntilMillis() >= StoreDayReach.finalMillis(pack, day)
                ? DirtyDay.Standing.READY
                : DirtyDay.Standing.WAITING;
    }

    /** Of the names of all frames that the day's figures follow from, and of the drawings. */
    private String fingerprint(StoreDay day) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long from = StoreDayReach.fromMillis(pack, day);
            long until = StoreDayReach.untilMillis(pack, day);
            for (ArchiveEntry entry : archive.frames()) {
                FrameHeader head = entry.head();
                if (head != null && entry.events().meets(from, until)) {
                    digest.update((head.gateway() + " " + head.epoch() + " " + head.seq() + "\n")
                            .getBytes(StandardCharsets.UTF_8));
                }
            }
            digest.update(LayoutShapes.of(pack, new Span(from, until - 1)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest.digest()).substring(0, FINGERPRINT_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
