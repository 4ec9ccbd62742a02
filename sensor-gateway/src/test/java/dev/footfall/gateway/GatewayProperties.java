package dev.footfall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.Columns;
import dev.footfall.events.DeviceTally;
import dev.footfall.events.Frame;
import dev.footfall.events.Kind;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever arrives, each message is counted once: taken into frames, or refused into a dead letter. */
class GatewayProperties {
    private static final StorePacks PACKS = packs();
    private static final StorePack SHOP = PACKS.find("shop").orElseThrow();
    private static final List<String> DEVICES =
            List.of("door-1", "cam-1", "cam-2", "shelf-1", "rtls", "anchor-1", "till-1", "app", "nobody");

    private static StorePacks packs() {
        try {
            return TestStores.write(Files.createTempDirectory("stores"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Message(long atMillis, String topic, String payload) {
        void sendTo(Gateway gateway) {
            gateway.accept(atMillis, topic, payload.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Property(tries = 300, seed = "20261122")
    void accept_anything_isTakenOrRefused(@ForAll("hostile") List<Message> messages) {
        Collected sent = new Collected();
        Gateway gateway = gateway(sent, Framing.DEFAULT_FRAME_BYTES);
        messages.forEach(message -> message.sendTo(gateway));
        gateway.close();
        assertThat(gateway.counts().messages() + sent.letters.size()).isEqualTo(messages.size());
        assertThat(sent.rows()).isEqualTo((int) gateway.counts().events());
    }

    @Property(tries = 300, seed = "20261122")
    void tallies_ofAnyTraffic_addUpToWhatWasTakenAndRefused(@ForAll("hostile") List<Message> messages) {
        Collected sent = new Collected();
        Gateway gateway = gateway(sent, Framing.DEFAULT_FRAME_BYTES);
        messages.forEach(message -> message.sendTo(gateway));
        gateway.close();
        Map<String, long[]> tallied = new TreeMap<>();
        for (Frame frame : sent.frames) {
            for (DeviceTally tally : frame.tallies()) {
                long[] sums =
                        tallied.computeIfAbsent(frame.header().store() + "/" + tally.device(), key -> new long[2]);
                sums[0] += tally.events();
                sums[1] += tally.rejected();
            }
        }
        Map<String, long[]> counted = new TreeMap<>();
        gateway.counts()
                .devices()
                .forEach((origin, counts) -> counted.put(origin.store() + "/" + origin.device(), new long[] {
                    counts.events(),
                    counts.refused().values().stream()
                            .mapToLong(Long::longValue)
                            .sum()
                }));
        assertThat(tallied.keySet()).isEqualTo(counted.keySet());
        tallied.forEach((device, sums) -> assertThat(sums).as(device).isEqualTo(counted.get(device)));
    }

    @Property(tries = 100, seed = "20261122")
    void frames_ofAnyTraffic_areSmallWithinOneDayAndInOrder(@ForAll("tracks") List<Message> messages) {
        Collected sent = new Collected();
        Gateway gateway = gateway(sent, 4096);
        messages.forEach(message -> message.sendTo(gateway));
        gateway.close();
        assertThat(sent.rows()).isEqualTo(messages.size());
        assertThat(sent.encoded).allMatch(frame -> frame.length <= 4096);
        long watermark = Long.MIN_VALUE;
        for (int seq = 0; seq < sent.frames.size(); seq++) {
            Frame frame = sent.frames.get(seq);
            assertThat(frame.header().seq()).isEqualTo(seq);
            assertThat(frame.header().watermarkMillis()).isGreaterThanOrEqualTo(watermark);
            watermark = frame.header().watermarkMillis();
            Columns tracks = frame.track();
            for (int row = 0; row < tracks.rows(); row++) {
                assertThat(SHOP.calendar().dayOf(tracks.timeMillis(row)))
                        .isEqualTo(SHOP.calendar().dayOf(tracks.timeMillis(0)));
            }
        }
    }

    private static Gateway gateway(Collected sent, int frameBytes) {
        return Gateway.ofRecording(PACKS, new Framing(16, 1_000, frameBytes, 1), StoreKeys.unprotected(), sent, sent);
    }

    @Provide
    Arbitrary<List<Message>> hostile() {
        Arbitrary<String> topics = Combinators.combine(
                        Arbitraries.of("shop", "tower", "none"), Arbitraries.of(Kind.class), Arbitraries.of(DEVICES))
                .as((store, kind, device) -> "footfall/v1/" + store + "/" + kind.topicName() + "/" + device);
        Arbitrary<String> values = Arbitraries.of(
                "null",
                "1",
                "-1",
                "\"1\"",
                "\"0\"",
                "\"zone-0\"",
                "\"till\"",
                "\"online\"",
                "NaN",
                "1e308",
                "[]",
                Long.toString(TestStores.NOON),
                Long.toString(TestStores.NOON + 3_600_000));
        Arbitrary<String> names = Arbitraries.of(
                "time", "id", "x", "y", "u", "v", "in", "out", "seconds", "zone", "entered", "left", "tag", "rssi",
                "floor", "till", "channel", "state");
        Arbitrary<String> payloads = Combinators.combine(names, values)
                .as((name, value) -> "\"" + name + "\":" + value)
                .list()
                .uniqueElements(field -> field.substring(0, field.indexOf(':')))
                .ofMaxSize(8)
                .map(fields -> "{" + String.join(",", fields) + "}");
        return Combinators.combine(times(), topics.injectDuplicates(0.1), payloads)
                .as(Message::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<List<Message>> tracks() {
        return Combinators.combine(
                        times(),
                        Arbitraries.integers().between(-4_000, 60_000),
                        Arbitraries.integers().between(1, 99))
                .as((at, ahead, id) -> new Message(
                        at,
                        "footfall/v1/shop/track/cam-1",
                        "{\"time\":" + (at + ahead) + ",\"id\":\"" + id + "\",\"x\":" + id + ",\"y\":1}"))
                .list()
                .ofMaxSize(400);
    }

    private static Arbitrary<Long> times() {
        return Arbitraries.longs().between(TestStores.NEXT_CUT - 5_000, TestStores.NEXT_CUT + 5_000);
    }
}
