package dev.footfall.gateway.spool;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One file of a spool, and where the frames are in it. */
final class Segment {
    private static final Pattern NAME = Pattern.compile("(\\d{20})\\.journal");

    private final Path file;
    private final long first;
    private int[] places = new int[16];
    private int[] lengths = new int[16];
    private int frames;
    private boolean ownsEvents;

    Segment(Path folder, long first) {
        this.file = folder.resolve(String.format(Locale.ROOT, "%020d.journal", first));
        this.first = first;
    }

    /** The number in the name of a segment; empty for another file. */
    static Optional<Long> findFirst(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        try {
            return name.matches() ? Optional.of(Long.parseLong(name.group(1))) : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    Path file() {
        return file;
    }

    /** The number of its first frame, if it has any. */
    long first() {
        return first;
    }

    /** The number after its last frame. */
    long next() {
        return first + frames;
    }

    /** Adds its next frame: the place of its record in the file, and its length without number. */
    void addFrame(int place, int length) {
        if (frames == places.length) {
            places = Arrays.copyOf(places, 2 * frames);
            lengths = Arrays.copyOf(lengths, 2 * frames);
        }
        places[frames] = place;
        lengths[frames] = length;
        frames++;
        ownsEvents = false;
    }

    /** Says that rows follow the last frame, which the next one will hold. */
    void addEvents() {
        ownsEvents = true;
    }

    int place(long seq) {
        return places[(int) (seq - first)];
    }

    int length(long seq) {
        return lengths[(int) (seq - first)];
    }

    /** Whether nothing in it is needed when the frames below {@code needed} are not. */
    boolean isNeededFrom(long needed) {
        return next() > needed || (ownsEvents && next() == needed);
    }
}
