package dev.footfall.benchmarks.load;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.ThreadTimes;
import dev.footfall.local.Footfall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A command of {@code footfall} in a process of its own, looked at from outside. Ends with this one. */
public final class FootfallProcess implements AutoCloseable {
    private static final Duration READY_WITHIN = Duration.ofMinutes(10);
    private static final long LOOK_EVERY_MILLIS = 100;
    private static final Pattern USED = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private final Process process;
    private final Path log;
    private final Thread hook;

    private FootfallProcess(Process process, Path log) {
        this.process = process;
        this.log = log;
        this.hook = new Thread(process::destroyForcibly, "end-footfall");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Starts it and waits until it runs.
     *
     * @param log gets what it says
     * @param memory its heap, e.g. {@code 3g}
     * @param ready what it says when it works
     * @param arguments the command and its options
     */
    public static FootfallProcess start(Path log, String memory, String ready, List<String> arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + memory,
                "-Dfootfall.log=INFO",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(Bench.tuning());
        String further = System.getProperty("footfall.bench." + arguments.get(0), ""); // e.g. to profile it
        if (!further.isEmpty()) {
            command.addAll(List.of(further.split(" ")));
        }
        command.add(Footfall.class.getName());
        command.addAll(arguments);
        Process started = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        FootfallProcess part = new FootfallProcess(started, log);
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!Files.readString(log).contains(ready)) {
            if (!started.isAlive() || System.nanoTime() > deadline) {
                part.close();
                throw new IOException(arguments.get(0) + " does not start: " + lastLines(log));
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        return part;
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    }

    /** Whether it has not ended. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it has said so far. */
    public String said() throws IOException {
        return Files.readString(log);
    }

    /** Processor time of all its threads so far. */
    public Duration cpu() throws IOException {
        return ProcessHandle.of(process.pid())
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElseThrow(() -> new IOException("it has ended: " + log));
    }

    /** Seconds of processor so far by the beginning of the names of its threads. */
    public Map<String, Double> cpuByThread() throws IOException {
        Map<String, Double> seconds = new TreeMap<>();
        ThreadTimes.secondsByName(process.toHandle())
                .forEach((name, ofName) ->
                        seconds.merge(name.replaceAll("[-#0-9].*$", "").strip(), ofName, Double::sum));
        return seconds;
    }

    /** What its threads took between two looks, the most first, in words. */
    public static String inWords(Map<String, Double> before, Map<String, Double> after, double seconds) {
        return after.entrySet().stream()
                .map(each ->
                        Map.entry(each.getKey(), (each.getValue() - before.getOrDefault(each.getKey(), 0.0)) / seconds))
                .filter(each -> each.getValue() >= 0.005)
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
                .map(each -> String.format(java.util.Locale.ROOT, "%s %.2f", each.getKey(), each.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** Bytes of all objects on its heap that are in use, which a full collection finds out. */
    public long heapAfterCollection() throws IOException, InterruptedException {
        Matcher used = USED.matcher(jcmd("GC.class_histogram"));
        if (!used.find()) {
            throw new IOException("its heap cannot be told");
        }
        return Long.parseLong(used.group(1));
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(asked.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (asked.waitFor() != 0) {
            throw new IOException("jcmd " + command + ": " + answer);
        }
        return answer;
    }

    /** kill -9: nothing that it keeps is wanted any more. */
    @Override
    public void close() {
        process.destroyForcibly();
        try {
            process.waitFor();
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
