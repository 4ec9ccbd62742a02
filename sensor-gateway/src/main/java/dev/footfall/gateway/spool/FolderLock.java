package dev.footfall.gateway.spool;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file beside a folder, locked for as long as somebody uses the folder; it stays when the folder gets another name.
 *
 * <p>The lock of a file belongs to a process, and ends when the process closes the file anywhere. So a second user in this
 * process must be turned away before it opens the file.
 */
final class FolderLock implements Closeable {
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path file;
    private final FileChannel channel;

    private FolderLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    static FolderLock take(Path folder) throws IOException {
        Path file = Disk.folderOf(folder).toRealPath().resolve(folder.getFileName() + ".lock");
        if (!HELD_HERE.add(file)) {
            throw inUse(folder);
        }
        try {
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (channel.tryLock() == null) {
                channel.close();
                throw inUse(folder);
            }
            return new FolderLock(file, channel);
        } catch (IOException e) {
            HELD_HERE.remove(file);
            throw e;
        }
    }

    private static IOException inUse(Path folder) {
        return new IOException("another gateway uses " + folder + ": stop it, or give this one a folder of its own");
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.close();
            HELD_HERE.remove(file);
        }
    }
}
