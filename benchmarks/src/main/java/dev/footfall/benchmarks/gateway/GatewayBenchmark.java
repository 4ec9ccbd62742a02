package dev.footfall.benchmarks.gateway;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Cost;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.Target;
import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.benchmarks.load.FootfallProcess;
import dev.footfall.events.EventJson;
import dev.footfall.events.Kind;
import dev.footfall.events.MalformedEventException;
import dev.footfall.gateway.privacy.Pseudonyms;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import dev.footfall.servers.EmbeddedBroker;
import dev.footfall.servers.Mosquitto;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** From device JSON at a broker to frames at it. */
public final class GatewayBenchmark implements Benchmark {
    private static final String SECRET = "a secret of benchmarks";
    private static final long PACE = 100_000;
    private static final double MOST_TIMES_DECODING = 2;
    private static final long LOOK_EVERY_MILLIS = 50;
    private static final long PATIENCE_SECONDS = 60;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Traffic traffic = new Traffic();
    private final List<Cost> costs = new ArrayList<>();
    private final List<Target> targets = new ArrayList<>();
    private final List<Double> decoding = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long compared;

    @Override
    public String name() {
        return "gateway";
    }

    @Override
    public String title() {
        return "Gateway: device JSON to frames";
    }

    @Override
    public Report run(Bench bench) throws Exception {
        costs.clear();
        targets.clear();
        decoding.clear();
        notes.clear();
        compared = 0;
        decode(bench.size(50, 3_000));
        bench.say("through Mosquitto");
        try (Mosquitto mosquitto = Mosquitto.start(bench.folder().resolve("mosquitto"))) {
            through("Mosquitto", mosquitto.uri().toString(), bench);
        }
        bench.say("through Artemis");
        try (EmbeddedBroker artemis = EmbeddedBroker.start(bench.folder().resolve("artemis"), 0)) {
            through("Artemis", artemis.uri().toString(), bench);
        }
        double alone = decoding.stream().sorted().toList().get(decoding.size() / 2);
        List<Target> all = new ArrayList<>(targets);
        for (Cost cost : costs) {
            all.add(new Target(
                    cost.way() + ", processor time of its process, times that of decoding alone",
                    cost.cpuNanos() / alone,
                    "×",
                    Target.Bound.AT_MOST,
                    MOST_TIMES_DECODING));
        }
        costs.add(0, new Cost("decoding the same messages alone", alone, alone, Double.NaN));
        notes.addAll(
                0,
                List.of(
                        "Four cameras, messages of 50 events (about 4 KiB), quality of service 1; broker, cameras and jobs share the machine with the gateway.",
                        "Processor time is that of the gateway's process with all its threads (compiler and garbage collector too) and the kernel's work for it: sockets, files, fsync.",
                        "At full speed the cameras publish as fast as the broker takes it, at most 200,000 events ahead of the frames."));
        return new Report(
                String.format(
                        Locale.ROOT,
                        "every one of %,d rows of frames, in its order, with the event that was published: time, device, pseudonym, place, floor, role.",
                        compared),
                "event",
                List.copyOf(costs),
                all,
                List.copyOf(notes));
    }

    private static String shares(Map<String, Double> before, Map<String, Double> after) {
        Map<String, Double> used = new TreeMap<>();
        after.forEach((name, seconds) -> used.merge(use(name), seconds - before.getOrDefault(name, 0.0), Double::sum));
        double all = used.values().stream().mapToDouble(seconds -> seconds).sum();
        return used.entrySet().stream()
                .map(each -> each.getKey() + " " + Math.round(100 * each.getValue() / all) + " %")
                .collect(Collectors.joining(", "));
    }

    /** What a thread is for, by the beginning of its name. */
    private static String use(String thread) {
        if (thread.equals("store")) {
            return "the store's thread";
        } else if (thread.startsWith("MQTT")) {
            return "the MQTT client's threads";
        }
        return thread.equals("C") ? "the compiler" : "the rest of the JVM";
    }

    private static FootfallProcess gateway(Path folder, Path stores, Path secret, String broker)
            throws IOException, InterruptedException {
        return FootfallProcess.start(
                folder.resolve("gateway.log"),
                "512m",
                Shop.STORE + ": connected",
                List.of(
                        "gateway",
                        "--stores",
                        stores.toString(),
                        "--broker",
                        broker,
                        "--spool",
                        folder.resolve("spool").toString(),
                        "--secret-file",
                        secret.toString(),
                        "--metrics-port",
                        "off"));
    }

