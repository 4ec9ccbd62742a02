package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root of the command line: its help, and what becomes of commands that fail. */
class FootfallTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine footfall = Footfall.commandLine();

    private int execute(String... arguments) {
        return footfall.setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "--help", "-h"})
    void footfall_noCommandOrHelp_namesEveryCommandAndTest(String argument) {
        int code = argument.isEmpty() ? execute() : execute(argument);

        assertThat(footfall.getSubcommands().keySet())
                .allSatisfy(name -> assertThat(out.toString()).containsPattern("(?m)^  " + name + " "));
        assertThat(out.toString()).containsPattern("(?m)^  test ").contains("Exit codes:");
        assertThat(code).isEqualTo(Footfall.DONE);
    }

    @Test
    void footfall_unknownCommand_isAUsageError() {
        int code = execute("qqq");

        assertThat(err.toString()).contains("qqq").contains("Usage:");
        assertThat(out.toString()).isEmpty();
        assertThat(code).isEqualTo(Footfall.UNUSABLE);
    }

    @Test
    void footfall_inputThatCannotBeUsed_saysWhyWithoutATrace() {
        footfall.addSubcommand(new Fails(new UnusableInputException("events.ndjson: not a recording")));

        int code = execute("fails");

        assertThat(err.toString()).isEqualToIgnoringNewLines("footfall: events.ndjson: not a recording");
        assertThat(code).isEqualTo(Footfall.UNUSABLE);
    }

    @Test
    void footfall_ownFault_showsTheTrace() {
        footfall.addSubcommand(new Fails(new IllegalStateException("a broken invariant")));

        int code = execute("fails");

        assertThat(err.toString()).contains("a broken invariant").contains("at dev.footfall.local.FootfallTest");
        assertThat(code).isEqualTo(Footfall.OWN_FAULT);
    }

    @Command(name = "fails")
    private record Fails(RuntimeException fault) implements Runnable {
        @Override
        public void run() {
            throw fault;
        }
    }
}
