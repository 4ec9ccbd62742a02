package dev.footfall.local;

import dev.footfall.jobs.StorePackFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with what a command was given, to be said at once. */
final class Faults {
    private final List<String> faults = new ArrayList<>();

    void add(String fault) {
        faults.add(fault);
    }

    /** Adds what is wrong with a folder of store packs, and each pack in it. */
    void addThoseOf(Path stores) throws IOException {
        faults.addAll(StorePackFolder.faults(stores));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    UnusableInputException exception() {
        return new UnusableInputException(
                faults.size() == 1 ? faults.get(0) : faults.size() + " faults:\n  " + String.join("\n  ", faults));
    }
}
