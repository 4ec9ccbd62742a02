package dev.footfall.geofences;

import java.util.Arrays;
import java.util.Optional;

/** An event that may stand for a stay as a step of a funnel. */
public enum StepEvent {
    DOOR_IN("door:in"),
    RECEIPT("receipt"),
    TOUCHPOINT("touchpoint");

    private final String word;

    StepEvent(String word) {
        this.word = word;
    }

    /** As it is written in {@code store.yaml}. */
    public String word() {
        return word;
    }

    static Optional<StepEvent> find(String word) {
        return Arrays.stream(values()).filter(event -> event.word.equals(word)).findFirst();
    }
}
