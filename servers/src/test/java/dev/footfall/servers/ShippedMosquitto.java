package dev.footfall.servers;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.common.MqttException;

/**
 * Mosquitto set up as {@code examples/mosquitto/README.md} says, in a folder instead of {@code /etc}. Every user's password is the user's name
 * with an exclamation mark. Beyond what is shipped there is a user {@code all} that may do everything, and everybody may read {@code
 * test/{user}}.
 */
final class ShippedMosquitto implements AutoCloseable {
    private static final Path EXAMPLE =
            Path.of(System.getProperty("footfall.project", "..")).resolve("examples/mosquitto");
    static final List<String> USERS =
            List.of("corner-shop.door-1", "corner-shop.cam-1", "corner-shop.gateway", "jobs", "watch");

    private final Path folder;
    private final Mosquitto mosquitto;

    private ShippedMosquitto(Path folder, Mosquitto mosquitto) {
        this.folder = folder;
        this.mosquitto = mosquitto;
    }

    static ShippedMosquitto start(Path folder) throws IOException {
        makeCertificates(folder);
        Files.writeString(folder.resolve("acl"), rights());
        makePasswords(folder.resolve("passwords"));
        Mosquitto mosquitto =
                Mosquitto.startConfigured(folder.resolve("broker"), "mqtts", port -> config(folder, port));
        return new ShippedMosquitto(folder, mosquitto);
    }

    /** The shipped lines as an addition to those of Debian's package, as its {@code include_dir} makes it. */
    private static String config(Path folder, int port) {
        try {
            return "user root\nlog_dest stderr\npersistence_location " + folder + "/\n"
                    + Files.readString(EXAMPLE.resolve("footfall.conf"))
                            .replace("/etc/mosquitto/footfall", folder.toString())
                            .replace("listener 8883", "listener " + port + " 127.0.0.1");
        } catch (IOException fault) {
            throw new AssertionError(fault);
        }
    }

    private static String rights() throws IOException {
        String shipped = Files.readString(EXAMPLE.resolve("acl"));
        for (String user : USERS) {
            shipped = shipped.replace("user " + user + "\n", "user " + user + "\ntopic read test/" + user + "\n");
        }
        return shipped + "\nuser all\ntopic readwrite #\n";
    }

    static void makeCertificates(Path folder) throws IOException {
        run(
                List.of(
                        "sh",
                        EXAMPLE.resolve("certificates.sh").toString(),
                        folder.toString(),
                        "localhost",
                        "127.0.0.1"),
                openssl());
    }

    /** What the script needs to find OpenSSL: nothing where it is installed. */
    private static Map<String, String> openssl() throws IOException {
        boolean installed = Arrays.stream(System.getenv("PATH").split(":"))
                .anyMatch(bin -> Files.isExecutable(Path.of(bin, "openssl")));
        if (installed) {
            return Map.of();
        }
        Path debian = DebianPackages.unpacked("openssl");
        Map<String, String> environment = new HashMap<>(DebianPackages.environment(debian));
        environment.put("OPENSSL_CONF", debian.resolve("etc/ssl/openssl.cnf").toString());
        return environment;
    }

    private static void makePasswords(Path file) throws IOException {
        Files.createFile(file);
        Map<String, String> environment = DebianPackages.environment(DebianPackages.unpacked("mosquitto"));
        List<String> users = new ArrayList<>(USERS);
        users.add("all");
        for (String user : users) {
            run(
                    List.of("sh", "-c", "mosquitto_passwd -b \"$@\"", "sh", file.toString(), user, user + "!"),
                    environment);
        }
    }

    private static void run(List<String> command, Map<String, String> environment) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (Waiting.end(process) != 0) {
            throw new IOException(command + ":\n" + said);
        }
    }

    /** A client of that user, who trusts the certificates of that folder. */
    Client connect(String user, String password, Path trusted) throws Exception {
        MqttConnectionOptions options = Client.options();
        options.setSocketFactory(trust(trusted).getSocketFactory());
        options.setUserName(user);
        options.setPassword(password.getBytes(StandardCharsets.UTF_8));
        return Client.connect(mosquitto.uri(), "client-of-" + user, options);
    }

    Client connect(String user) throws Exception {
        return connect(user, user + "!", folder);
    }

    /** One who says nothing of himself. */
    Client connectNameless() throws GeneralSecurityException, IOException, MqttException {
        MqttConnectionOptions options = Client.options();
        options.setSocketFactory(trust(folder).getSocketFactory());
        return Client.connect(mosquitto.uri(), "nameless", options);
    }

    /** One without TLS. */
    Client connectPlain() throws MqttException {
        MqttConnectionOptions options = Client.options();
        options.setConnectionTimeout(5);
        return Client.connect(URI.create("mqtt://127.0.0.1:" + mosquitto.uri().getPort()), "plain", options);
    }

    private static SSLContext trust(Path folder) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream pem = Files.newInputStream(folder.resolve("ca.crt"))) {
            Certificate authority = CertificateFactory.getInstance("X.509").generateCertificate(pem);
            store.setCertificateEntry("authority", authority);
        }
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }

    @Override
    public void close() throws IOException {
        mosquitto.close();
    }
}
