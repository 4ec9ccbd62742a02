package dev.footfall.local;

import java.nio.file.Path;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.CoreOptions;
import org.apache.flink.configuration.JobManagerOptions;
import org.apache.flink.configuration.RestOptions;
import org.apache.flink.configuration.TaskManagerOptions;
import org.apache.flink.configuration.WebOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** A Flink cluster inside this process: it speaks to this machine alone, and puts its files where it is told. */
final class LocalCluster {
    private static final String THIS_MACHINE = "localhost";

    private LocalCluster() {}

    /**
     * An environment whose jobs run on one.
     *
     * @param temporary folder for what it puts down while it runs; exists
     */
    static StreamExecutionEnvironment environment(int parallelism, Configuration configuration, Path temporary) {
        String folder = temporary.toAbsolutePath().toString();
        configuration.set(CoreOptions.TMP_DIRS, folder);
        configuration.set(WebOptions.TMP_DIR, folder);
        configuration.set(WebOptions.UPLOAD_DIR, folder);
        // its ports are free ones of all interfaces otherwise, and ask nobody who they are
        configuration.set(RestOptions.ADDRESS, THIS_MACHINE);
        configuration.set(RestOptions.BIND_ADDRESS, THIS_MACHINE);
        configuration.set(JobManagerOptions.ADDRESS, THIS_MACHINE);
        configuration.set(JobManagerOptions.BIND_HOST, THIS_MACHINE);
        configuration.set(TaskManagerOptions.HOST, THIS_MACHINE);
        configuration.set(TaskManagerOptions.BIND_HOST, THIS_MACHINE);
        return StreamExecutionEnvironment.createLocalEnvironment(parallelism, configuration);
    }
}
