package dev.footfall.jobs.visits;

import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.batches.ReportedStay;
import dev.footfall.jobs.batches.ShelfReport;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.batches.VisitEnd;
import dev.footfall.jobs.state.SortedKeys;
import dev.footfall.jobs.windows.Finality;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * The visits that stays reported by shelf cameras make: a maximal run of a subject's stays with gaps of at most {@code visitGap}, of one
 * store day by the instants they ended at.
 *
 * <p>A stay becomes known when it ends, however early it began. So a visit that looked over may turn out to have gone on, or two to be
 * one; what had been listed as ended is then taken back. All visits of the running day are kept for that, and those of the day before for as
 * long as a stay over the day cut may show that it began during one of them. Their numbers are negative.
 */
final class ReportedVisits {
    /** A run of stays. */
    private static final class Run {
        final long number;
        long startedMillis;
        long endedMillis;
        boolean listed;

        Run(long number, long startedMillis, long endedMillis) {
            this.number = number;
            this.startedMillis = startedMillis;
            this.endedMillis = endedMillis;
        }

        VisitEnd end() {
            return new VisitEnd(number, startedMillis, endedMillis);
        }
    }

    private Long2ObjectOpenHashMap<List<Run>> runsBefore = new Long2ObjectOpenHashMap<>();
    private Long2ObjectOpenHashMap<List<Run>> runs = new Long2ObjectOpenHashMap<>();
    private final Long2ObjectLinkedOpenHashMap<Run> unlisted = new Long2ObjectLinkedOpenHashMap<>();
    private long lastNumber;
    private long dayEndMillis = Long.MIN_VALUE;

    void advance(StorePack pack, StoreBatch batch) {
        long gap = pack.config().parameters().visitGapMillis();
        for (ShelfReport report : batch.shelves) {
            if (report.open()) {
                batch.reportedStays.add(ReportedStay.open(report));
            } else {
                StoreDay day = pack.calendar().dayOf(report.leftMillis());
                if (day.endMillis() != dayEndMillis) {
                    endDay(batch);
                    boolean follows = day.startMillis() == dayEndMillis;
                    runsBefore = follows ? runs : new Long2ObjectOpenHashMap<>();
                    runs = new Long2ObjectOpenHashMap<>();
                    dayEndMillis = day.endMillis();
                }
                batch.reportedStays.add(add(report, gap, dayBefore(report, day)));
            }
        }
        while (!unlisted.isEmpty() && unlisted.get(unlisted.firstLongKey()).endedMillis < batch.clockMillis - gap) {
            list(unlisted.removeFirst(), batch);
        }
        if (batch.clockMillis >= dayEndMillis) {
            endDay(batch);
        }
    }

    /** The person's visits of the day before, when the stay lies over the day cut and ended soon enough after it. */
    private List<VisitEnd> dayBefore(ShelfReport report, StoreDay day) {
        boolean overCut = report.enteredMillis() < day.startMillis()
                && report.leftMillis() - day.startMillis() < Finality.STAY_OVER_CUT_MILLIS;
        return overCut
                ? runsBefore.getOrDefault(report.enteredSubject(), List.of()).stream()
                        .map(Run::end)
                        .toList()
                : List.of();
    }

    private ReportedStay add(ShelfReport report, long gap, List<VisitEnd> dayBefore) {
        List<Run> known = runs.computeIfAbsent(report.subject(), unseen -> new ArrayList<>(1));
        List<VisitEnd> takenBack = new ArrayList<>();
        List<Long> absorbed = new ArrayList<>();
        int first = known.size();
        while (first > 0 && report.enteredMillis() - known.get(first - 1).endedMillis <= gap) {
            first--;
        }
        Run run;
        if (first == known.size()) {
            run = new Run(--lastNumber, report.enteredMillis(), report.leftMillis());
            known.add(run);
        } else {
            run = known.get(first);
            for (Run part : known.subList(first, known.size())) {
                if (part.listed) {
                    takenBack.add(part.end());
                }
                if (part != run) {
                    absorbed.add(part.number);
                    unlisted.remove(part.number);
                }
            }
            known.subList(first + 1, known.size()).clear();
        }
        run.startedMillis = Math.min(run.startedMillis, report.enteredMillis());
        run.endedMillis = report.leftMillis();
        run.listed = false;
        unlisted.putAndMoveToLast(run.number, run);
        return new ReportedStay(report, run.number, takenBack, absorbed, run.startedMillis, dayBefore);
    }

    private static void list(Run run, StoreBatch batch) {
        run.listed = true;
        batch.visitEnds.add(run.end());
    }

    private void endDay(StoreBatch batch) {
        for (Run run : unlisted.values()) {
            list(run, batch);
        }
        unlisted.clear();
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(lastNumber);
        out.writeLong(dayEndMillis);
        for (var runsOfDay : List.of(runsBefore, runs)) {
            out.writeInt(runsOfDay.size());
            for (long subject : SortedKeys.of(runsOfDay.keySet())) {
                List<Run> known = runsOfDay.get(subject);
                out.writeLong(subject);
                out.writeInt(known.size());
                for (Run run : known) {
                    out.writeLong(run.number);
                    out.writeLong(run.startedMillis);
                    out.writeLong(run.endedMillis);
                    out.writeBoolean(run.listed);
                }
            }
        }
        out.writeInt(unlisted.size());
        for (long number : unlisted.keySet()) {
            out.writeLong(number);
        }
    }

    static ReportedVisits read(DataInput in) throws IOException {
        ReportedVisits visits = new ReportedVisits();
        visits.lastNumber = in.readLong();
        visits.dayEndMillis = in.readLong();
        Long2ObjectOpenHashMap<Run> byNumber = new Long2ObjectOpenHashMap<>();
        for (var runsOfDay : List.of(visits.runsBefore, visits.runs)) {
            int subjects = in.readInt();
            for (int s = 0; s < subjects; s++) {
                long subject = in.readLong();
                int size = in.readInt();
                List<Run> known = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    Run run = new Run(in.readLong(), in.readLong(), in.readLong());
                    run.listed = in.readBoolean();
                    known.add(run);
                    byNumber.put(run.number, run);
                }
                runsOfDay.put(subject, known);
            }
        }
        int open = in.readInt();
        for (int i = 0; i < open; i++) {
            long number = in.readLong();
            visits.unlisted.putAndMoveToLast(number, byNumber.get(number));
        }
        return visits;
    }
}
