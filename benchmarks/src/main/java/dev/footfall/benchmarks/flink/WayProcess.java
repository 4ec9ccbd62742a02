package dev.footfall.benchmarks.flink;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** One way in a Java process of its own: it goes it some times on little traffic, to have it compiled, and then on much. */
final class WayProcess {
    private static final String MEMORY = "-Xmx4g";
    private static final int FIRST_STORE = 5;
    private static final int FEW = 2;
    private static final String ANSWER = "cells wall cpu: ";

    private WayProcess() {}

    /** What came of it: how many figures of cells, and what they cost. */
    record Outcome(long cells, LocalJob.Run run) {}

    static Outcome run(Way way, int times, Traffic little, Traffic much, Path folder)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                MEMORY,
                "-XX:-UseDynamicNumberOfCompilerThreads",
                "-cp",
                System.getProperty("java.class.path"),
                WayProcess.class.getName(),
                way.name(),
                Integer.toString(times),
                little.folder().toString(),
                much.folder().toString(),
                folder.toString()));
        command.addAll(much.stores().subList(0, Math.min(much.stores().size(), FEW)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Thread hook = new Thread(process::destroyForcibly, "end-way");
        Runtime.getRuntime().addShutdownHook(hook);
        try (var lines = process.inputReader()) {
            String answer = lines.lines()
                    .filter(line -> line.startsWith(ANSWER))
                    .reduce((first, second) -> second)
                    .orElse("");
            if (process.waitFor() != 0 || answer.isEmpty()) {
                throw new IOException(way.words() + " failed");
            }
            String[] words = answer.substring(ANSWER.length()).split(" ");
            return new Outcome(
                    Long.parseLong(words[0]), new LocalJob.Run(Long.parseLong(words[1]), Long.parseLong(words[2])));
        } finally {
            Runtime.getRuntime().removeShutdownHook(hook);
        }
    }

    /** Words: the way, how often on little traffic, the folder of it, of much, one for files, and the names of some stores. */
    public static void main(String[] words) throws Exception {
        Way way = Way.valueOf(words[0]);
        List<String> stores = List.of(words).subList(FIRST_STORE, words.length);
        Path folder = Path.of(words[4]);
        Ledger.open("warm", false);
        for (int i = 0; i < Integer.parseInt(words[1]); i++) {
            way.run(new Traffic(Path.of(words[2]), stores, 0), "warm", folder);
        }
        Ledger ledger = Ledger.open("timed", false);
        LocalJob.Run run = way.run(new Traffic(Path.of(words[3]), stores, 0), "timed", folder);
        System.out.println(ANSWER + ledger.cells() + " " + run.wallNanos() + " " + run.cpuNanos());
        System.exit(0);
    }
}
