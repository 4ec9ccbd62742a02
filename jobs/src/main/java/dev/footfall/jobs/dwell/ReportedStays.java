package dev.footfall.jobs.dwell;

import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.Window;
import dev.footfall.jobs.batches.ReportedStay;
import dev.footfall.jobs.batches.Stay;
import dev.footfall.jobs.batches.VisitEnd;
import dev.footfall.jobs.state.SortedKeys;
import dev.footfall.jobs.windows.Finality;
import dev.footfall.jobs.windows.MinuteCuts;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The stays that shelf cameras reported, by visit, for the running store day; and how many distinct visits each zone had in each window, also
 * when visits turn out to be one.
 */
final class ReportedStays {
    /** Takes a change of the number of distinct visits of a zone. */
    @FunctionalInterface
    interface Distinct {
        /** There are {@code visits} more (or fewer) in the window of that length in which that stay ended. */
        void change(Window window, Stay stay, int visits);
    }

    private final Long2ObjectOpenHashMap<List<Stay>> byVisit = new Long2ObjectOpenHashMap<>();
    private final Long2ObjectOpenHashMap<List<Stay>> lent = new Long2ObjectOpenHashMap<>();
    private long dayStartMillis = Long.MAX_VALUE;
    private long dayEndMillis = Long.MIN_VALUE;

    /** The stays of a visit's journey so far, by {@code entered}: its own, and those that lie over the day cut and were entered during it. */
    List<Stay> of(long visit) {
        return Stream.concat(
                        byVisit.getOrDefault(visit, List.of()).stream(), lent.getOrDefault(visit, List.of()).stream())
                .sorted(Stay.BY_ENTERED)
                .toList();
    }

    /** Adds a stay to its visit, together with the visits that it made one with it. */
    void add(ReportedStay reported, Stay stay, StoreDay day, Distinct distinct) {
        if (dayEndMillis != day.endMillis()) {
            dayEndMillis = day.endMillis();
            dayStartMillis = day.startMillis();
        }
        List<Stay> stays = byVisit.computeIfAbsent(reported.visit(), unseen -> new ArrayList<>(2));
        for (long absorbed : reported.absorbed()) {
            List<Stay> parts = byVisit.remove(absorbed);
            for (int i = 0; i < parts.size(); i++) {
                Stay part = parts.get(i);
                for (Window window : Window.values()) {
                    boolean wasCounted = parts.subList(0, i).stream().noneMatch(same(part, window, day));
                    if (wasCounted && stays.stream().anyMatch(same(part, window, day))) {
                        distinct.change(window, part, -1);
                    }
                }
            }
            stays.addAll(parts);
            List<Stay> partsLent = lent.remove(absorbed);
            if (partsLent != null) {
                partsLent.forEach(part -> lend(part, reported.visit()));
            }
        }
        lendDayBefore(reported);
        for (Window window : Window.values()) {
            distinct.change(window, stay, stays.stream().noneMatch(same(stay, window, day)) ? 1 : 0);
        }
        stays.add(stay);
    }

    /** Lets a stay that counts in a visit of one day serve the journey of another visit of the same person, over the day cut, too. */
    void lend(Stay stay, long visit) {
        List<Stay> stays = lent.computeIfAbsent(visit, unseen -> new ArrayList<>(2));
        if (!stays.contains(stay)) {
            stays.add(stay);
        }
    }

    private void lendDayBefore(ReportedStay reported) {
        long started = MinuteCuts.nanos(reported.startedMillis());
        for (VisitEnd before : reported.dayBefore()) {
            for (Stay stay : byVisit.getOrDefault(before.visit(), List.of())) {
                if (stay.enteredNanos() >= started) {
                    lend(stay, reported.visit());
                }
            }
        }
    }

    private static Predicate<Stay> same(Stay stay, Window window, StoreDay day) {
        long start = window.start(day, MinuteCuts.millisecondOf(stay.leftNanos()));
        return other -> other.zone().equals(stay.zone())
                && window.start(day, MinuteCuts.millisecondOf(other.leftNanos())) == start;
    }

    /** Forgets the visits of days that no stay over the day cut can reach back to any more. */
    void forgetBefore(long clockMillis) {
        long reach = clockMillis - Finality.STAY_OVER_CUT_MILLIS;
        if (reach >= dayEndMillis) {
            byVisit.clear();
            lent.clear();
        } else if (reach >= dayStartMillis && !byVisit.isEmpty()) {
            long dayStart = MinuteCuts.nanos(dayStartMillis);
            byVisit.values().removeIf(stays -> stays.stream().allMatch(stay -> stay.leftNanos() < dayStart));
            lent.keySet().retainAll(byVisit.keySet());
            dayStartMillis = Long.MAX_VALUE;
        }
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(dayStartMillis);
        out.writeLong(dayEndMillis);
        for (var stays : List.of(byVisit, lent)) {
            out.writeInt(stays.size());
            for (long visit : SortedKeys.of(stays.keySet())) {
                out.writeLong(visit);
                Stay.writeAll(stays.get(visit), out);
            }
        }
    }

    static ReportedStays read(DataInput in) throws IOException {
        ReportedStays stays = new ReportedStays();
        stays.dayStartMillis = in.readLong();
        stays.dayEndMillis = in.readLong();
        for (var byVisit : List.of(stays.byVisit, stays.lent)) {
            int visits = in.readInt();
            for (int i = 0; i < visits; i++) {
                byVisit.put(in.readLong(), Stay.readAll(in));
            }
        }
        return stays;
    }
}
