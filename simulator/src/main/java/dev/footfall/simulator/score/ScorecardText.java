package dev.footfall.simulator.score;

import dev.footfall.simulator.score.Figure.Sort;
import dev.footfall.simulator.score.Scorecard.Row;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a scorecard for people: a table with a line for each figure. */
final class ScorecardText {
    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);
    private static final double MILLIS_PER_SECOND = 1_000;
    private static final int LONGEST_SUBJECT = 32;

    private final PrintWriter out;

    private ScorecardText(PrintWriter out) {
        this.out = out;
    }

    static void write(Scorecard card, ZoneId timezone, PrintWriter out) {
        new ScorecardText(out).write(card, timezone);
    }

    private void write(Scorecard card, ZoneId timezone) {
        Truth.Run run = card.run();
        out.printf(
                "%s, %s to %s %s, seed %s, errors %s%n%n",
                run.store(),
                at(run.fromMillis(), timezone),
                at(run.untilMillis(), timezone),
                timezone,
                run.seed(),
                run.errors());
        line("", "truth", "computed", "error", "%", "");
        String measurement = "";
        for (Row row : card.rows()) {
            if (!measurement.equals(row.score().figure().measurement())) {
                measurement = row.score().figure().measurement();
                out.println(measurement);
            }
            write(row);
        }
        out.println();
        card.notes().forEach(out::println);
        long equal = card.rows().stream().filter(row -> row.score().isEqual()).count();
        out.printf(
                "%d of %d figures are equal in every window.%n",
                equal, card.rows().size());
        out.flush();
    }

    private static String at(long millis, ZoneId timezone) {
        return INSTANT.format(Instant.ofEpochMilli(millis).atZone(timezone));
    }

    private void write(Row row) {
        Score score = row.score();
        Figure figure = score.figure();
        String name = figure.isToldOneByOne() ? score.subject() + ": " + figure.words() : figure.words();
        line(
                "  " + name,
                number(figure, score.truth()),
                number(figure, score.computed()),
                score.isEqual() ? "" : error(score),
                percent(score),
                remark(row));
    }

    private static String percent(Score score) {
        if (score.isEqual() || score.truth() == 0) {
            return "";
        }
        String percent = String.format(Locale.ROOT, "%.1f", 100 * score.error() / score.truth());
        return percent.equals("-0.0") ? "0.0" : percent;
    }

    private static String remark(Row row) {
        Score score = row.score();
        if (score.isEqual()) {
            return "equal";
        }
        String worst = row.findWorst()
                .map(found -> "; worst " + shortened(found.subject()) + " " + error(found))
                .orElse("");
        String differs = String.format(Locale.ROOT, "differs in %,d of %,d", score.differing(), score.windows());
        return differs + worst;
    }

    /** A path may be long; its beginning will do. */
    private static String shortened(String subject) {
        return subject.length() <= LONGEST_SUBJECT ? subject : subject.substring(0, LONGEST_SUBJECT) + "…";
    }

    private static String error(Score score) {
        Figure figure = score.figure();
        String size = number(figure, Math.abs(score.error()));
        if (!figure.sort().addsUp()) {
            return "±" + size;
        }
        return size.equals("0") ? size : (score.error() < 0 ? "-" : "+") + size;
    }

    private static String number(Figure figure, double value) {
        double shown = figure.sort().isMillis() ? value / MILLIS_PER_SECOND : value;
        boolean isMean = figure.sort() == Sort.MEDIAN || figure.sort() == Sort.LEVEL;
        return String.format(Locale.ROOT, isMean ? "%,.1f" : "%,.0f", shown);
    }

    private void line(String name, String truth, String computed, String error, String percent, String remark) {
        out.println(String.format("%-42s %12s %12s %10s %7s  %s", name, truth, computed, error, percent, remark)
                .stripTrailing());
    }
}
