package dev.footfall.events;

/** The topic that a device publishes on, taken apart. */
public record DeviceTopic(String store, Kind kind, String device) {
    public DeviceTopic {
        Identifiers.check("store", store);
        Identifiers.check("device", device);
    }

    /** The topic as one string. */
    public String path() {
        return Topics.ROOT + '/' + store + '/' + kind.topicName() + '/' + device;
    }
}
