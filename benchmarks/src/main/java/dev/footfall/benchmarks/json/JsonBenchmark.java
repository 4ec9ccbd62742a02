package dev.footfall.benchmarks.json;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Cost;
import dev.footfall.benchmarks.JmhCosts;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.Target;
import dev.footfall.benchmarks.UnequalResultsException;
import dev.footfall.events.EventJson;
import dev.footfall.events.Kind;
import dev.footfall.events.MalformedEventException;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.TrackPoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Reading what devices publish. */
public final class JsonBenchmark implements Benchmark {
    private static final int SPOILED = 10_000_000;
    private static final int SPOILED_QUICKLY = 100_000;
    private static final int PARTS = 100;
    private static final double TIMES_DATABIND = 4;
    private static final double TIMES_FASTJSON = 1.5;

    private static final Map<String, String> WAYS = new LinkedHashMap<>();

    static {
        WAYS.put("footfall", "Footfall");
        WAYS.put("streaming", "Jackson streaming, Footfall's plain reader");
        WAYS.put("databind", "Jackson databind");
        WAYS.put("fastjson", "fastjson2");
    }

    @Override
    public String name() {
        return "json";
    }

    @Override
    public String title() {
        return "Device JSON";
    }

    @Override
    public Report run(Bench bench) throws Exception {
        List<TrackPoint> events = Messages.events();
        checkWays(events);
        int inputs = bench.size(SPOILED_QUICKLY, SPOILED);
        bench.say(String.format(Locale.ROOT, "%,d spoiled messages, read the short way and the plain way", inputs));
        long taken = checkSpoiled(inputs);
        bench.say("reading messages of 50 events and of one");
        Map<String, Cost> costs = costs(JmhCosts.of(JsonWays.class, bench));
        List<Target> targets = new ArrayList<>();
        for (String size : List.of("Arrays", "Singles")) {
            Cost ours = cost(costs, "footfall" + size);
            targets.add(Target.ratio(cost(costs, "databind" + size), ours, TIMES_DATABIND));
            targets.add(Target.ratio(cost(costs, "fastjson" + size), ours, TIMES_FASTJSON));
        }
        return new Report(
                String.format(
                        Locale.ROOT,
                        "all ways read the same %,d events, from arrays of %d and one by one; of %,d spoiled messages of all kinds the short way takes and refuses each as the plain way does, which reads Jackson's tokens, with the same events to the bit or the same reason (%,d were taken).",
                        events.size(),
                        Messages.EVENTS_A_MESSAGE,
                        inputs,
                        taken),
                "event",
                List.copyOf(costs.values()),
                targets,
                List.of(
                        String.format(
                                Locale.ROOT,
                                "An event has %d bytes here, e.g. `%s`; one thread.",
                                EventJson.encode(events.get(1)).length,
                                new String(EventJson.encode(events.get(1)), StandardCharsets.UTF_8)),
                        "Jackson databind and fastjson2 fill an object with open fields, faster than a record, and check no value; Footfall's two ways check every range and identifier."));
    }

    private static Map<String, Cost> costs(List<Cost> ofMethods) {
        Map<String, Cost> costs = new LinkedHashMap<>();
        for (String size : List.of("Arrays", "Singles")) {
            WAYS.forEach((method, words) -> ofMethods.stream()
                    .filter(cost -> cost.way().equals(method + size))
                    .forEach(cost -> costs.put(
                            cost.way(),
                            new Cost(
                                    words + (size.equals("Arrays") ? ", arrays of 50" : ", one event a message"),
                                    cost.nanos(),
                                    cost.cpuNanos(),
                                    cost.allocatedBytes()))));
        }
        return costs;
    }

    private static Cost cost(Map<String, Cost> costs, String method) {
        return Objects.requireNonNull(costs.get(method), method);
    }

    private static void checkWays(List<TrackPoint> events)
            throws MalformedEventException, IOException, UnequalResultsException {
        EventJson json = new EventJson();
        List<SensorEvent> ours = new ArrayList<>();
        List<SensorEvent> plain = new ArrayList<>();
        List<SensorEvent> databind = new ArrayList<>();
        List<SensorEvent> fastjson = new ArrayList<>();
        for (byte[] message : Messages.arrays(events)) {
            ours.addAll(json.decode(Kind.TRACK, message));
            plain.addAll(json.decodePlainly(Kind.TRACK, message));
            JsonWays.databindMany(message).forEach(each -> databind.add(each.event()));
            JsonWays.fastjsonMany(message).forEach(each -> fastjson.add(each.event()));
        }
        for (byte[] message : Messages.singles(events)) {
            ours.addAll(json.decode(Kind.TRACK, message));
            plain.addAll(json.decodePlainly(Kind.TRACK, message));
            databind.add(JsonWays.databindOne(message).event());
            fastjson.add(JsonWays.fastjsonOne(message).event());
        }
        List<SensorEvent> twice = new ArrayList<>(events);
        twice.addAll(events);
        checkEqual("Footfall", ours, twice);
        checkEqual("Jackson streaming", plain, twice);
        checkEqual("Jackson databind", databind, twice);
        checkEqual("fastjson2", fastjson, twice);
    }

    private static void checkEqual(String way, List<SensorEvent> read, List<SensorEvent> written)
            throws UnequalResultsException {
        for (int i = 0; i < Math.max(read.size(), written.size()); i++) {
            if (i >= read.size() || i >= written.size() || !read.get(i).equals(written.get(i))) {
                throw new UnequalResultsException(way + " reads " + (i < read.size() ? read.get(i) : "nothing")
                        + " where " + (i < written.size() ? written.get(i) : "nothing") + " was written");
            }
        }
    }

    /** Answers how many were taken. */
    private static long checkSpoiled(int inputs) throws UnequalResultsException {
        AtomicLong taken = new AtomicLong();
        Optional<String> difference = IntStream.range(0, PARTS)
                .parallel()
                .mapToObj(part -> difference(part, inputs / PARTS, taken))
                .flatMap(Optional::stream)
                .findAny();
        if (difference.isPresent()) {
            throw new UnequalResultsException(difference.get());
        }
        return taken.get();
    }

    private static Optional<String> difference(int seed, int inputs, AtomicLong taken) {
        SplittableRandom dice = new SplittableRandom(seed);
        EventJson json = new EventJson();
        long takenHere = 0;
        for (int i = 0; i < inputs; i++) {
            SpoiledMessages.Sound message = SpoiledMessages.next(dice);
            Object shortly = outcome(json::decode, message);
            Object plainly = outcome(json::decodePlainly, message);
            if (!shortly.equals(plainly)) {
                return Optional.of("of " + message.kind() + " "
                        + Arrays.toString(message.payload()) + " the short way makes " + shortly
                        + ", the plain one " + plainly);
            }
            takenHere += shortly instanceof List ? 1 : 0;
        }
        taken.addAndGet(takenHere);
        return Optional.empty();
    }

    private interface Reading {
        List<SensorEvent> read(Kind kind, byte[] payload) throws MalformedEventException;
    }

    private static Object outcome(Reading reading, SpoiledMessages.Sound message) {
        try {
            return reading.read(message.kind(), message.payload());
        } catch (MalformedEventException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
