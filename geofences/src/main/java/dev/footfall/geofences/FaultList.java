package dev.footfall.geofences;

import java.util.ArrayList;
import java.util.List;

/** Gathers the faults of one file, errors and warnings each as many as somebody may want to read. */
final class FaultList {

    private static final int MOST = 1_000;

    private final String file;
    private final List<Fault> faults = new ArrayList<>();
    private int errors;
    private int warnings;

    FaultList(String file) {
        this.file = file;
    }

    void error(String where, String message) {
        add(Severity.ERROR, where, message);
    }

    void warning(String where, String message) {
        add(Severity.WARNING, where, message);
    }

    private void add(Severity severity, String where, String message) {
        int before = severity == Severity.ERROR ? errors++ : warnings++;
        if (before < MOST) {
            faults.add(new Fault(severity, file, where, message));
        } else if (before == MOST) {
            faults.add(new Fault(severity, file, "", "There are more than these: correct them first."));
        }
    }

    boolean hasErrors() {
        return errors > 0;
    }

    List<Fault> all() {
        return List.copyOf(faults);
    }
}
