package dev.footfall.local;

import dev.footfall.gateway.GatewayCommand;
import dev.footfall.simulator.SimulateCommand;
import dev.footfall.simulator.score.ScoreCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/**
 * The root of the {@code footfall} command line: it names the subcommands and turns their outcome into an exit code.
 *
 * <p>Without a subcommand it prints the help. The launcher {@code ./footfall} adds {@code test}, which needs no JVM of ours,
 * and {@code bench}, which has a class path of its own.
 */
@Command(
        name = "footfall",
        description = "In-store sensing and footfall analytics: recordings and layouts in, exact figures out.",
        mixinStandardHelpOptions = true,
        versionProvider = Footfall.Version.class,
        subcommands = {
            UpCommand.class,
            ReplayCommand.class,
            PublishCommand.class,
            GatewayCommand.class,
            JobCommand.class,
            CorrectCommand.class,
            ClusterCommand.class,
            FlinkCommand.class,
            SimulateCommand.class,
            ScoreCommand.class,
            dev.footfall.local.torture.TortureCommand.class,
            LayoutCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        commandListHeading = "%nCommands:%n",
        footer = {
            "  bench   Measure what an event costs, beside what else one would use.",
            "  test    Build everything and run all tests and checks; further words go to",
            "            Maven, e.g. ./footfall test -pl geofences -am.",
            "",
            "Exit codes: 0 done; 1 a check found errors; 2 the command line, a configuration",
            "or an input cannot be used; 70 a fault of Footfall itself."
        })
public final class Footfall implements Runnable {
    /** Exit code of a command that did what it was asked to. */
    public static final int DONE = CommandLine.ExitCode.OK;

    /** Exit code of a check that found errors. */
    public static final int CHECK_FAILED = 1;

    /** Exit code for a command line, a configuration or an input that cannot be used. */
    public static final int UNUSABLE = CommandLine.ExitCode.USAGE;

    /** Exit code for a fault of Footfall itself. */
    public static final int OWN_FAULT = 70;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before run
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** The whole command line, ready to {@code execute}; tests give it their own writers. */
    public static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Footfall());
        commandLine.setExecutionExceptionHandler(Footfall::report);
        // from its first word on, the command line is Flink's own
        commandLine.getSubcommands().values().stream()
                .filter(command -> command.getCommand() instanceof FlinkCommand)
                .forEach(flink -> flink.setStopAtPositional(true).setExpandAtFiles(false));
        return commandLine;
    }

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    private static int report(Exception fault, CommandLine commandLine, ParseResult parsed) {
        PrintWriter err = commandLine.getErr();
        if (fault instanceof UnusableInputException) {
            err.println("footfall: " + fault.getMessage());
            return UNUSABLE;
        }
        StringWriter trace = new StringWriter();
        fault.printStackTrace(new PrintWriter(trace, true));
        err.println("footfall: a fault of Footfall itself; please report it with these lines:");
        err.print(trace);
        err.flush();
        return OWN_FAULT;
    }

    /** Tells the version this jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Footfall.class.getPackage().getImplementationVersion();
            return new String[] {"footfall " + (version == null ? "(unpackaged)" : version)};
        }
    }
}
