package dev.footfall.jobs;

import static org.awaitility.Awaitility.await;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.LaneAnswer;
import dev.footfall.events.LaneAnswer.Mark;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Topics;
import dev.footfall.jobs.ingest.Patience;
import dev.footfall.jobs.mqtt.LaneSettings;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.RestartStrategyOptions;
import org.apache.flink.configuration.StateRecoveryOptions;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.core.execution.SavepointFormatType;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;

/** The live job on the cluster of a test, and the gateways that send it their frames over a broker until it says that they are safe. */
final class FedJob implements Listener, AutoCloseable {
    private static final int LANES = 4;
    private static final Duration CHECKPOINT_EVERY = Duration.ofMillis(100);
    private static final Duration SEND_AGAIN_AFTER = Duration.ofMillis(400);
    private static final Duration ASK_EVERY = Duration.ofMillis(20);

    private final LaneSettings lanes;
    private final CollectedPoints points;
    private final PointSink sink;
    private final Connection gateways;
    /** The next frame of each topic of answers, as the job says it. */
    private final Map<String, Long> safe = new ConcurrentHashMap<>();

    private @Nullable JobClient job;
    private long sentNanos;

    /** Connects the gateways; {@code name} is that of the job's group and of its database in this JVM. */
    FedJob(Broker broker, String name) {
        this(broker, name, PointSink.of(new CollectedPoints(name)));
    }

    /** Connects the gateways of a job that writes elsewhere; {@code name} is that of the job's group. */
    @SuppressWarnings("this-escape") // nothing is assigned after
    FedJob(Broker broker, String name, PointSink sink) {
        this.sink = sink;
        lanes = new LaneSettings(broker, name, LANES);
        points = new CollectedPoints(name);
        gateways = Connection.open(
                broker,
                new Session("gateways-of-" + name, List.of("footfall/v1/acks/" + name + "/+/+"), 0, 100, null),
                this);
        await().until(gateways::isUp);
    }

    @Override
    public void received(Incoming message) {
        if (LaneAnswer.parse(message.payload()).orElse(null) instanceof Mark mark) {
            safe.put(message.topic(), mark.next());
        }
        message.acknowledge();
    }

    /** Begins, or goes on from a savepoint. */
    FedJob start(Path packs, int parallelism, @Nullable String savepoint) throws Exception {
        Configuration configuration = Topology.configuration();
        configuration.set(RestartStrategyOptions.RESTART_STRATEGY, "none");
        if (savepoint != null) {
            configuration.set(StateRecoveryOptions.SAVEPOINT_PATH, savepoint);
        }
        StreamExecutionEnvironment environment = StreamExecutionEnvironment.getExecutionEnvironment(configuration);
        environment.setParallelism(parallelism);
        environment.enableCheckpointing(CHECKPOINT_EVERY.toMillis());
        LiveJob.build(environment, new StorePackFolder(packs.toString()), lanes, Patience.LIVE, sink);
        job = environment.executeAsync(lanes.group());
        return this;
    }

    /** Sends frames and ticks, from the first one if need be, until a checkpoint holds them all. */
    FedJob takes(Map<String, List<byte[]>> frames) {
        Map<String, Long> next = next(frames);
        send(frames);
        sendUntil(frames, () -> safe.entrySet().containsAll(next.entrySet()));
        return this;
    }

    /** Sends frames and ticks, from the first one if need be, until the job has written so many final points. */
    FedJob takesAll(Map<String, List<byte[]>> frames, int finals) {
        takes(frames);
        sendUntil(frames, () -> points.fields().size() >= finals);
        return this;
    }

    private void sendUntil(Map<String, List<byte[]>> frames, BooleanSupplier there) {
        await().pollInterval(ASK_EVERY).until(() -> {
            if (!there.getAsBoolean() && System.nanoTime() - sentNanos > SEND_AGAIN_AFTER.toNanos()) {
                send(frames);
            }
            return there.getAsBoolean();
        });
    }

    private Map<String, Long> next(Map<String, List<byte[]>> frames) {
        Map<String, Long> next = new HashMap<>();
        frames.values()
                .forEach(store -> store.forEach(bytes -> {
                    if (head(bytes) instanceof FrameHeader frame) {
                        next.put(Topics.acks(lanes.group(), frame.store(), frame.gateway()), frame.seq() + 1);
                    }
                }));
        return next;
    }

    private static FrameHead head(byte[] frame) {
        try {
            return FrameCodec.header(frame);
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("a test's own frame cannot be read", e);
        }
    }

    /** Sends frames and ticks, and does not wait for what becomes of them. */
    void send(Map<String, List<byte[]>> frames) {
        List<CompletableFuture<?>> sent = new ArrayList<>();
        frames.forEach((store, ofStore) -> ofStore.forEach(frame ->
                sent.add(gateways.publish(Outgoing.of(Topics.frames(Topics.lane(store, LANES), store), frame)))));
        CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
        sentNanos = System.nanoTime();
    }

    /** Stops it; answers where the savepoint is. */
    String stop(Path savepoints) throws Exception {
        return stopping(savepoints).get();
    }

    /** Tells it to stop; the answer comes when the savepoint is there. */
    CompletableFuture<String> stopping(Path savepoints) {
        JobClient running = client();
        job = null;
        return running.stopWithSavepoint(false, savepoints.toUri().toString(), SavepointFormatType.CANONICAL);
    }

    /** The running job. */
    JobClient client() {
        JobClient running = job;
        if (running == null) {
            throw new IllegalStateException("not started");
        }
        return running;
    }

    /** Up to which frame each gateway was told that all is safe. */
    Map<String, Long> safe() {
        return Map.copyOf(safe);
    }

    /** The final points so far. */
    CollectedPoints points() {
        return points;
    }

    @Override
    public void close() {
        if (job != null) {
            job.cancel().join();
        }
        gateways.close();
    }
}
