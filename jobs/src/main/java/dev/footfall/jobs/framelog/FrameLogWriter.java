package dev.footfall.jobs.framelog;

import dev.footfall.events.Topics;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * Writes frames to a folder, one file per lane: {@code lane-NN.frames}, a sequence of length (4 bytes), CRC-32C (4 bytes) and frame.
 *
 * <p>Frames of one store keep their order. Not thread-safe.
 */
public final class FrameLogWriter implements Closeable {
    /** What the names of all files end with. */
    static final String SUFFIX = ".frames";

    private static final int BUFFER = 1 << 16;

    private final Path folder;
    private final int lanes;
    private final Map<Integer, DataOutputStream> files = new TreeMap<>();

    /** Writes to an existing folder, stores spread over {@code lanes} files. */
    public FrameLogWriter(Path folder, int lanes) {
        this.folder = folder;
        this.lanes = lanes;
    }

    /** Appends a frame or tick of a store. */
    public void append(String store, byte[] frame) throws IOException {
        int lane = Topics.lane(store, lanes);
        DataOutputStream file = files.get(lane);
        if (file == null) {
            OutputStream out = Files.newOutputStream(folder.resolve("lane-%02d".formatted(lane) + SUFFIX));
            file = new DataOutputStream(new BufferedOutputStream(out, BUFFER));
            files.put(lane, file);
        }
        CRC32C crc = new CRC32C();
        crc.update(frame);
        file.writeInt(frame.length);
        file.writeInt((int) crc.getValue());
        file.write(frame);
    }

    @Override
    public void close() throws IOException {
        for (DataOutputStream file : files.values()) {
            file.close();
        }
    }
}
