package dev.footfall.local;

import dev.footfall.gateway.recordings.Recording;
import dev.footfall.jobs.mqtt.BrokerOptions;
import dev.footfall.mqtt.Broker;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall publish}: plays recordings to a broker as devices would. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Play a recording to a broker as its devices would.",
            "The messages go in order, QoS 1, each with the time of its receipt as MQTT 5 user property 'at', in",
            "milliseconds. What a broken connection takes is sent again; Ctrl-C ends after what is under way."
        },
        footerHeading = "%nExample:%n",
        footer = "  footfall publish --broker mqtt://127.0.0.1 --events monday.ndjson.gz --speed 100 --close")
final class PublishCommand implements Callable<Integer> {
    private static final long LAST_WORDS_SECONDS = 10;

    @Mixin
    private final BrokerOptions brokerOptions = new BrokerOptions();

    @Option(
            names = "--events",
            required = true,
            arity = "1..*",
            paramLabel = "FILE",
            description = "Recordings, gzipped or not, in the order in which they were received.")
    private List<Path> events = List.of();

    @Option(
            names = "--speed",
            paramLabel = "N",
            converter = Speed.Converter.class,
            description =
                    "How many times as fast as it was recorded; 'max' for as fast as the broker takes it. Default: 60.")
    private Speed speed = new Speed(60);

    @Option(
            names = "--close",
            description = {
                "At the end, tell every store that three days have passed in which nothing happened,",
                "so that all figures become final."
            })
    private boolean close;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Broker broker = check();
        PrintWriter err = spec.commandLine().getErr();
        CountDownLatch done = new CountDownLatch(1);
        try (Outbox outbox = new Outbox(broker, err)) {
            Thread lastWords = new Thread(() -> end(outbox, done, err), "publish-end");
            Runtime.getRuntime().addShutdownHook(lastWords);
            try {
                play(outbox, new Progress(err));
            } finally {
                done.countDown();
                if (!outbox.isStopped()) {
                    Runtime.getRuntime().removeShutdownHook(lastWords);
                }
            }
        }
        return Footfall.DONE;
    }

    /** On Ctrl-C: lets what is under way arrive, and the summary be printed. */
    private static void end(Outbox outbox, CountDownLatch done, PrintWriter err) {
        outbox.stop();
        try {
            if (!done.await(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                err.println("footfall: the broker does not answer; what it has not acknowledged may be lost");
                err.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void play(Outbox outbox, Progress progress) throws IOException, InterruptedException {
        long bytes = 0;
        for (Path file : events) {
            bytes += Files.size(file);
        }
        Player player = new Player(outbox, speed);
        outbox.awaitConnection();
        long started = System.nanoTime();
        long before = 0;
        for (Path file : events) {
            try (Recording recording = Recording.open(file)) {
                while (!outbox.isStopped() && recording.readLine(player)) {
                    progress.show(
                            String.format(Locale.ROOT, "publishing, %,d messages sent, read", player.messages()),
                            (double) (before + recording.bytesRead()) / bytes);
                }
                before += recording.bytes();
            } catch (IOException e) {
                throw new UnusableInputException("--events " + file + ": " + e.getMessage(), e);
            }
        }
        int closing = close && !outbox.isStopped() ? player.closeStores() : 0;
        outbox.drain();
        progress.clear();
        print(player, outbox, closing, (System.nanoTime() - started) / 1e9);
    }

    private void print(Player player, Outbox outbox, int closing, double seconds) {
        row("messages", player.messages(), outbox.isStopped() ? "ended before the recording did" : "");
        row("bytes", player.bytes(), "in payloads");
        row("closing", closing, closing == 0 ? "" : "messages, three days later: all figures become final");
        row("resent", outbox.resent(), outbox.resent() == 0 ? "" : "after a lost connection; some may have come twice");
        row("skipped", player.skipped(), player.skipped() == 0 ? "" : "lines that are no message of a device");
        if (outbox.unacknowledged() > 0) {
            row("unsure", outbox.unacknowledged(), "not acknowledged by the broker, which is away");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.printf(Locale.ROOT, "%-20s %,12.0f  messages/s, %.1f s%n", "rate", player.messages() / seconds, seconds);
        out.flush();
    }

    private void row(String name, long count, String remark) {
        spec.commandLine()
                .getOut()
                .println(String.format(Locale.ROOT, "%-20s %,12d  %s", name, count, remark)
                        .stripTrailing());
    }

    /** Finds every fault of the command line before anything starts. */
    private Broker check() {
        Faults faults = new Faults();
        brokerOptions.faults().forEach(faults::add);
        for (Path file : events) {
            if (!Files.isReadable(file)) {
                faults.add("--events " + file + ": "
                        + (Files.exists(file) ? "it may not be read" : "there is no such file"));
            }
        }
        if (!faults.isEmpty()) {
            throw faults.exception();
        }
        return brokerOptions.broker();
    }
}
