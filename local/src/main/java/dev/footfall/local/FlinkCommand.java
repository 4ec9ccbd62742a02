package dev.footfall.local;

import dev.footfall.local.cluster.ClusterSettings;
import dev.footfall.local.cluster.FlinkCli;
import dev.footfall.local.cluster.FlinkHome;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code footfall flink}: Flink's own command line, as it comes with Flink, against the cluster of {@code footfall cluster}. */
@Command(
        name = "flink",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Flink's own command line, against the cluster of footfall cluster: run, list,",
            "savepoint, stop, cancel. Its exit code is the answer."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  footfall flink list",
            "  footfall flink stop 0d7e1c5a55d3a5a1a1f0d24c19a0a6be   with a savepoint",
            "  footfall flink run --help                              what Flink says of it"
        })
final class FlinkCommand implements Callable<Integer> {
    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the JobManager, on this machine. Default: ${DEFAULT-VALUE}.")
    private int port = ClusterSettings.USUAL_PORT;

    @Parameters(paramLabel = "ARGUMENT", arity = "1..*", description = "A command of Flink, and what belongs to it.")
    private List<String> arguments = List.of();

    @Override
    public Integer call() throws IOException {
        FlinkHome home = FlinkHome.ofProject();
        try (UpFolder folder = UpFolder.temporary()) {
            Optional<FlinkCli> flink = FlinkCli.findOfCluster(home, port, folder.path());
            return flink.orElseThrow(
                            () -> new UnusableInputException(
                                    "--port " + port
                                            + ": no Flink cluster answers there; start one with footfall cluster, or name the port of one"))
                    .run(arguments);
        }
    }
}
