package dev.footfall.local.cluster;

import dev.footfall.servers.FreePort;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.flink.configuration.BlobServerOptions;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ConfigurationUtils;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.DeploymentOptions;
import org.apache.flink.configuration.ExternalizedCheckpointRetention;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateBackendOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessSpec;
import org.apache.flink.runtime.clusterframework.TaskExecutorProcessUtils;
import org.apache.flink.runtime.jobmanager.JobManagerProcessSpec;
import org.apache.flink.runtime.jobmanager.JobManagerProcessUtils;
import org.apache.flink.runtime.util.config.memory.ProcessMemoryUtils;

/** Flink's configuration of one cluster, as the file {@code conf/config.yaml} in its folder, and what each process is started with beside it. */
final class ClusterConfiguration {
    private static final String THIS_MACHINE = "localhost";
    private static final int CHECKPOINTS_KEPT = 2;
    private static final String FILE = "config.yaml";
    private static final String LOGGING = "log4j2.xml";

    private final Path folder;
    private final Configuration flink;

    private ClusterConfiguration(Path folder, Configuration flink) {
        this.folder = folder;
        this.flink = flink;
    }

    /** Chooses ports and writes the files of a cluster into its folder. */
    static ClusterConfiguration write(ClusterSettings settings, Path folder) throws IOException {
        Configuration flink = new Configuration();
        addresses(flink, settings);
        folders(flink, folder);
        memory(flink, settings);
        jobs(flink);
        settings.more().forEach(flink::setString);
        ClusterConfiguration configuration = new ClusterConfiguration(folder, flink);
        write(flink, configuration.conf());
        return configuration;
    }

