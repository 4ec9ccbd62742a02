package dev.footfall.jobs.framelog;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.Tick;
import dev.footfall.events.Topics;
import dev.footfall.jobs.StoreFrame;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.connector.file.src.reader.StreamFormat;
import org.apache.flink.core.fs.local.LocalDataInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Frames on disk: what was written is read, in order, a file a lane; damage is reported with the place of the frame, never read as something else. */
class FrameLogTest {
    private static final int LANES = 16;

    private final Path folder;

    FrameLogTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static byte[] frame(String store, int second) {
        return FrameCodec.encode(new Tick(store, store, "e1", second, 0, at("10:00:00") + second * 1_000L));
    }

    private static List<StoreFrame> read(Path file) throws IOException {
        List<StoreFrame> frames = new ArrayList<>();
        try (StreamFormat.Reader<StoreFrame> reader =
                new FrameLogFormat().createReader(new Configuration(), new LocalDataInputStream(file.toFile()))) {
            for (StoreFrame frame = reader.read(); frame != null; frame = reader.read()) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private Path laneOf(String store) {
        return folder.resolve("lane-%02d.frames".formatted(Topics.lane(store, LANES)));
    }

    private byte[] threeFrames() throws IOException {
        try (FrameLogWriter writer = new FrameLogWriter(folder, LANES)) {
            for (int second = 0; second < 3; second++) {
                writer.append("shop", frame("shop", second));
            }
        }
        return Files.readAllBytes(laneOf("shop"));
    }

    @Test
    void framesWritten_areReadInOrder() throws IOException {
        List<String> stores = List.of("berlin", "delhi", "lima", "oslo", "perth");
        try (FrameLogWriter writer = new FrameLogWriter(folder, LANES)) {
            for (int second = 0; second < 20; second++) {
                for (String store : stores) {
                    writer.append(store, frame(store, second));
                }
            }
        }

        for (String store : stores) {
            List<StoreFrame> frames = read(laneOf(store)).stream()
                    .filter(frame -> frame.store().equals(store))
                    .toList();
            assertThat(frames).hasSize(20);
            for (int second = 0; second < 20; second++) {
                assertThat(frames.get(second).bytes()).isEqualTo(frame(store, second));
            }
        }
    }

    @Test
    void emptyFile_holdsNoFrame() throws IOException {
        Path file = Files.createFile(folder.resolve("lane-00.frames"));

        assertThat(read(file)).isEmpty();
    }

    @Test
    void byteChangedAnywhere_isReported() throws IOException {
        byte[] sound = threeFrames();
        Path file = folder.resolve("damaged");
        for (int at = 0; at < sound.length; at++) {
            for (int bit : new int[] {0x01, 0x80, 0xff}) {
                byte[] damaged = sound.clone();
                damaged[at] ^= (byte) bit;
                Files.write(file, damaged);

                int frameStart = at / (sound.length / 3) * (sound.length / 3);
                assertThatThrownBy(() -> read(file))
                        .as("byte %d of %d, bits %x", at, sound.length, bit)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("frame log damaged at byte " + frameStart);
            }
        }
    }

    @Test
    void fileCutOffAnywhere_isReported_exceptBetweenFrames() throws IOException {
        byte[] sound = threeFrames();
        Path file = folder.resolve("damaged");
        for (int length = 1; length < sound.length; length++) {
            Files.write(file, Arrays.copyOf(sound, length));
            if (length % (sound.length / 3) == 0) {
                assertThat(read(file)).hasSize(length / (sound.length / 3));
            } else {
                assertThatThrownBy(() -> read(file))
                        .as("cut off at %d of %d", length, sound.length)
                        .isInstanceOf(IOException.class)
                        .hasMessageContaining("frame log damaged at byte ");
            }
        }
    }

    @Test
    void soundBytesThatAreNoFrame_areReported() throws IOException {
        byte[] text = "not a frame".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        CRC32C crc = new CRC32C();
        crc.update(text);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(text.length);
        out.writeInt((int) crc.getValue());
        out.write(text);
        Path file = Files.write(folder.resolve("damaged"), bytes.toByteArray());

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(IOException.class)
                .hasMessage("frame log holds an unreadable frame at byte 0");
    }
}
