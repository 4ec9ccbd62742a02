package dev.footfall.local.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where our build has put what a cluster runs on.
 *
 * @param jars folder with the jars of Flink, and nothing of ours
 * @param job the jar of the jobs
 */
public record FlinkHome(Path jars, Path job) {
    private static final List<String> LOOKED_INTO = List.of(
            "java.io",
            "java.lang",
            "java.lang.reflect",
            "java.net",
            "java.nio",
            "java.text",
            "java.time",
            "java.util",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "sun.nio.ch");

    /**
     * That of the project: the system property {@code footfall.home}, as {@code ./footfall} sets it, or {@code footfall.project}, as the tests have it.
     *
     * @throws IOException when it is not built
     */
    public static FlinkHome ofProject() throws IOException {
        String told = System.getProperty("footfall.home", System.getProperty("footfall.project"));
        if (told == null) {
            throw new IOException(
                    "system property footfall.home is not set, it must name Footfall's folder: start with ./footfall");
        }
        Path project = Path.of(told).toAbsolutePath().normalize();
        FlinkHome home =
                new FlinkHome(project.resolve("cluster/target/lib"), project.resolve("jobs/target/footfall-jobs.jar"));
        if (!Files.isDirectory(home.jars) || !Files.isRegularFile(home.job)) {
            throw new IOException("not built: " + home.jars + " or " + home.job
                    + " is absent; ./footfall builds them, and so does mvn package");
        }
        return home;
    }

    /** The options of Java that every process of Flink needs: its class path, and packages of Java that it looks into, as a distribution opens them. */
    List<String> javaOptions() {
        List<String> options = new ArrayList<>();
        LOOKED_INTO.forEach(name -> options.add("--add-opens=java.base/" + name + "=ALL-UNNAMED"));
        options.addAll(List.of("-cp", jars + "/*"));
        return options;
    }
}