    /** Writes Flink's files to a folder: of a cluster, or of a command line that speaks to one. */
    static void write(Configuration flink, Path conf) throws IOException {
        Files.createDirectories(conf);
        Files.write(conf.resolve(FILE), ConfigurationUtils.convertConfigToWritableLines(flink, true));
        try (InputStream logging = ClusterConfiguration.class.getResourceAsStream("/cluster/" + LOGGING)) {
            if (logging == null) {
                throw new IOException("no " + LOGGING + " on the class path");
            }
            Files.copy(logging, conf.resolve(LOGGING), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Everything speaks to this machine alone: nobody is asked who he is. */
    private static void addresses(Configuration flink, ClusterSettings settings) throws IOException {
        InetAddress loopback = InetAddress.getLoopbackAddress();
        flink.set(RestOptions.ADDRESS, THIS_MACHINE);
        flink.set(RestOptions.BIND_ADDRESS, THIS_MACHINE);
        flink.set(RestOptions.PORT, FreePort.choose(loopback, settings.port()));
        flink.set(JobManagerOptions.ADDRESS, THIS_MACHINE);
        flink.set(JobManagerOptions.BIND_HOST, THIS_MACHINE);
        flink.set(
                JobManagerOptions.PORT, FreePort.find(loopback)); // the same after a restart: TaskManagers wait for it
        flink.set(TaskManagerOptions.HOST, THIS_MACHINE);
        flink.set(TaskManagerOptions.BIND_HOST, THIS_MACHINE);
        flink.set(DeploymentOptions.TARGET, "remote");
    }

    private static void folders(Configuration flink, Path folder) throws IOException {
        String temporary = Files.createDirectories(folder.resolve("temporary")).toString();
        flink.set(CoreOptions.TMP_DIRS, temporary);
        flink.set(WebOptions.TMP_DIR, temporary);
        flink.set(WebOptions.UPLOAD_DIR, temporary);
        flink.set(BlobServerOptions.STORAGE_DIRECTORY, temporary);
        String checkpoints =
                Files.createDirectories(checkpoints(folder)).toUri().toString();
        flink.set(CheckpointingOptions.CHECKPOINTS_DIRECTORY, checkpoints);
        flink.set(CheckpointingOptions.SAVEPOINT_DIRECTORY, checkpoints);
    }

    /** Checkpoints and savepoints of the jobs of a cluster. */
    static Path checkpoints(Path folder) {
        return folder.resolve("checkpoints");
    }

    /** Small, for one machine; state lies on the heap, and nothing of the topology uses managed memory. */
    private static void memory(Configuration flink, ClusterSettings settings) {
        flink.set(JobManagerOptions.JVM_HEAP_MEMORY, MemorySize.parse("384m"));
        flink.set(JobManagerOptions.JVM_METASPACE, MemorySize.parse("192m"));
        flink.set(TaskManagerOptions.TASK_HEAP_MEMORY, MemorySize.parse("640m"));
        flink.set(TaskManagerOptions.MANAGED_MEMORY_SIZE, MemorySize.ZERO);
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MIN, MemorySize.parse("64m"));
        flink.set(TaskManagerOptions.NETWORK_MEMORY_MAX, MemorySize.parse("64m"));
        flink.set(TaskManagerOptions.NUM_TASK_SLOTS, settings.slots());
    }

    /** What {@code footfall job} gives its job, and what is right for every cluster of a chain. */
    private static void jobs(Configuration flink) {
        flink.set(StateBackendOptions.STATE_BACKEND, "hashmap");
        flink.set(CheckpointingOptions.CHECKPOINT_STORAGE, "filesystem");
        flink.set(CheckpointingOptions.MAX_RETAINED_CHECKPOINTS, CHECKPOINTS_KEPT);
        flink.set(
                CheckpointingOptions.EXTERNALIZED_CHECKPOINT_RETENTION,
                ExternalizedCheckpointRetention.RETAIN_ON_CANCELLATION);
        // one that fails, as while InfluxDB is away, is no reason to read everything again
        flink.set(CheckpointingOptions.TOLERABLE_FAILURE_NUMBER, Integer.MAX_VALUE);
        flink.set(RestartStrategyOptions.RESTART_STRATEGY, "exponential-delay");
    }

    Path conf() {
        return folder.resolve("conf");
    }

    Configuration flink() {
        return flink;
    }

    /** The port of REST. */
    int port() {
        return flink.get(RestOptions.PORT);
    }

    /** A client of the cluster that gives up soon. */
    Configuration client() {
        Configuration client = new Configuration(flink);
        client.set(RestOptions.RETRY_MAX_ATTEMPTS, 3);
        client.set(RestOptions.RETRY_DELAY, Duration.ofMillis(500));
        return client;
    }

    /** The arguments of Java that start a JobManager. */
    List<String> jobManager(FlinkHome home) {
        JobManagerProcessSpec memory = JobManagerProcessUtils.processSpecFromConfig(flink);
        return java(
                home,
                // it starts often and computes little
                JobManagerProcessUtils.generateJvmParametersStr(memory, flink) + " -XX:TieredStopAtLevel=1",
                "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
                JobManagerProcessUtils.generateDynamicConfigsStr(memory));
    }

    /** The arguments of Java that start a TaskManager. */
    List<String> taskManager(FlinkHome home, String name) {
        TaskExecutorProcessSpec memory = TaskExecutorProcessUtils.processSpecFromConfig(flink);
        return java(
                home,
                ProcessMemoryUtils.generateJvmParametersStr(memory),
                "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
                TaskExecutorProcessUtils.generateDynamicConfigsStr(memory) + " -D "
                        + TaskManagerOptions.TASK_MANAGER_RESOURCE_ID.key() + '=' + name);
    }

    private List<String> java(FlinkHome home, String options, String main, String keys) {
        List<String> arguments = new ArrayList<>(words(options));
        arguments.addAll(home.javaOptions());
        arguments.addAll(List.of(logging(conf()), main, "--configDir", conf().toString()));
        arguments.addAll(words(keys));
        return arguments;
    }

    /** The option of Java that says how a process logs. */
    static String logging(Path conf) {
        return "-Dlog4j2.configurationFile=" + conf.resolve(LOGGING);
    }

    private static List<String> words(String text) {
        return Stream.of(text.trim().split(" +", -1)).toList();
    }
}