    private void through(String name, String broker, Bench bench)
            throws IOException, InterruptedException, UnequalResultsException, MalformedEventException {
        Path folder = Files.createDirectories(bench.folder().resolve("gateway-" + name));
        Path stores = folder.resolve("stores");
        Shop.write(stores);
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        StorePack pack = StorePacks.open(stores).find(Shop.STORE).orElseThrow();
        Pseudonyms pseudonyms = new Pseudonyms(
                StoreKeys.ofSecret(SECRET.getBytes(StandardCharsets.UTF_8)).key(Shop.STORE), pack.calendar());
        AtomicReference<@Nullable Publisher> cameras = new AtomicReference<>();
        try (FootfallProcess gateway = gateway(folder, stores, secret, broker);
                Jobs jobs = new Jobs(broker, traffic, number -> publishedMillis(cameras, number), pseudonyms);
                Publisher publisher = new Publisher(broker, traffic, jobs::rows)) {
            cameras.set(publisher);
            while (!jobs.isUp() || !publisher.isUp()) {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
            Run run = new Run(gateway, jobs, publisher);
            publisher.begin(0);
            run.go(bench.size(300, 20_000)); // compiles
            Map<String, Double> before = gateway.cpuByThread();
            Cost full = run.measure(name + ", full speed", bench.size(300, 10_000));
            notes.add("Of the processor time with " + name + " at full speed: " + shares(before, gateway.cpuByThread())
                    + ".");
            publisher.changeTo(PACE);
            decode(bench.size(50, 1_000)); // lets what is under way arrive
            Cost paced = run.measure(name + ", 100,000 events/s", bench.size(300, 10_000));
            run.finish(publisher.end());
            decode(bench.size(50, 1_000));
            compared += jobs.rows();
            costs.add(full);
            costs.add(paced);
            targets.add(
                    new Target("events/s, " + full.way(), full.perSecond(), "events/s", Target.Bound.AT_LEAST, PACE));
        }
    }

    private static long publishedMillis(AtomicReference<@Nullable Publisher> cameras, int number) {
        Publisher publisher = cameras.get();
        return publisher == null ? 0 : publisher.publishedMillis(number);
    }

    /** The gateway between cameras and jobs. */
    private record Run(FootfallProcess gateway, Jobs jobs, Publisher publisher) {
        void go(long millis) throws InterruptedException, UnequalResultsException, IOException {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
            do {
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
                jobs.mark();
                String fault = jobs.fault() + publisher.fault();
                if (!fault.isEmpty()) {
                    throw new UnequalResultsException(fault);
                }
                if (!gateway.isAlive()) {
                    throw new IOException("the gateway has ended: " + gateway.said());
                }
            } while (System.nanoTime() < end);
        }

        Cost measure(String way, long millis) throws InterruptedException, UnequalResultsException, IOException {
            long rowsBefore = jobs.rows();
            long cpuBefore = gateway.cpu().toNanos();
            long before = System.nanoTime();
            go(millis);
            long deadline = before + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (jobs.rows() == rowsBefore && System.nanoTime() < deadline) {
                go(LOOK_EVERY_MILLIS); // a quick run on a busy machine
            }
            double rows = jobs.rows() - rowsBefore;
            if (rows == 0) {
                throw new IOException("no frame came within " + PATIENCE_SECONDS + " s: " + gateway.said());
            }
            return new Cost(
                    way, (System.nanoTime() - before) / rows, (gateway.cpu().toNanos() - cpuBefore) / rows, Double.NaN);
        }

        void finish(long published) throws InterruptedException, UnequalResultsException, IOException {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (jobs.rows() < published) {
                go(LOOK_EVERY_MILLIS);
                if (System.nanoTime() > deadline) {
                    throw new UnequalResultsException(
                            published + " events were published, and " + jobs.rows() + " are in frames");
                }
            }
            go(LOOK_EVERY_MILLIS);
            if (jobs.rows() != published) {
                throw new UnequalResultsException(
                        published + " events were published, and " + jobs.rows() + " are in frames");
            }
        }
    }

    /** Reads the messages for a while on this thread, and notes what it cost. */
    private void decode(long millis) throws MalformedEventException {
        EventJson json = new EventJson();
        List<byte[]> messages = traffic.messages();
        long events = 0;
        long half = TimeUnit.MILLISECONDS.toNanos(millis) / 2;
        long begin = threads.getCurrentThreadCpuTime();
        long measuredFrom = 0;
        long now = begin;
        while (now - begin < 2 * half) {
            for (byte[] message : messages) {
                events += json.decode(Kind.TRACK, message).size();
            }
            now = threads.getCurrentThreadCpuTime();
            if (measuredFrom == 0 && now - begin >= half) {
                measuredFrom = now; // the first half warms
                events = 0;
            }
        }
        decoding.add((now - measuredFrom) / (double) Math.max(1, events));
    }
}
