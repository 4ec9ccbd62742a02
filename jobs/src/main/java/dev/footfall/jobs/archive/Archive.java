package dev.footfall.jobs.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * An archive, to be read: all records of complete files, whoever writes to it meanwhile.
 *
 * @param folder of the archive
 */
public record Archive(Path folder) {
    private static final String LANE = "lane-";

    /** Takes one record. */
    @FunctionalInterface
    public interface Reader {
        /** Called once for each record; what it throws ends the reading. */
        void take(ArchiveRecord record) throws IOException;
    }

    /** Takes one record and where it is. */
    @FunctionalInterface
    interface PlacedReader {
        void take(Path file, long position, ArchiveRecord record) throws IOException;
    }

    /** The complete files, by their paths. */
    public List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path lane : children(folder)) {
            if (lane.getFileName().toString().startsWith(LANE)) {
                for (Path hour : children(lane)) {
                    children(hour).stream().filter(Archive::isComplete).forEach(files::add);
                }
            }
        }
        return files;
    }

    private static boolean isComplete(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith(".") && name.endsWith(ArchiveSink.SUFFIX);
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> found = Files.list(folder)) {
            return found.sorted(Comparator.comparing(Path::toString)).toList();
        }
    }

    /**
     * Reads every record, file after file. Records of a store come in no order that means anything: {@link ArchiveRecord#number} does.
     *
     * @throws IOException when a file is damaged; says which, and at which byte
     */
    public void read(Reader reader) throws IOException {
        readPlaced((file, position, record) -> reader.take(record));
    }

    void readPlaced(PlacedReader reader) throws IOException {
        for (Path path : files()) {
            try (ArchiveFile file = new ArchiveFile(path)) {
                long position = file.position();
                for (ArchiveRecord record = file.next(); record != null; record = file.next()) {
                    reader.take(path, position, record);
                    position = file.position();
                }
            }
        }
    }

    /** All records: for small archives. */
    public List<ArchiveRecord> records() throws IOException {
        List<ArchiveRecord> records = new ArrayList<>();
        read(records::add);
        return records;
    }
}
