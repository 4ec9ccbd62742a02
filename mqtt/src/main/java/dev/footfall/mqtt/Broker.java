package dev.footfall.mqtt;

import java.io.Serializable;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a broker is reached.
 *
 * @param uri {@code mqtt://host:port} or {@code tcp://}, with TLS {@code mqtts://} or {@code ssl://}; the port may be left out (1883, 8883)
 * @param username null for a broker that wants none
 * @param password null for none
 * @param caFile PEM certificates that the broker's must come from; null for those that Java trusts
 * @param certificateFile PEM certificate chain by which the broker knows us; null for none
 * @param keyFile its PEM private key (PKCS #8); null for none
 */
public record Broker(
        String uri,
        @Nullable String username,
        @Nullable Secret password,
        @Nullable String caFile,
        @Nullable String certificateFile,
        @Nullable String keyFile)
        implements Serializable {
    private static final Set<String> PLAIN = Set.of("mqtt", "tcp");
    private static final Set<String> ENCRYPTED = Set.of("mqtts", "ssl");
    private static final int PLAIN_PORT = 1883;
    private static final int ENCRYPTED_PORT = 8883;

    public Broker {
        URI parsed;
        try {
            parsed = URI.create(uri);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("broker " + uri + " is no URI: " + e.getMessage(), e);
        }
        String scheme = parsed.getScheme();
        if (scheme == null || parsed.getHost() == null || !(PLAIN.contains(scheme) || ENCRYPTED.contains(scheme))) {
            throw new IllegalArgumentException(
                    "broker " + uri + ": must be mqtt://host:port, or mqtts://host:port for TLS");
        }
        if (parsed.getUserInfo() != null) {
            throw new IllegalArgumentException("broker at " + parsed.getHost()
                    + ": user and password do not belong into the address; name the user and a password file");
        }
        if ((certificateFile == null) != (keyFile == null)) {
            throw new IllegalArgumentException("broker " + uri + ": a certificate and its key go together");
        }
        if (PLAIN.contains(scheme) && (caFile != null || certificateFile != null)) {
            throw new IllegalArgumentException("broker " + uri + ": certificates need TLS, mqtts://");
        }
    }

    /** A broker that asks for nothing. */
    public static Broker at(String uri) {
        return new Broker(uri, null, null, null, null, null);
    }

    boolean encrypted() {
        return ENCRYPTED.contains(URI.create(uri).getScheme());
    }

    /** The address as the client library wants it. */
    String serverUri() {
        URI parsed = URI.create(uri);
        int port = parsed.getPort() >= 0 ? parsed.getPort() : encrypted() ? ENCRYPTED_PORT : PLAIN_PORT;
        return (encrypted() ? "ssl" : "tcp") + "://" + parsed.getHost() + ":" + port;
    }

    @Override
    public String toString() {
        return uri;
    }
}
