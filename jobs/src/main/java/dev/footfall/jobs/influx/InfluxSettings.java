package dev.footfall.jobs.influx;

import java.io.IOException;
import java.io.Serializable;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import okhttp3.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * How an InfluxDB is reached. The secret itself is not among them: every task reads it from a file or from its environment.
 *
 * @param url address of the server, {@code http} or {@code https}, with a path when it lies behind a proxy
 * @param version which InfluxDB it is
 * @param database database of 1.x and 3, bucket of 2.x
 * @param retentionPolicy retention policy of 1.x; null for the database's default
 * @param organisation organisation of 2.x; needed there
 * @param user user of 1.x; null when the server asks for none
 * @param secretFile file with the password or token and nothing else; null for the environment variable {@link #SECRET_VARIABLE}
 * @param giveUpAfterMillis how long a request is tried again in vain before the job fails; {@link #NEVER} to go on for ever
 */
public record InfluxSettings(
        String url,
        InfluxVersion version,
        String database,
        @Nullable String retentionPolicy,
        @Nullable String organisation,
        @Nullable String user,
        @Nullable String secretFile,
        long giveUpAfterMillis)
        implements Serializable {
    /** The environment variable with the password or token. */
    public static final String SECRET_VARIABLE = "FOOTFALL_INFLUX_TOKEN";

    /** The database when none is named. */
    public static final String DATABASE = "footfall";

    /** Not giving up. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final long serialVersionUID = 1L;

    public InfluxSettings {
        if (!isAddress(url)) {
            throw new IllegalArgumentException("url is " + url + ": must be http://host:port or https://host:port");
        }
        if (database.isBlank()) {
            throw new IllegalArgumentException("database is blank: must be the name of a database or bucket");
        }
        if (version == InfluxVersion.V2 && organisation == null) {
            throw new IllegalArgumentException("organisation is absent: InfluxDB 2.x needs one");
        }
        if (giveUpAfterMillis <= 0) {
            throw new IllegalArgumentException("giveUpAfterMillis is " + giveUpAfterMillis + ": must be > 0");
        }
    }

    /** The database {@code footfall} of a server that asks for nobody, and patience without end. */
    public static InfluxSettings at(String url) {
        return new InfluxSettings(url, InfluxVersion.AUTO, DATABASE, null, null, null, null, NEVER);
    }

    /** The same with an end of patience. */
    public InfluxSettings givingUpAfter(long millis) {
        return new InfluxSettings(url, version, database, retentionPolicy, organisation, user, secretFile, millis);
    }

    /** The same with another database. */
    public InfluxSettings inDatabase(String name) {
        return new InfluxSettings(
                url, version, name, retentionPolicy, organisation, user, secretFile, giveUpAfterMillis);
    }

    private static boolean isAddress(String url) {
        try {
            URI uri = URI.create(url);
            return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /**
     * The value of the header {@code Authorization} by which the server knows us; empty when it asks for nobody.
     *
     * @param environment the variables of this process
     * @throws IOException when the file with the secret cannot be read, or is empty
     */
    public Optional<String> findAuthorization(Map<String, String> environment) throws IOException {
        return authorization(findSecret(environment).orElse(""));
    }

    Optional<String> authorization(String secret) {
        if (user != null) {
            return Optional.of(Credentials.basic(user, secret));
        }
        return secret.isEmpty() ? Optional.empty() : Optional.of("Token " + secret);
    }

    /**
     * Reads the password or token; empty when there is none.
     *
     * @param environment the variables of this process
     * @throws IOException when the file that was named cannot be read, or is empty
     */
    Optional<String> findSecret(Map<String, String> environment) throws IOException {
        if (secretFile == null) {
            return Optional.ofNullable(environment.get(SECRET_VARIABLE))
                    .map(String::strip)
                    .filter(secret -> !secret.isEmpty());
        }
        String secret = Files.readString(Path.of(secretFile)).strip();
        if (secret.isEmpty()) {
            throw new IOException(secretFile + " is empty: it must hold the password or token for " + url);
        }
        return Optional.of(secret);
    }
}
