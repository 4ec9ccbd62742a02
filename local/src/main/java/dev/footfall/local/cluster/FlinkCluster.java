package dev.footfall.local.cluster;

import dev.footfall.local.SavedState;
import dev.footfall.servers.Child;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.flink.api.common.JobID;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.client.deployment.StandaloneClusterId;
import org.apache.flink.client.program.rest.RestClusterClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.runtime.execution.ExecutionState;
import org.jspecify.annotations.Nullable;

/**
 * A Flink cluster of processes of its own, on this machine alone. Its parts are started and killed one by one; {@link #close} ends all that live, and they end with this
 * process.
 *
 * <p>There is no other JobManager to take over from one that is killed: its jobs are gone with it, and are submitted again from {@link #findLatestState}. TaskManagers wait for the
 * next JobManager.
 */
public final class FlinkCluster implements AutoCloseable {
    private static final Duration SAVEPOINT_PATIENCE = Duration.ofMinutes(3);
    private static final Duration ANSWER_PATIENCE = Duration.ofSeconds(10);
    private static final int CONNECT_MILLIS = 500;

    private final FlinkHome home;
    private final Path folder;
    private final ClusterConfiguration configuration;
    private final RestClusterClient<StandaloneClusterId> client;
    private final FlinkCli cli;
    private final List<FlinkProcess> processes = new ArrayList<>();
    private int taskManagers;

    private FlinkCluster(FlinkHome home, Path folder, ClusterConfiguration configuration) throws IOException {
        this.home = home;
        this.folder = folder;
        this.configuration = configuration;
        this.cli = new FlinkCli(home, configuration.conf());
        try {
            client = new RestClusterClient<>(configuration.client(), StandaloneClusterId.getInstance());
        } catch (Exception e) {
            throw new IOException("no client of the cluster: " + e.getMessage(), e);
        }
    }

    /**
     * Prepares a cluster; nothing runs yet.
     *
     * @param folder for all its files; made if absent
     */
    public static FlinkCluster prepare(FlinkHome home, ClusterSettings settings, Path folder) throws IOException {
        Path whole = Files.createDirectories(folder).toRealPath();
        return new FlinkCluster(home, whole, ClusterConfiguration.write(settings, whole));
    }

    /** Starts the JobManager, or the next one after the last was killed; returns when it answers. */
    public synchronized FlinkProcess startJobManager() throws IOException {
        return started(FlinkProcess.start("jobmanager", folder, configuration.jobManager(home), this::answers));
    }

    /** Starts a TaskManager; returns at once, it will offer its slots when it has found the JobManager. */
    public synchronized FlinkProcess startTaskManager() throws IOException {
        String name = "taskmanager-" + ++taskManagers;
        Child.Answer atOnce = () -> true;
        return started(FlinkProcess.start(name, folder, configuration.taskManager(home, name), atOnce));
    }

    private FlinkProcess started(FlinkProcess process) {
        processes.removeIf(earlier -> !earlier.isAlive());
        processes.add(process);
        return process;
    }

    private boolean answers() {
        try (Socket socket = new Socket()) {
            socket.connect(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), configuration.port()), CONNECT_MILLIS);
            return client.getClusterOverview().get(CONNECT_MILLIS, TimeUnit.MILLISECONDS) != null;
        } catch (IOException | ExecutionException | TimeoutException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The parts that were started and live. */
    public synchronized List<FlinkProcess> processes() {
        return processes.stream().filter(FlinkProcess::isAlive).toList();
    }

    /** Where the JobManager's REST interface and page are. */
    public URI address() {
        return URI.create("http://localhost:" + configuration.port());
    }

    /** How many slots the JobManager knows of that are free; empty when it does not answer. A TaskManager that was killed counts until it is found dead. */
    public Optional<Integer> findFreeSlots() throws InterruptedIOException {
        return find(client.getClusterOverview()).map(overview -> overview.getNumSlotsAvailable());
    }

    /**
     * Submits the live job with Flink's own command line.
     *
     * @param jobArguments of {@code LiveJob}
     * @param from the checkpoint or savepoint it goes on from; null to begin anew
     * @return id of the job
     * @throws IOException when it is refused; the message has what the command line said
     */
    public String submit(List<String> jobArguments, int parallelism, @Nullable Path from) throws IOException {
        return cli.runLiveJob(jobArguments, parallelism, from);
    }

    /** Stops a job with a savepoint in {@link #checkpoints}, from which the next one goes on as if nothing had been; answers where it is. */
    public Path stopWithSavepoint(String jobId) throws IOException {
        CompletableFuture<String> savepoint = client.stopWithSavepoint(
                JobID.fromHexString(jobId), false, checkpoints().toUri().toString(), SavepointFormatType.CANONICAL);
        try {
            return Path.of(URI.create(get(savepoint, SAVEPOINT_PATIENCE)));
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("job " + jobId + " did not stop with a savepoint: " + e.getMessage(), e);
        }
    }

    /** Ends a job where it is; its checkpoints stay. */
    public void cancel(String jobId) throws IOException {
        try {
            get(client.cancel(JobID.fromHexString(jobId)), ANSWER_PATIENCE);
        } catch (ExecutionException | TimeoutException e) {
            throw new IOException("job " + jobId + " could not be cancelled: " + e.getMessage(), e);
        }
    }

    /** How a job is; empty when the JobManager does not answer, or does not know it, as after it was killed. */
    public Optional<JobStatus> findJobStatus(String jobId) throws InterruptedIOException {
        return find(client.getJobStatus(JobID.fromHexString(jobId)));
    }

    /** Whether every task of a job runs, and not only the job: it has its slots and its state. */
    public boolean runsWhole(String jobId) throws InterruptedIOException {
        return find(client.getJobDetails(JobID.fromHexString(jobId)))
                .filter(job -> job.getJobVertexInfos().stream()
                        .allMatch(vertex -> vertex.getTasksPerState().getOrDefault(ExecutionState.RUNNING, 0)
                                == vertex.getParallelism()))
                .isPresent();
    }

    /** Folder of the checkpoints and savepoints of all jobs. */
    public Path checkpoints() {
        return ClusterConfiguration.checkpoints(folder);
    }

    /** The newest completed checkpoint or savepoint of any job of this cluster. */
    public Optional<Path> findLatestState() throws IOException {
        return SavedState.findLatest(checkpoints()).map(SavedState::folder);
    }

    private static <T> Optional<T> find(CompletableFuture<T> answer) throws InterruptedIOException {
        try {
            return Optional.of(get(answer, ANSWER_PATIENCE));
        } catch (ExecutionException | TimeoutException notToBeHadNow) {
            return Optional.empty();
        }
    }

    private static <T> T get(CompletableFuture<T> answer, Duration patience)
            throws ExecutionException, TimeoutException, InterruptedIOException {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            InterruptedIOException interruption =
                    new InterruptedIOException("interrupted while waiting for the cluster");
            interruption.initCause(e);
            throw interruption;
        }
    }

    /** Ends the TaskManagers, then the JobManager. */
    @Override
    public synchronized void close() throws IOException {
        client.close();
        for (int i = processes.size() - 1; i >= 0; i--) {
            processes.get(i).close();
        }
        processes.clear();
    }
}
