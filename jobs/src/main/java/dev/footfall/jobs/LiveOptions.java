package dev.footfall.jobs;

import dev.footfall.jobs.archive.ArchiveSink;
import dev.footfall.jobs.influx.InfluxOptions;
import dev.footfall.jobs.influx.InfluxSink;
import dev.footfall.jobs.ingest.Patience;
import dev.footfall.jobs.mqtt.LaneOptions;
import dev.footfall.jobs.mqtt.LaneSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.configuration.CheckpointingOptions;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.ExecutionOptions;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of the live job, wherever it runs, to be mixed into a command with picocli's {@code @Mixin}. */
public final class LiveOptions {
    @Option(
            names = "--stores",
            required = true,
            paramLabel = "DIR",
            description = "Folder of store packs, one folder a store; the gateways' own.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private Path stores;

    @Option(
            names = "--profile",
            paramLabel = "store|chain",
            description = {
                "store: open figures every second. chain, for thousands of stores: every minute or more seldom,",
                "and heat maps of hours and days only. Default: ${DEFAULT-VALUE}."
            })
    private Profile profile = Profile.STORE;

    @Mixin
    private LaneOptions lanes = new LaneOptions();

    @Mixin
    private InfluxOptions influx = new InfluxOptions();

    @Option(
            names = "--checkpoint-every",
            paramLabel = "DURATION",
            converter = DurationOption.class,
            description = {
                "How often what was read is made safe: so much is read again after a fault, and gateways keep",
                "it so long. E.g. 500ms, 10s, 1m. Default: 10s."
            })
    private Duration checkpointEvery = Duration.ofSeconds(10);

    @Option(
            names = "--patience",
            paramLabel = "DURATION",
            converter = DurationOption.class,
            description = {
                "How long a store with several gateways waits for one that says nothing, e.g. 30s, 10m.",
                "Default: 10m."
            })
    private Duration patience = Duration.ofMillis(Patience.LIVE.millis());

    @Option(
            names = "--archive",
            paramLabel = "DIR",
            description = {
                "Folder for the raw archive, every frame as it came; made if absent. Without it nothing is kept,",
                "and what comes late is counted and lost."
            })
    private @Nullable Path archive;

    @Option(
            names = "--archive-roll",
            paramLabel = "DURATION",
            converter = DurationOption.class,
            description = {
                "How long a file of the archive is written to before it is complete and can be read.",
                "Default: 1m."
            })
    private Duration archiveRoll = Duration.ofMinutes(1);

    /** What is wrong with the options and the store packs, all at once, each with its place. */
    public List<String> faults() throws IOException {
        List<String> faults = new ArrayList<>(lanes.faults());
        if (!influx.areGiven()) {
            faults.add("--influx is absent: where do the points go?");
        }
        faults.addAll(influx.areGiven() ? influx.faults() : List.of());
        if (checkpointEvery.toMillis() < 1) {
            faults.add("--checkpoint-every " + checkpointEvery.toMillis() + "ms: at least 1ms");
        }
        if (patience.toMillis() < 1) {
            faults.add("--patience " + patience.toMillis() + "ms: at least 1ms");
        }
        if (archiveRoll.toMillis() < 1) {
            faults.add("--archive-roll " + archiveRoll.toMillis() + "ms: at least 1ms");
        }
        if (archive != null && Files.exists(archive) && !(Files.isDirectory(archive) && Files.isWritable(archive))) {
            faults.add("--archive " + archive + ": it is no folder, or it may not be written to");
        }
        faults.addAll(StorePackFolder.faults(stores));
        return faults;
    }

    /** What the job is run with: that of every job of the topology, and checkpoints, which are packed: state is mostly small numbers in long fields. */
    public Configuration configuration() {
        Configuration configuration = Topology.configuration();
        configuration.set(CheckpointingOptions.CHECKPOINTING_INTERVAL, checkpointEvery);
        configuration.set(ExecutionOptions.SNAPSHOT_COMPRESSION, true);
        return configuration;
    }

    /** Lays the job out that the options describe. */
    public void build(StreamExecutionEnvironment environment) {
        LiveJob.build(
                environment,
                new StorePackFolder(stores.toAbsolutePath().toString()),
                profile,
                lanes(),
                Patience.of(patience),
                points(),
                archive == null ? null : ArchiveSink.into(archive, lanes().lanes(), archiveRoll));
    }

    /** Which lanes are read. */
    public LaneSettings lanes() {
        return lanes.settings();
    }

    /** Where the points go. */
    public InfluxSink points() {
        return new InfluxSink(influx.settings());
    }
}
