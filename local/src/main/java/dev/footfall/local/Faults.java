package dev.footfall.local;

import dev.footfall.geofences.Fault;
import dev.footfall.geofences.StorePacks;
import java.io.IOException;
import java.nio.file.Files;
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
        if (!Files.isDirectory(stores)) {
            add("--stores " + stores + ": there is no such folder");
            return;
        }
        StorePacks packs = StorePacks.open(stores);
        if (packs.stores().isEmpty()) {
            add("--stores " + stores + ": no store pack in it; a store pack is a folder with a store.yaml");
        }
        packs.faults().stream()
                .filter(Fault::isError)
                .forEach(fault -> add(stores.resolve(fault.file()) + ": "
                        + (fault.where().isEmpty() ? "" : fault.where() + ": ") + fault.message()));
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    UnusableInputException exception() {
        return new UnusableInputException(
                faults.size() == 1 ? faults.get(0) : faults.size() + " faults:\n  " + String.join("\n  ", faults));
    }
}
