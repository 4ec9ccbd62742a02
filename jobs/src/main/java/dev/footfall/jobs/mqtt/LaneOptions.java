package dev.footfall.jobs.mqtt;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a command that reads lanes, to be mixed into others with picocli's {@code @Mixin}. */
public final class LaneOptions {
    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = {
                "Name of this job for the gateways, which keep a frame until every group in their",
                "configuration has it safe. Default: ${DEFAULT-VALUE}."
            })
    private String group = LaneSettings.DEFAULT_GROUP;

    @Option(
            names = "--lanes",
            paramLabel = "N",
            description = "Number of lanes: that of the gateways, for ever. Default: ${DEFAULT-VALUE}.")
    private int lanes = LaneSettings.DEFAULT_LANES;

    /** What is wrong with the options, all at once, each with the option's name. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>(broker.faults());
        if (faults.isEmpty()) {
            try {
                settings();
            } catch (IllegalArgumentException fault) {
                faults.add("--" + fault.getMessage());
            }
        }
        return faults;
    }

    /**
     * The settings that the options make.
     *
     * @throws IllegalArgumentException when {@link #faults} has any
     */
    public LaneSettings settings() {
        return new LaneSettings(broker.broker(), group, lanes);
    }
}
