package dev.footfall.events;

/** The parts of the topic on which a group of jobs answers the gateway of a store. */
public record AcksTopic(String group, String store, String gateway) {
    public AcksTopic {
        Identifiers.check("group", group);
        Identifiers.check("store", store);
        Identifiers.check("gateway", gateway);
    }
}
