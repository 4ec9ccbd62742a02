package dev.footfall.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What sort of thing a device reports; the declaration order is the order of kinds in the total order of events. */
public enum Kind {
    DOOR("door"),
    TRACK("track"),
    SHELF("shelf"),
    BEACON("beacon"),
    POSITION("position"),
    RECEIPT("receipt"),
    TOUCHPOINT("touchpoint"),
    STATUS("status");

    private static final Map<String, Kind> BY_TOPIC_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Kind::topicName, Function.identity()));

    private final String topicName;

    Kind(String topicName) {
        this.topicName = topicName;
    }

    /** The word for this kind in topics, in store packs and as the key of its column group in a frame. */
    public String topicName() {
        return topicName;
    }

    /** The kind of that topic name. */
    public static Optional<Kind> find(String topicName) {
        return Optional.ofNullable(BY_TOPIC_NAME.get(topicName));
    }
}
