package dev.footfall.local;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One call of {@code footfall} in this process: its exit code and what it printed. */
public record CommandLineRun(int code, String out, String err) {
    public static CommandLineRun of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine footfall = Footfall.commandLine();
        footfall.setOut(new PrintWriter(out, true));
        footfall.setErr(new PrintWriter(err, true));
        return new CommandLineRun(footfall.execute(arguments), out.toString(), err.toString());
    }
}
