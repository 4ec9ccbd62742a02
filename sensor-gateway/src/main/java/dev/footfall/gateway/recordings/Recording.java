package dev.footfall.gateway.recordings;

import dev.footfall.events.Reason;
import dev.footfall.gateway.DeadLetter;
import dev.footfall.gateway.Messages;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * A file of recorded traffic, read line by line; gzip is recognised by its first bytes.
 *
 * <pre>{@code
 * try (Recording recording = Recording.open(file)) {
 *     while (recording.readLine(gateway)) {
 *         progress.show(recording.bytesRead(), recording.bytes());
 *     }
 * }
 * }</pre>
 *
 * <p>No line ends the reading: one that is no message becomes a dead letter, with its topic if that could be seen and its
 * payload as found. A gzip file that breaks off gives what could be read, then one dead letter. Only a file that gives
 * nothing at all, or a disk that fails, is an {@link IOException}.
 */
public final class Recording implements Closeable {
    /** The longest line that is read; a longer one is passed over. */
    public static final int MAX_LINE_BYTES = 16 << 20;

    private static final int GZIP_MAGIC = 0x1f8b;

    private final Path file;
    private final long bytes;
    /** U+FEFF in UTF-8, which some editors put before the first line. */
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final Counting counting;
    private final InputStream in;
    private final boolean gzip;
    private final Lines lines;
    private boolean anyLine;
    private boolean anyTopic;
    private boolean anyMessage;
    private boolean ended;
    private long latestAtMillis;

    private Recording(Path file, int maxLineBytes) throws IOException {
        this.file = file;
        this.bytes = Files.size(file);
        this.counting = new Counting(Files.newInputStream(file));
        try {
            BufferedInputStream buffered = new BufferedInputStream(counting, 64 * 1024);
            this.gzip = startsAsGzip(buffered);
            this.in = gzip ? new GZIPInputStream(buffered, 64 * 1024) : buffered;
        } catch (IOException e) {
            counting.close();
            throw new IOException(file + " cannot be read: " + why(e), e);
        }
        this.lines = new Lines(in, maxLineBytes);
    }

    /** Opens a recording; throws when there is no such file, or its gzip header is broken. */
    public static Recording open(Path file) throws IOException {
        return new Recording(file, MAX_LINE_BYTES);
    }

    /** For tests: the same with another limit. */
    static Recording open(Path file, int maxLineBytes) throws IOException {
        return new Recording(file, maxLineBytes);
    }

    /** Hands on what the next line says; false when there is none. Blank lines are passed over. */
    public boolean readLine(Messages messages) throws IOException {
        while (!ended) {
            try {
                ended = !lines.next();
            } catch (EOFException | ZipException e) {
                breakOff(messages, e);
                return true;
            }
            if (!ended && !isBlank()) {
                boolean isFirst = !anyLine;
                anyLine = true;
                hand(messages, isFirst);
                return true;
            }
        }
        if (anyLine && !anyTopic) {
            throw new IOException(file + " is no recording: not one of its lines has a topic");
        }
        if (!anyLine && !gzip && file.getFileName().toString().endsWith(".gz")) {
            throw new IOException(file + " is named .gz and is empty");
        }
        return false;
    }

    /** The size of the file. */
    public long bytes() {
        return bytes;
    }

    /** How much of the file has been read, ahead of the lines by what is buffered. */
    public long bytesRead() {
        return counting.count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean startsWithByteOrderMark() {
        int end = lines.start() + Math.min(lines.length(), BYTE_ORDER_MARK.length);
        return Arrays.equals(lines.buffer(), lines.start(), end, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
    }

    private void hand(Messages messages, boolean isFirst) {
        if (lines.cutOff() > 0) {
            long size = lines.length() + lines.cutOff();
            byte[] beginning = lines.copy(0, Math.min(lines.length(), DeadLetter.MAX_LARGE_PAYLOAD_BYTES));
            messages.refuse(new DeadLetter(
                    latestAtMillis,
                    null,
                    beginning,
                    Reason.TOO_LARGE,
                    "a line of " + size + " bytes, at most " + MAX_LINE_BYTES + " are read"));
            return;
        }
        int mark = isFirst && startsWithByteOrderMark() ? BYTE_ORDER_MARK.length : 0;
        RecordedLine line = new RecordedLine(lines.buffer(), lines.start() + mark, lines.length() - mark);
        latestAtMillis = line.atMillisOr(latestAtMillis);
        Reason fault = line.fault();
        String topic = line.topic();
        anyTopic |= topic != null;
        if (fault != null || topic == null) {
            Reason reason = fault == null ? Reason.MALFORMED_LINE : fault;
            messages.refuse(new DeadLetter(latestAtMillis, topic, line.payload(), reason, line.detail()));
        } else {
            anyMessage = true;
            messages.accept(latestAtMillis, topic, line.payload());
        }
    }

    private void breakOff(Messages messages, IOException cause) throws IOException {
        ended = true;
        if (!anyMessage) {
            throw new IOException(file + " has no line that could be read: " + why(cause), cause);
        }
        messages.refuse(new DeadLetter(
                latestAtMillis,
                null,
                lines.pending(),
                Reason.TRUNCATED_INPUT,
                file.getFileName() + " breaks off: " + why(cause)));
    }

    private static String why(IOException e) {
        return e.getMessage() == null ? "it ends too early" : e.getMessage();
    }

    private boolean isBlank() {
        for (int i = 0; i < lines.length(); i++) {
            byte each = lines.buffer()[lines.start() + i];
            if (each != ' ' && each != '\t' && each != '\r') {
                return false;
            }
        }
        return true;
    }

    private static boolean startsAsGzip(BufferedInputStream in) throws IOException {
        in.mark(2);
        int magic = in.read() << 8 | in.read();
        in.reset();
        return magic == GZIP_MAGIC;
    }

    /** Counts what is read from the file itself. */
    private static final class Counting extends FilterInputStream {
        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count += read < 0 ? 0 : 1;
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        }
    }
}
