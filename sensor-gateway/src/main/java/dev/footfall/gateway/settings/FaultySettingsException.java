package dev.footfall.gateway.settings;

import java.util.List;

/** Settings that cannot be used: everything that is wrong with them. */
public final class FaultySettingsException extends Exception {
    private static final long serialVersionUID = 1L;

    private final List<String> faults;

    FaultySettingsException(List<String> faults) {
        super(faults.size() == 1 ? faults.get(0) : faults.size() + " faults:\n  " + String.join("\n  ", faults));
        this.faults = List.copyOf(faults);
    }

    /** One line each, with the option it concerns. */
    public List<String> faults() {
        return faults;
    }
}
