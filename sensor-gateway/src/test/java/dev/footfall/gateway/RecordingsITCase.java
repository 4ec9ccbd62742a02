package dev.footfall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.Kind;
import dev.footfall.events.Tick;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.recordings.Recording;
import dev.footfall.geofences.StorePacks;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every message of the public recordings is taken, and every event arrives in a frame. */
class RecordingsITCase {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TestFactory
    Stream<DynamicTest> gateway_aPublicRecording_takesEverything() throws IOException {
        Path data = SharedData.find().orElse(null);
        if (data == null) {
            return Stream.of(DynamicTest.dynamicTest("absent", () -> {}));
        }
        try (Stream<Path> files = Files.list(data.resolve("recordings"))) {
            return files.sorted().toList().stream()
                    .map(file -> DynamicTest.dynamicTest(
                            file.getFileName().toString(), () -> assertTaken(data.resolve("stores"), file)));
        }
    }

    private static void assertTaken(Path stores, Path file) throws IOException {
        Collected sent = new Collected();
        Gateway gateway =
                Gateway.ofRecording(StorePacks.open(stores), Framing.ofLive(), StoreKeys.unprotected(), sent, sent);
        try (Recording recording = Recording.open(file)) {
            while (recording.readLine(gateway)) {
                assertThat(recording.bytesRead()).isLessThanOrEqualTo(recording.bytes());
            }
            assertThat(recording.bytesRead()).isEqualTo(recording.bytes());
        }
        gateway.close();

        assertThat(sent.letters).isEmpty();
        Expected expected = Expected.of(file);
        assertThat(gateway.counts().messages()).isEqualTo(expected.messages);
        Map<String, Integer> rows = new TreeMap<>();
        for (Kind kind : Kind.values()) {
            int count = sent.frames.stream()
                    .mapToInt(frame -> frame.columns().stream()
                            .filter(columns -> columns.kind() == kind)
                            .mapToInt(columns -> columns.rows())
                            .sum())
                    .sum();
            if (count > 0) {
                rows.put(kind.topicName(), count);
            }
        }
        assertThat(rows).isEqualTo(expected.events);
        assertWellNumbered(sent);
    }

    private static void assertWellNumbered(Collected sent) {
        assertThat(sent.encoded).allMatch(frame -> frame.length <= Framing.DEFAULT_FRAME_BYTES);
        long next = 0;
        long watermark = Long.MIN_VALUE;
        for (var head : sent.heads) {
            assertThat(head.watermarkMillis()).isGreaterThanOrEqualTo(watermark);
            watermark = head.watermarkMillis();
            assertThat(head instanceof FrameHeader frame ? frame.seq() : ((Tick) head).next())
                    .isEqualTo(next);
            next++;
        }
        assertThat(watermark).isEqualTo(Long.MAX_VALUE);
    }

    /** An independent count. */
    private record Expected(long messages, Map<String, Integer> events) {
        static Expected of(Path file) throws IOException {
            long messages = 0;
            Map<String, Integer> events = new TreeMap<>();
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    JsonNode node = MAPPER.readTree(line);
                    messages++;
                    int size =
                            node.get("payload").isArray() ? node.get("payload").size() : 1;
                    events.merge(node.get("topic").asText().split("/")[3], size, Integer::sum);
                }
            }
            return new Expected(messages, events);
        }
    }
}
