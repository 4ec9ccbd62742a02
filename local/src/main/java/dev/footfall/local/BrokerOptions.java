package dev.footfall.local;

import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Secret;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how a broker is reached. A password is never an argument: it is read from a file or the environment. */
final class BrokerOptions {
    /** The environment variable that holds the password where no file is named. */
    static final String PASSWORD_VARIABLE = "FOOTFALL_BROKER_PASSWORD";

    @Option(
            names = "--broker",
            required = true,
            paramLabel = "URL",
            description = "The broker: mqtt://host:1883, or mqtts://host:8883 for TLS.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private String uri;

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

    /** The broker; adds what is wrong with the options to the faults, and answers null then. */
    @Nullable
    Broker broker(Faults faults) {
        Secret password = password(faults);
        require("--broker-ca", ca, faults);
        require("--broker-certificate", certificate, faults);
        require("--broker-key", key, faults);
        try {
            return new Broker(uri, user, password, text(ca), text(certificate), text(key));
        } catch (IllegalArgumentException e) {
            faults.add("--" + e.getMessage());
            return null;
        }
    }

    private @Nullable Secret password(Faults faults) {
        if (passwordFile != null) {
            require("--broker-password-file", passwordFile, faults);
            return Secret.ofFile(passwordFile);
        }
        return user != null && System.getenv(PASSWORD_VARIABLE) != null ? Secret.ofVariable(PASSWORD_VARIABLE) : null;
    }

    private static void require(String option, @Nullable Path file, Faults faults) {
        if (file != null && !Files.isReadable(file)) {
            faults.add(
                    option + " " + file + ": " + (Files.exists(file) ? "it may not be read" : "there is no such file"));
        }
    }

    private static @Nullable String text(@Nullable Path file) {
        return file == null ? null : file.toString();
    }
}
