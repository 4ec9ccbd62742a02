package dev.footfall.local.cluster;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.runtime.rest.messages.ClusterConfigurationInfoHeaders;
import org.apache.flink.runtime.rest.messages.EmptyMessageParameters;
import org.apache.flink.runtime.rest.messages.EmptyRequestBody;
import org.jspecify.annotations.Nullable;

/**
 * Flink's own command line, as a process of its own.
 *
 * @param home what it runs on
 * @param conf folder of Flink's configuration
 */
public record FlinkCli(FlinkHome home, Path conf) {
    private static final String LIVE_JOB = "dev.footfall.jobs.LiveJob";
    private static final String MAIN = "org.apache.flink.client.cli.CliFrontend";
    private static final long ANSWER_SECONDS = 10;
    private static final Pattern SUBMITTED = Pattern.compile("submitted with JobID ([0-9a-f]{32})");

    /**
     * That of a cluster on this machine which is asked for its configuration; empty when none answers.
     *
     * @param port of its REST interface
     * @param folder for Flink's files; empty
     */
    public static Optional<FlinkCli> findOfCluster(FlinkHome home, int port, Path folder) throws IOException {
        Configuration address = new Configuration();
        address.set(RestOptions.ADDRESS, "localhost");
        address.set(RestOptions.PORT, port);
        address.set(RestOptions.RETRY_MAX_ATTEMPTS, 0);
        try (RestClusterClient<StandaloneClusterId> client =
                new RestClusterClient<>(address, StandaloneClusterId.getInstance())) {
            Configuration ofCluster = new Configuration();
            client.sendRequest(
                            ClusterConfigurationInfoHeaders.getInstance(),
                            EmptyMessageParameters.getInstance(),
                            EmptyRequestBody.getInstance())
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .forEach(entry -> ofCluster.setString(entry.getKey(), entry.getValue()));
            ClusterConfiguration.write(ofCluster, folder);
            return Optional.of(new FlinkCli(home, folder));
        } catch (ExecutionException | TimeoutException nobodyAnswers) {
            return Optional.empty();
        } catch (InterruptedException e) {
            throw interrupted(e);
        } catch (IOException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("no client of the cluster: " + e.getMessage(), e);
        }
    }

    /** Submits the live job; answers its id. */
    public String runLiveJob(List<String> jobArguments, int parallelism, @Nullable Path from) throws IOException {
        List<String> arguments = new ArrayList<>(
                List.of("run", "--detached", "--parallelism", Integer.toString(parallelism), "--class", LIVE_JOB));
        if (from != null) {
            arguments.addAll(List.of("--fromSavepoint", from.toUri().toString()));
        }
        arguments.add(home.job().toString());
        arguments.addAll(jobArguments);
        Process process = builder(arguments).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = end(process);
        Matcher id = SUBMITTED.matcher(said);
        if (status != 0 || !id.find()) {
            throw new IOException("the job was not submitted, the command line ended with " + status + ":\n" + said);
        }
        return id.group(1);
    }

    /** Runs any command with our own input and output; answers its exit code. */
    public int run(List<String> arguments) throws IOException {
        return end(builder(arguments).inheritIO().start());
    }

    private ProcessBuilder builder(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(FlinkProcess.java().file().toString());
        command.addAll(home.javaOptions());
        // it says its faults itself
        command.addAll(List.of(
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                ClusterConfiguration.logging(conf),
                "-Dfootfall.log=OFF",
                "-Dfootfall.log.target=SYSTEM_ERR",
                MAIN));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("FLINK_CONF_DIR", conf.toString());
        return builder;
    }

    private static int end(Process process) throws IOException {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw interrupted(e);
        }
    }

    private static InterruptedIOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        InterruptedIOException interruption = new InterruptedIOException("interrupted while Flink's command line ran");
        interruption.initCause(e);
        return interruption;
    }
}
