package dev.footfall.gateway.spool;

import dev.footfall.gateway.framing.FrameNumbers;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The journal of one store on disk: the rows that were taken, and the frames cut from them.
 *
 * <pre>{@code
 * spool.appendEvents(rows);   // of the messages at hand
 * spool.commit();             // one fsync for all of them: now they may be acknowledged
 * spool.appendFrame(frame);   // all rows since the last frame
 * spool.commit();             // now it may be sent
 * spool.trim(mark);           // whoever got it has it safely
 * }</pre>
 *
 * <p>What was committed survives kill -9 and the loss of power. An {@link IOException}, such as of a full disk, breaks this
 * object: every later call throws, and opening the folder again finds what had been committed. Belongs to one thread, which
 * must not be interrupted: an interrupt closes its file, which breaks it likewise. A little longer than other files: the rules of one journal stand in one place.
 */
public final class StoreSpool implements FrameNumbers, Closeable {
    /** More than what heads and a new segment add to the bytes of a row group and its frame. */
    private static final int OVERHEAD_BYTES = 256;

    private final Path folder;
    private final SpoolSettings settings;
    private final @Nullable FolderLock lock;
    private final String epoch;
    private final TreeMap<Long, Segment> segments = new TreeMap<>();
    private final List<byte[]> pending;
    private final SpoolRecovery recovery;
    private final SegmentReader reader = new SegmentReader();
    private SegmentWriter writer;
    private long fullBytes;
    private long unframedBytes;
    private long committed;
    private @Nullable IOException broken;

    private StoreSpool(
            Path folder,
            SpoolSettings settings,
            @Nullable FolderLock lock,
            String epoch,
            SpoolFolder found,
            SpoolRecovery recovery)
            throws IOException {
        this.folder = folder;
        this.settings = settings;
        this.lock = lock;
        this.epoch = epoch;
        this.recovery = recovery;
        this.pending = List.copyOf(found.pending());
        found.segments().forEach(each -> segments.put(each.first(), each));
        this.committed = last().next();
        this.unframedBytes = pending.stream().mapToLong(each -> each.length).sum();
        this.fullBytes = found.bytes() - found.goodBytes();
        this.writer = SegmentWriter.open(last().file(), found.goodBytes());
    }

