package dev.footfall.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of one benchmark.
 *
 * @param checked what was found equal: before anything was timed, or of the very run that was timed
 * @param unit what one event of the costs is, e.g. {@code point}
 * @param costs the ways, side by side
 * @param targets figures with what they are to be
 * @param notes further lines: where a peer approximates, what was seen beside
 * @param table further figures, as lines of a table in Markdown
 */
public record Report(
        String checked, String unit, List<Cost> costs, List<Target> targets, List<String> notes, List<String> table) {
    /** Without a table of its own. */
    public Report(String checked, String unit, List<Cost> costs, List<Target> targets, List<String> notes) {
        this(checked, unit, costs, targets, notes, List.of());
    }

    public Report {
        costs = List.copyOf(costs);
        targets = List.copyOf(targets);
        notes = List.copyOf(notes);
        table = List.copyOf(table);
    }

    /** The lines of its section, in Markdown. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("Checked: " + checked);
        if (!costs.isEmpty()) {
            lines.addAll(List.of(
                    "",
                    "| way | ns per " + unit + " | CPU ns | bytes allocated | " + unit + "s/s |",
                    "|---|---|---|---|---|"));
            for (Cost cost : costs) {
                lines.add("| " + cost.way() + " | " + Target.number(cost.nanos()) + " | " + orDash(cost.cpuNanos())
                        + " | " + orDash(cost.allocatedBytes()) + " | " + Target.number(cost.perSecond()) + " |");
            }
        }
        if (!targets.isEmpty()) {
            lines.addAll(List.of("", "| figure | seen | target | |", "|---|---|---|---|"));
            for (Target target : targets) {
                lines.add("| " + target.figure() + " | " + Target.number(target.seen()) + " " + target.unit() + " | "
                        + target.goalInWords() + " | " + target.verdict() + " |");
            }
        }
        if (!table.isEmpty()) {
            lines.add("");
            lines.addAll(table);
        }
        if (!notes.isEmpty()) {
            lines.add("");
            notes.forEach(note -> lines.add("- " + note));
        }
        return lines;
    }

    private static String orDash(double value) {
        return Double.isNaN(value) ? "–" : Target.number(value);
    }
}
