package dev.footfall.simulator;

import dev.footfall.simulator.sensors.JsonBytes;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** Writes messages as a gzipped recording, compressing in a thread of its own. The same messages give the same bytes. */
public final class RecordingWriter implements Consumer<Message>, AutoCloseable {
    private static final int BLOCK_BYTES = 1 << 18;
    private static final int BLOCKS_AHEAD = 16;
    private static final int LEVEL = 4;
    private static final byte[] END = {};

    private final BlockingQueue<byte[]> blocks = new ArrayBlockingQueue<>(BLOCKS_AHEAD);
    private final JsonBytes block = new JsonBytes();
    private final MessageDigest sha256;
    private final Thread compressing;
    private volatile @Nullable IOException failure;
    private long messages;
    private boolean closed;

    /** Begins a file. */
    public RecordingWriter(Path file) throws IOException {
        this.sha256 = sha256();
        OutputStream out =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BLOCK_BYTES), sha256);
        this.compressing = new Thread(() -> compress(out), "recording");
        compressing.setDaemon(true);
        compressing.start();
    }

    @Override
    public void accept(Message message) {
        block.raw("{\"at\":").whole(message.atMillis());
        block.raw(",\"topic\":\"").raw(message.topic()).raw("\",\"payload\":");
        block.raw(message.payload()).raw("}\n");
        messages++;
        if (block.length() >= BLOCK_BYTES) {
            hand(block.toBytes());
            block.clear();
        }
    }

    long messages() {
        return messages;
    }

    /** Ends the file; answers its digest in hex digits. */
    String finish() throws IOException {
        close();
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        hand(block.toBytes());
        hand(END);
        try {
            compressing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the recording was written", e);
        }
        if (failure != null) {
            throw failure;
        }
    }

    private void hand(byte[] bytes) {
        if (bytes.length == 0 && bytes != END) {
            return;
        }
        try {
            blocks.put(bytes);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the recording was written", e);
        }
    }

    /** After a failure goes on taking blocks, so that nobody waits; the failure is told when the file is closed. */
    private void compress(OutputStream out) {
        try (OutputStream file = out;
                GZIPOutputStream zipped = new Gzip(file)) {
            for (byte[] bytes = blocks.take(); bytes != END; bytes = blocks.take()) {
                zipped.write(bytes);
            }
        } catch (IOException e) {
            failure = e;
            drain();
        } catch (InterruptedException e) {
            failure = new IOException("interrupted while the recording was written", e);
        }
    }

    private void drain() {
        try {
            for (byte[] bytes = blocks.take(); bytes != END; bytes = blocks.take()) {
                block.clear();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Quicker than the usual level; its header has no time in it. */
    private static final class Gzip extends GZIPOutputStream {
        private Gzip(OutputStream out) throws IOException {
            super(out, BLOCK_BYTES);
            def.setLevel(LEVEL);
        }
    }
}
