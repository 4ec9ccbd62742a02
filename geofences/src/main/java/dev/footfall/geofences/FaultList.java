package dev.footfall.geofences;

import java.util.ArrayList;
import java.util.List;

/** Gathers the faults of one file. */
final class FaultList {

    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    FaultList(String file) {
        this.file = file;
    }

    void error(String where, String message) {
        faults.add(new Fault(Severity.ERROR, file, where, message));
    }

    void warning(String where, String message) {
        faults.add(new Fault(Severity.WARNING, file, where, message));
    }

    boolean hasErrors() {
        return faults.stream().anyMatch(Fault::isError);
    }

    List<Fault> all() {
        return List.copyOf(faults);
    }
}
