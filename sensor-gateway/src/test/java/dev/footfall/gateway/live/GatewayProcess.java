package dev.footfall.gateway.live;

import dev.footfall.gateway.GatewayCommand;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;

/** A gateway as a process of its own, whose files may be limited in size: what a full disk is for a process without rights. */
final class GatewayProcess implements AutoCloseable {
    private final Process process;

    private GatewayProcess(Process process) {
        this.process = process;
    }

    /** What the process runs. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new GatewayCommand()).execute(arguments));
    }

    /** Starts one none of whose files may be larger than that. */
    static GatewayProcess start(int maxFileKibibytes, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "-c",
                "ulimit -S -f " + maxFileKibibytes + "; exec \"$@\"",
                "gateway",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-UsePerfData",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                GatewayProcess.class.getName()));
        command.addAll(arguments);
        return new GatewayProcess(new ProcessBuilder(command).inheritIO().start());
    }

    /** Lets its files be as large as they like. */
    void giveRoom() throws IOException, InterruptedException {
        new ProcessBuilder("prlimit", "--pid", Long.toString(process.pid()), "--fsize=unlimited")
                .inheritIO()
                .start()
                .waitFor();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        process.destroyForcibly();
    }
}
