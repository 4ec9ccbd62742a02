package dev.footfall.jobs.influx;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which InfluxDB takes the points: they differ in addresses and in how a client says who it is. */
public enum InfluxVersion {
    /** What the server says of itself when asked. */
    AUTO,
    /** 1.x: a database, a retention policy, a user and password or nobody. */
    V1,
    /** 2.x: an organisation, a bucket, a token. */
    V2,
    /** 3: a database, a token; written to by the addresses of 2.x. */
    V3;

    private static final Pattern SAID = Pattern.compile("v?([123])(\\..*)?");

    /** The version that a header ({@code 1.6.7}, {@code v2.7.1}) or a person ({@code 2}, {@code auto}) means; empty when it is none of these. */
    public static Optional<InfluxVersion> find(String said) {
        if (said.equalsIgnoreCase("auto")) {
            return Optional.of(AUTO);
        }
        Matcher version = SAID.matcher(said.toLowerCase(java.util.Locale.ROOT));
        return version.matches() ? Optional.of(values()[Integer.parseInt(version.group(1))]) : Optional.empty();
    }
}