    /**
     * Opens the spool of a folder and recovers what it holds, or creates one; reads all of it.
     *
     * <p>A torn end is cut off. Where more is damaged, the folder gets another name and what could be read in it begins a
     * new spool under a new epoch. {@link #recovery} tells.
     *
     * @throws IOException also when another process, or this one, has it open
     */
    public static StoreSpool open(Path folder, SpoolSettings settings) throws IOException {
        Path absolute = folder.toAbsolutePath().normalize();
        Disk.createFolders(Disk.folderOf(absolute));
        FolderLock lock = FolderLock.take(absolute);
        try {
            Salvage.finish(absolute);
            return open(absolute, settings, lock);
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** A new spool in a folder that is not there yet, unlocked; for {@link Salvage}. */
    static StoreSpool create(Path folder, SpoolSettings settings) throws IOException {
        return open(folder, settings, null);
    }

    private static StoreSpool open(Path folder, SpoolSettings settings, @Nullable FolderLock lock) throws IOException {
        Disk.createFolders(folder);
        Disk.deleteUnfinished(folder);
        SpoolFolder found;
        SpoolRecovery recovery;
        try {
            found = SpoolFolder.read(folder);
            recovery = found.recovery();
        } catch (DamagedSpoolException e) {
            recovery = Salvage.of(folder, settings, e);
            found = SpoolFolder.read(folder);
        }
        if (found.epoch() == null) {
            begin(folder, newEpoch(), 0);
            found = SpoolFolder.read(folder);
        }
        String epoch = found.epoch();
        if (epoch == null) {
            throw new IOException(folder + ": the segment that was just made is gone");
        }
        return new StoreSpool(folder, settings, lock, epoch, found, recovery);
    }

    private static Segment begin(Path folder, String epoch, long next) throws IOException {
        Segment segment = new Segment(folder, next);
        Disk.create(segment.file(), new SegmentHeader(epoch, next).written());
        return segment;
    }

    private static String newEpoch() {
        return Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)
                + '-'
                + Integer.toString(new SecureRandom().nextInt(Integer.MAX_VALUE), Character.MAX_RADIX);
    }

    /** The name of this spool, made when it was created. */
    @Override
    public String epoch() {
        return epoch;
    }

    /** The number of the next frame to be appended. */
    @Override
    public long next() {
        return last().next();
    }

    @Override
    public long oldest() {
        return segments.firstKey();
    }

    /** What {@link #open} found that had been taken and is in no frame: as it was appended, in that order. */
    public List<byte[]> pending() {
        return pending;
    }

    /** What {@link #open} found and did. */
    public SpoolRecovery recovery() {
        return recovery;
    }

    /** Whether so many bytes of rows can be taken, and all that is in no frame yet can still be framed. */
    public boolean hasRoom(int bytes) {
        return bytes() + unframedBytes + 2L * bytes + OVERHEAD_BYTES <= settings.maxBytes();
    }

    /** Whether the disk would take so many bytes more, found by writing them beside the spool; not to be asked often. */
    public boolean canWrite(int bytes) {
        try {
            Disk.probe(folder, bytes);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The size of the folder, with what is to be committed. */
    public long bytes() {
        return fullBytes + writer.size();
    }

    /** Adds rows that were taken since the last commit, as an encoded frame of any number; they are safe after {@link #commit}. */
    public void appendEvents(byte[] rows) throws IOException {
        beginGroup(rows.length);
        writer.append(JournalRecord.EVENTS, ByteBuffer.wrap(rows));
        last().addEvents();
        unframedBytes += rows.length;
    }

    /**
     * Adds the frame numbered {@link #next}, which must hold all rows since the last frame: appended, {@link #pending}, and
     * any that were not appended on their own. It may be sent after {@link #commit}. There is always room for it.
     */
    public void appendFrame(byte[] frame) throws IOException {
        beginGroup(Long.BYTES + frame.length);
        ByteBuffer payload = ByteBuffer.allocate(Long.BYTES + frame.length)
                .putLong(next())
                .put(frame)
                .flip();
        int place = writer.append(JournalRecord.FRAME, payload);
        last().addFrame(place, frame.length);
        unframedBytes = 0;
    }

    /** Makes everything appended so far durable, by one call to the disk; does nothing when there is nothing. */
    public void commit() throws IOException {
        ensureWhole();
        if (writer.hasGroup()) {
            try {
                writer.commit();
            } catch (IOException e) {
                throw broken(e);
            }
        }
        committed = next();
    }

    /** The bytes of a frame that was committed and not trimmed, checked. */
    public byte[] frame(long seq) throws IOException {
        Segment segment = segmentOf(seq);
        ensureWhole();
        try {
            return reader.read(segment, seq);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** The length of a frame that was committed and not trimmed. */
    public int frameBytes(long seq) {
        return segmentOf(seq).length(seq);
    }

    /** Says that the frames below {@code needed} are not needed any more; deletes the segments that hold nothing else. */
    public void trim(long needed) throws IOException {
        ensureWhole();
        try {
            while (segments.size() > 1 && !segments.firstEntry().getValue().isNeededFrom(Math.min(needed, committed))) {
                Segment first = segments.firstEntry().getValue();
                long bytes = Files.size(first.file());
                reader.forget(first);
                Files.delete(first.file());
                Disk.force(folder);
                segments.remove(first.first());
                fullBytes -= bytes;
            }
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /** Gives the folder free. What was not committed is dropped. */
    @Override
    public void close() throws IOException {
        if (broken == null) {
            broken = new IOException("it was closed");
        }
        try {
            reader.close();
            writer.close();
        } finally {
            if (lock != null) {
                lock.close();
            }
        }
    }

    private Segment last() {
        return segments.lastEntry().getValue();
    }

    /** A segment is left between groups only, and with a frame in it: the next one needs another name. */
    private void beginGroup(int payloadBytes) throws IOException {
        if (payloadBytes > JournalRecord.MAX_PAYLOAD_BYTES) {
            throw new IllegalArgumentException(
                    "a record of " + payloadBytes + " bytes, at most " + JournalRecord.MAX_PAYLOAD_BYTES + " are kept");
        }
        ensureWhole();
        if (!writer.hasGroup() && writer.size() >= settings.segmentBytes() && next() > last().first()) {
            try {
                Segment segment = begin(folder, epoch, next());
                fullBytes += writer.size();
                writer.close();
                writer = SegmentWriter.open(segment.file(), new SegmentHeader(epoch, next()).bytes());
                segments.put(segment.first(), segment);
            } catch (IOException e) {
                throw broken(e);
            }
        }
    }

    private Segment segmentOf(long seq) {
        Map.Entry<Long, Segment> entry = segments.floorEntry(seq);
        if (entry == null || seq >= committed) {
            throw new IllegalArgumentException(
                    "frame " + seq + " is not kept: only those from " + oldest() + " below " + committed + " are");
        }
        return entry.getValue();
    }

    private void ensureWhole() throws IOException {
        if (broken != null) {
            throw new IOException("the spool " + folder + " must be opened again: " + broken.getMessage(), broken);
        }
    }

    private IOException broken(IOException cause) {
        broken = cause;
        return new IOException("the spool " + folder + " must be opened again: " + cause, cause);
    }
}
