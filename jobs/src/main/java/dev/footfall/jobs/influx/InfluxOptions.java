package dev.footfall.jobs.influx;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command that name an InfluxDB, to be mixed into others with picocli's {@code @Mixin}. Secrets are never among them. */
public final class InfluxOptions {
    @Option(names = "--influx", paramLabel = "URL", description = "InfluxDB that the points go to: http://host:8086.")
    private @Nullable String url;

    @Option(
            names = "--influx-version",
            paramLabel = "1|2|3|auto",
            description = "Which InfluxDB it is. Default: what it says of itself.")
    private String version = "auto";

    @Option(
            names = "--influx-database",
            paramLabel = "NAME",
            description = "Database, or bucket of 2.x. Default: ${DEFAULT-VALUE}; 1.x makes it when it is absent.")
    private String database = InfluxSettings.DATABASE;

    @Option(
            names = "--influx-retention",
            paramLabel = "NAME",
            description = "Retention policy of 1.x. Default: that of the database.")
    private @Nullable String retentionPolicy;

    @Option(names = "--influx-org", paramLabel = "NAME", description = "Organisation of 2.x, needed there.")
    private @Nullable String organisation;

    @Option(names = "--influx-user", paramLabel = "NAME", description = "User of 1.x. Default: none.")
    private @Nullable String user;

    @Option(
            names = "--influx-token-file",
            paramLabel = "FILE",
            description = {
                "File with the token, or the user's password.",
                "Default: the environment variable " + InfluxSettings.SECRET_VARIABLE + ", if set."
            })
    private @Nullable Path tokenFile;

    /** Whether an InfluxDB was named. */
    public boolean areGiven() {
        return url != null;
    }

    /** What is wrong with the options, all at once, each with the option's name. Whether there is a server is not asked. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (findVersion().isEmpty()) {
            faults.add("--influx-version " + version + ": must be 1, 2, 3 or auto");
        }
        if (tokenFile != null && !Files.isReadable(tokenFile)) {
            faults.add("--influx-token-file " + tokenFile + ": there is no such file, or it may not be read");
        }
        if (faults.isEmpty()) {
            try {
                settings();
            } catch (IllegalArgumentException fault) {
                faults.add("--influx " + url + ": " + fault.getMessage());
            }
        }
        return faults;
    }

    /**
     * The settings that the options make, with patience without end.
     *
     * @throws IllegalArgumentException when {@link #faults} has any
     * @throws IllegalStateException when no InfluxDB was named
     */
    public InfluxSettings settings() {
        if (url == null) {
            throw new IllegalStateException("--influx is absent: ask areGiven() first");
        }
        return new InfluxSettings(
                url,
                findVersion().orElseThrow(() -> new IllegalArgumentException("version is " + version)),
                database,
                retentionPolicy,
                organisation,
                user,
                tokenFile == null ? null : tokenFile.toAbsolutePath().toString(),
                InfluxSettings.NEVER);
    }

    private Optional<InfluxVersion> findVersion() {
        return InfluxVersion.find(version);
    }
}
