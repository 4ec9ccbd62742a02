package dev.footfall.simulator.truth;

import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Keeps the truth and writes it as CSV (RFC 4180, one line of heads): {@code visits.csv}, {@code stays.csv}, {@code crossings.csv}, {@code
 * occupancy.csv}, {@code staff.csv}; ordered by time, then visit. Times are milliseconds since the epoch, those of a stay with up to six
 * decimals.
 */
public final class TruthFiles implements Truth {
    private static final int NANO_DIGITS = 6;
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final List<TrueVisit> visits = new ArrayList<>();
    private final List<TrueStay> stays = new ArrayList<>();
    private final List<TrueCrossing> crossings = new ArrayList<>();
    private final List<long[]> occupancy = new ArrayList<>();
    private final List<Shift> shifts = new ArrayList<>();

    private record Shift(long fromMillis, long toMillis, String floor) {}

    @Override
    public void visit(TrueVisit visit) {
        visits.add(visit);
    }

    @Override
    public void stay(TrueStay stay) {
        stays.add(stay);
    }

    @Override
    public void crossing(TrueCrossing crossing) {
        crossings.add(crossing);
    }

    @Override
    public void occupancy(long timeMillis, int people) {
        occupancy.add(new long[] {timeMillis, people});
    }

    @Override
    public void staff(long fromMillis, long toMillis, String floor) {
        shifts.add(new Shift(fromMillis, toMillis, floor));
    }

    /** How many visits of customers there are. */
    public long visits() {
        return visits.stream().filter(visit -> !visit.staff()).count();
    }

    /** Writes all files into a folder, which is made. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        visits.sort(Comparator.comparingLong(TrueVisit::startedMillis).thenComparing(TrueVisit::visit, BY_NUMBER));
        stays.sort(Comparator.comparingLong(TrueStay::enteredNanos)
                .thenComparing(TrueStay::visit, BY_NUMBER)
                .thenComparing(TrueStay::zone));
        shifts.sort(Comparator.comparingLong(Shift::fromMillis).thenComparingLong(Shift::toMillis));
        table(folder, "visits", "visit,source,role,group,mission,started_ms,ended_ms", visits, TruthFiles::row);
        table(folder, "stays", "visit,floor,zone,entered_ms,left_ms", stays, TruthFiles::row);
        table(folder, "crossings", "time_ms,door,direction,visit", crossings, TruthFiles::row);
        table(folder, "occupancy", "time_ms,people", occupancy, each -> List.of(each[0], each[1]));
        table(
                folder,
                "staff",
                "from_ms,to_ms,floor",
                shifts,
                shift -> List.of(shift.fromMillis, shift.toMillis, shift.floor));
    }

    private static List<?> row(TrueVisit visit) {
        return List.of(
                visit.visit(),
                visit.source(),
                visit.staff() ? "staff" : "customer",
                visit.group(),
                visit.mission(),
                visit.startedMillis(),
                visit.endedMillis());
    }

    private static List<?> row(TrueStay stay) {
        return List.of(stay.visit(), stay.floor(), stay.zone(), millis(stay.enteredNanos()), millis(stay.leftNanos()));
    }

    /** Milliseconds with as many decimals as there are, since a nanosecond may make a stop of a pass. */
    private static String millis(long nanos) {
        return BigDecimal.valueOf(nanos, NANO_DIGITS).stripTrailingZeros().toPlainString();
    }

    private static List<?> row(TrueCrossing crossing) {
        return List.of(
                crossing.timeMillis(),
                crossing.door(),
                crossing.direction().name().toLowerCase(Locale.ROOT),
                crossing.visit());
    }

    private static <T> void table(Path folder, String name, String heads, List<T> rows, Function<T, List<?>> cells)
            throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve(name + ".csv"), StandardCharsets.UTF_8)) {
            out.append(heads).append('\n');
            for (T row : rows) {
                String separator = "";
                for (Object cell : cells.apply(row)) {
                    out.append(separator).append(cell(cell.toString()));
                    separator = ",";
                }
                out.append('\n');
            }
        }
    }

    private static String cell(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
