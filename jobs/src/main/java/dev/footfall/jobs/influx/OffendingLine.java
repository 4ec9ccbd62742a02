package dev.footfall.jobs.influx;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the line of a request that a server complains about, by the server's words. */
final class OffendingLine {
    private static final Pattern CONFLICT = Pattern.compile(
            "input field \\\\?\"(?<field>[^\"\\\\]+)\\\\?\" on measurement \\\\?\"(?<measurement>[^\"\\\\]+)");
    private static final Pattern UNPARSABLE = Pattern.compile("unable to parse '(?<line>.*?)': ", Pattern.DOTALL);

    private OffendingLine() {}

    /** The line that the server names or means; the first when it does not tell. */
    static String of(RefusedException refused, List<String> lines) {
        String words = String.valueOf(refused.getMessage());
        Matcher conflict = CONFLICT.matcher(words);
        Matcher unparsable = UNPARSABLE.matcher(words);
        if (refused.findLine().isPresent()) {
            return refused.findLine().get();
        }
        if (unparsable.find()) {
            return unparsable.group("line");
        }
        if (conflict.find()) {
            String measurement = conflict.group("measurement");
            Pattern field = Pattern.compile("[ ,]" + Pattern.quote(conflict.group("field")) + "=");
            return first(
                    lines,
                    line -> line.startsWith(measurement + ",")
                            && field.matcher(line).find());
        }
        return first(lines, line -> true);
    }

    private static String first(List<String> lines, Predicate<String> meant) {
        return lines.stream().filter(meant).findFirst().orElseGet(() -> lines.get(0));
    }
}
