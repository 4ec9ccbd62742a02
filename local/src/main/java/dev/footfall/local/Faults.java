package dev.footfall.local;

import java.util.ArrayList;
import java.util.List;

/** Everything that is wrong with what a command was given, to be said at once. */
final class Faults {
    private final List<String> faults = new ArrayList<>();

    void add(String fault) {
        faults.add(fault);
    }

    boolean isEmpty() {
        return faults.isEmpty();
    }

    UnusableInputException exception() {
        return new UnusableInputException(
                faults.size() == 1 ? faults.get(0) : faults.size() + " faults:\n  " + String.join("\n  ", faults));
    }
}
