package dev.footfall.jobs.mqtt;

import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of a command that say how a broker is reached, to be mixed into others with picocli's {@code @Mixin}. Secrets are never among them. */
public final class BrokerOptions {
    /** The environment variable that holds the password where no file is named. */
    public static final String PASSWORD_VARIABLE = "FOOTFALL_BROKER_PASSWORD";

    @Option(
            names = "--broker",
            paramLabel = "URL",
            description = "The broker: mqtt://host:1883, or mqtts://host:8883 for TLS.")
    private @Nullable String uri;

    @Option(names = "--broker-user", paramLabel = "NAME", description = "User that the broker knows us by.")
    private @Nullable String user;

    @Option(
            names = "--broker-password-file",
            paramLabel = "FILE",
            description =
                    "File with that user's password; without it, the environment variable " + PASSWORD_VARIABLE + ".")
    private @Nullable Path passwordFile;

    @Option(
            names = "--broker-ca",
            paramLabel = "FILE",
            description = "PEM certificates that the broker's must come from; without it, those that Java trusts.")
    private @Nullable Path ca;

    @Option(names = "--broker-certificate", paramLabel = "FILE", description = "PEM certificate to show to the broker.")
    private @Nullable Path certificate;

    @Option(names = "--broker-key", paramLabel = "FILE", description = "Its PEM private key (PKCS #8).")
    private @Nullable Path key;

    /** Whether a broker was named. */
    public boolean areGiven() {
        return uri != null;
    }

    /** What is wrong with the options, all at once, each with the option's name. Whether there is a broker is not asked. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (uri == null) {
            faults.add("--broker is missing: the address of the broker, such as mqtt://127.0.0.1:1883");
            return faults;
        }
        require("--broker-password-file", passwordFile, faults);
        require("--broker-ca", ca, faults);
        require("--broker-certificate", certificate, faults);
        require("--broker-key", key, faults);
        if (passwordFile != null && user == null) {
            faults.add("--broker-password-file: the password of whom? Name --broker-user");
        }
        try {
            broker();
        } catch (IllegalArgumentException fault) {
            faults.add("--" + fault.getMessage());
        }
        return faults;
    }

    /**
     * The broker that the options name.
     *
     * @throws IllegalArgumentException when {@link #faults} has any
     * @throws IllegalStateException when no broker was named
     */
    public Broker broker() {
        if (uri == null) {
            throw new IllegalStateException("--broker is absent: ask areGiven() first");
        }
        return new Broker(uri, user, password(), text(ca), text(certificate), text(key));
    }

    private @Nullable Secret password() {
        if (passwordFile != null) {
            return Secret.ofFile(passwordFile.toAbsolutePath());
        }
        return user != null && System.getenv(PASSWORD_VARIABLE) != null ? Secret.ofVariable(PASSWORD_VARIABLE) : null;
    }

    private static void require(String option, @Nullable Path file, List<String> faults) {
        if (file != null && !Files.isReadable(file)) {
            faults.add(
                    option + " " + file + ": " + (Files.exists(file) ? "it may not be read" : "there is no such file"));
        }
    }

    private static @Nullable String text(@Nullable Path file) {
        return file == null ? null : file.toAbsolutePath().toString();
    }
}
