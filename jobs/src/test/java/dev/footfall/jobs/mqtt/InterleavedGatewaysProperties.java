package dev.footfall.jobs.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHead;
import dev.footfall.events.Tick;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.Cadence;
import dev.footfall.jobs.Chain;
import dev.footfall.jobs.RecordedLines;
import dev.footfall.jobs.oracle.PointComparison;
import dev.footfall.jobs.oracle.RandomStore;
import dev.footfall.jobs.points.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/**
 * A store whose devices are heard by three gateways. However their frames come in between each other (each gateway's own in order), come again, and
 * however often the job falls back to a checkpoint, the points in the database are the same to the byte, and those of the definitions.
 */
class InterleavedGatewaysProperties {
    private static final List<String> GATEWAYS = List.of("gw-1", "gw-2", "gw-3");
    private static final int ORDERS = 50;
    private static final int MOST_COPIES = 3;
    private static final Framing SMALL_FRAMES = new Framing(1, 500, Framing.DEFAULT_FRAME_BYTES, 2);

    private static Path folder = Path.of("");

    @BeforeContainer
    static void makeFolder() throws IOException {
        folder = Files.createTempDirectory("footfall-gateways");
    }

    @AfterContainer
    static void removeFolder() throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Property(tries = 5, seed = "20261122")
    void anyOrderOfGateways_anyRepeats_anyFallBack_giveTheSameBytes(@ForAll long seed) throws Exception {
        Random dice = new Random(seed);
        RandomStore store = RandomStore.make(seed, folder);
        List<List<byte[]>> frames = framesByGateway(store, dice);
        StorePack pack = packOf(store, String.join(", ", GATEWAYS));
        Map<String, String> oneAfterTheOther = new Job(pack, Cadence.FINAL_ONLY, dice).undisturbed(frames);

        assertThat(PointComparison.differences(
                        store.points().lines(),
                        oneAfterTheOther.values().stream().sorted().toList()))
                .isEmpty();
        for (int order = 0; order < ORDERS; order++) {
            Cadence cadence = order % 10 == 0 ? Cadence.LIVE : Cadence.FINAL_ONLY;
            assertThat(new Job(pack, cadence, dice).mistreated(interleaved(frames, dice)))
                    .as("order %d", order)
                    .isEqualTo(oneAfterTheOther);
        }
    }

    /** The frames of each gateway, which hears some of the devices. */
    private static List<List<byte[]>> framesByGateway(RandomStore store, Random dice) throws Exception {
        Map<String, String> heardBy = new HashMap<>();
        byte[] secret = new byte[32];
        dice.nextBytes(secret);
        List<List<byte[]>> frames = new ArrayList<>();
        for (String gateway : GATEWAYS) {
            packOf(store, gateway);
            List<byte[]> own = new RecordedLines(store.lines())
                    .of(topic -> heardBy.computeIfAbsent(topic, unseen -> GATEWAYS.get(dice.nextInt(GATEWAYS.size())))
                            .equals(gateway))
                    .frames(store.stores(), secret, SMALL_FRAMES);
            if (own.isEmpty()) {
                own = List.of(FrameCodec.encode(
                        new Tick(store.pack().config().store(), gateway, "recording", 0, 0, Long.MAX_VALUE)));
            }
            frames.add(own);
        }
        return frames;
    }

    /** The store with these gateways, in the folder where it lies. */
    private static StorePack packOf(RandomStore store, String gateways) throws IOException {
        Path own = store.stores().resolve(store.pack().config().store());
        Path yaml = own.resolve("store.yaml");
        List<String> lines = new ArrayList<>(Files.readAllLines(yaml));
        lines.removeIf(line -> line.startsWith("gateways:"));
        lines.add("gateways: [" + gateways + "]");
        Files.write(yaml, lines);
        return Objects.requireNonNull(StorePack.read(own).pack());
    }

    /** One order in which the messages may come, those of each gateway in theirs; each up to three times, again after it was first there. */
    private static List<byte[]> interleaved(List<List<byte[]>> frames, Random dice) {
        int[] next = new int[frames.size()];
        int left = frames.stream().mapToInt(List::size).sum();
        List<byte[]> wire = new ArrayList<>();
        while (left > 0) {
            int gateway = dice.nextInt(frames.size());
            for (int burst = 1 + dice.nextInt(8);
                    burst > 0 && next[gateway] < frames.get(gateway).size();
                    burst--) {
                wire.add(frames.get(gateway).get(next[gateway]++));
                left--;
            }
        }
        List<byte[]> delivered = new ArrayList<>();
        List<byte[]> again = new ArrayList<>();
        for (byte[] message : wire) {
            delivered.add(message);
            for (int copies = dice.nextInt(MOST_COPIES); copies > 0; copies--) {
                again.add(message);
            }
            while (!again.isEmpty() && dice.nextInt(3) > 0) {
                delivered.add(again.remove(dice.nextInt(again.size())));
            }
        }
        delivered.addAll(again);
        return delivered;
    }

    /** The source's ledger, the operators behind it, and a database, which remembers the last line written of each point. */
    private static final class Job {
        private static final int MOST_SENT_AGAIN = 20;

        private final Chain chain;
        private final Random dice;
        private final Map<String, String> database = new TreeMap<>();
        private LaneLedger ledger = new LaneLedger();
        private int written;

        Job(StorePack pack, Cadence cadence, Random dice) {
            this.chain = new Chain(pack, cadence);
            this.dice = dice;
        }

        @SuppressWarnings("ArrayRecordComponent") // nobody compares them
        private record Checkpoint(Map<String, byte[]> states, byte[] split, int messages) {}

        Map<String, String> undisturbed(List<List<byte[]>> frames) throws Exception {
            for (List<byte[]> gateway : frames) {
                for (byte[] message : gateway) {
                    takes(message);
                }
            }
            return stored();
        }

        /** Makes checkpoints, and falls back to the last of them: then gateways send again what came since, and some of what came before. */
        Map<String, String> mistreated(List<byte[]> messages) throws Exception {
            Checkpoint last = checkpoint(0);
            int failures = 6;
            for (int i = 0; i < messages.size(); i++) {
                takes(messages.get(i));
                if (dice.nextInt(10) == 0) {
                    last = checkpoint(i + 1);
                } else if (failures > 0 && dice.nextInt(1 + messages.size() / 8) == 0) {
                    failures--;
                    stored();
                    chain.restore(last.states());
                    ledger = LaneLedger.from(new LaneSplitSerializer()
                            .deserialize(1, last.split())
                            .positions());
                    i = Math.max(0, last.messages() - dice.nextInt(MOST_SENT_AGAIN)) - 1;
                }
            }
            return stored();
        }

        private void takes(byte[] message) throws Exception {
            FrameHead head = FrameCodec.header(message);
            if (ledger.take(head, 0) == LaneLedger.Verdict.EMIT) {
                chain.accept(message);
            }
        }

        private Checkpoint checkpoint(int messages) throws IOException {
            return new Checkpoint(
                    chain.save(), new LaneSplitSerializer().serialize(new LaneSplit(0, ledger.positions())), messages);
        }

        /** What the database holds of final points; a point that was final never becomes another. */
        private Map<String, String> stored() {
            List<Point> points = chain.points();
            for (; written < points.size(); written++) {
                Point point = points.get(written);
                if (point.last()) {
                    String before = database.put(point.series() + " " + point.timeMillis(), point.line());
                    assertThat(before == null ? point.line() : before).isEqualTo(point.line());
                }
            }
            assertThat(chain.lateEvents()).isZero();
            assertThat(ledger.gaps()).isZero();
            return database;
        }
    }
}
