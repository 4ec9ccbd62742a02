package dev.footfall.geofences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The pack of one store as long as somebody works with it: {@code store.yaml} as it stood when the pack was first sound, layouts as their files stand.
 *
 * <p>Files are compared by name, size and time of modification, noted before they are read, so that one that is being written is read again. A
 * refused reading is repeated at every look.
 */
final class KeptPack {

    private record FileMark(String name, long size, FileTime modified) {}

    private final Path folder;
    private final LongSupplier nanoTime;
    private final long lookEveryNanos;
    private byte @Nullable [] storeFile;
    private List<FileMark> marks = List.of();
    private @Nullable PackReading reading;
    private volatile @Nullable StorePack sound;
    private volatile long lookedNanos;

    KeptPack(Path folder, LongSupplier nanoTime, long lookEveryNanos) {
        this.folder = folder;
        this.nanoTime = nanoTime;
        this.lookEveryNanos = lookEveryNanos;
    }

    /** What came of the last reading; reads when there was none. */
    synchronized PackReading reading() {
        PackReading last = reading;
        if (last == null) {
            marks = marks();
            last = take(read(Set.of()));
        }
        return last;
    }

    /** The last sound pack; reads when nothing was read. */
    Optional<StorePack> find() {
        StorePack pack = sound;
        return Optional.ofNullable(pack == null ? reading().pack() : pack);
    }

    /** The last sound pack, after a look at the files when it is time for one. */
    Optional<StorePack> refreshed(PackNews news) {
        StorePack pack = sound;
        if (pack != null && nanoTime.getAsLong() - lookedNanos < lookEveryNanos) {
            return Optional.of(pack);
        }
        return Optional.ofNullable(look(news));
    }

    private synchronized @Nullable StorePack look(PackNews news) {
        PackReading before = reading;
        if (before == null) {
            PackReading first = reading();
            if (first.pack() == null) {
                news.readAgain(store(), first);
                takeSoundVersions(first);
            }
            return sound;
        }
        if (nanoTime.getAsLong() - lookedNanos < lookEveryNanos) {
            return sound;
        }
        List<FileMark> now = marks();
        lookedNanos = nanoTime.getAsLong();
        if (before.pack() != null && now.equals(marks)) {
            return sound;
        }
        marks = now;
        List<Layout> layoutsBefore = layouts();
        PackReading after = take(read(Set.of()));
        boolean isNews = after.pack() == null
                ? !after.equals(before)
                : before.pack() == null || !layouts().equals(layoutsBefore);
        if (isNews) {
            news.readAgain(store(), after);
        }
        if (sound == null) {
            takeSoundVersions(after);
        }
        return sound;
    }

    /** A further version that went wrong while a job ran must not stop the store when the job starts again: goes on with the others. */
    private void takeSoundVersions(PackReading refused) {
        Set<String> faulty = refused.faults().stream()
                .filter(Fault::isError)
                .map(Fault::file)
                .collect(Collectors.toSet());
        if (!faulty.contains(PackReader.STORE_FILE)) {
            sound = read(faulty).pack();
        }
    }

    private String store() {
        return String.valueOf(folder.getFileName());
    }

    private List<Layout> layouts() {
        StorePack pack = sound;
        return pack == null ? List.of() : pack.layouts();
    }

    private PackReading take(PackReading read) {
        lookedNanos = nanoTime.getAsLong();
        StorePack pack = read.pack();
        PackReading taken = pack == null ? read : new PackReading(withKnownLayouts(pack), read.faults());
        if (taken.pack() != null) {
            sound = taken.pack();
        }
        reading = taken;
        return taken;
    }

    /** A version whose file did not change stays the object it was, with all that was built of it. */
    private StorePack withKnownLayouts(StorePack pack) {
        Map<String, Layout> known = layouts().stream().collect(Collectors.toMap(Layout::hash, Function.identity()));
        List<Layout> layouts = pack.layouts().stream()
                .map(layout -> known.getOrDefault(layout.hash(), layout))
                .toList();
        return new StorePack(pack.config(), layouts, pack.calendar(), pack.definitionsByLayout());
    }

    private PackReading read(Set<String> without) {
        byte[] file = storeFile == null ? storeFile() : storeFile;
        PackReading read = PackReader.read(folder, file, without);
        StorePack pack = read.pack();
        if (pack == null) {
            return read;
        }
        String store = store();
        if (pack.config().store().equals(store)) {
            storeFile = file;
            return read;
        }
        FaultList faults = new FaultList(PackReader.STORE_FILE);
        faults.error(
                "store",
                "The folder is named '" + store + "' but the store '"
                        + pack.config().store() + "': name both alike.");
        return new PackReading(
                null,
                Stream.concat(read.faults().stream(), faults.all().stream()).toList());
    }

    /** Null when it cannot be read: then reading the pack says why. */
    private byte @Nullable [] storeFile() {
        try {
            return Files.readAllBytes(folder.resolve(PackReader.STORE_FILE));
        } catch (IOException e) {
            return null;
        }
    }

    /** The layout files; none when they cannot be told, which differs from any that could be read. */
    private List<FileMark> marks() {
        List<FileMark> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (PackReader.isLayoutFile(name)) {
                    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                    found.add(new FileMark(name, now.size(), now.lastModifiedTime()));
                }
            }
            return found;
        } catch (IOException e) {
            return List.of();
        }
    }
}
