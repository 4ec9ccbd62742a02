package dev.footfall.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file {@code .lock} in a folder of checkpoints, locked for as long as a job runs on the folder; the file stays.
 *
 * <p>The lock belongs to the process, and ends when the process closes the file anywhere. So a second job in this process must be turned away
 * before it opens the file.
 */
final class CheckpointsLock implements AutoCloseable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private CheckpointsLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Locks a folder, which is made if absent.
     *
     * @throws IOException when a job runs on it, or it cannot be written; the message says so in words
     */
    static CheckpointsLock take(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).toRealPath().resolve(".lock");
        if (!HELD_HERE.add(file)) {
            throw inUse();
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse();
            }
            return new CheckpointsLock(file, channel);
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    private static IOException inUse() {
        return new IOException("another job is running on it: stop that one, or name another folder");
    }

    @Override
    public void close() throws IOException {
        channel.close();
        HELD_HERE.remove(file);
    }
}
