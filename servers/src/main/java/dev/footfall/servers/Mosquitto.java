package dev.footfall.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Debian's Mosquitto as a child process, on a port of the loopback interface.
 *
 * <p>Its configuration, database and log ({@code mosquitto.conf}, {@code mosquitto.db}, {@code mosquitto.log}) are in the folder it
 * is given. It writes its database when it ends in order and every few seconds; what came since is lost when it is killed.
 */
public final class Mosquitto implements AutoCloseable {
    private static final String CONFIG = "mosquitto.conf";
    private static final int AUTOSAVE_SECONDS = 5;

    private final Path debian;
    private final Path folder;
    private final URI uri;
    private Child child;

    private Mosquitto(Path debian, Path folder, URI uri) throws IOException {
        this.debian = debian;
        this.folder = folder;
        this.uri = uri;
        this.child = startChild();
    }

    /**
     * Starts one that takes everybody and drops nothing.
     *
     * @param folder made if absent
     * @throws IOException if it cannot be had or does not start; the message has the end of its log
     */
    public static Mosquitto start(Path folder) throws IOException {
        return start(folder, List.of());
    }

    /**
     * Starts one with further lines of configuration, which belong to its one listener: who may do what, certificates. Without a
     * line {@code allow_anonymous} it takes everybody; with a line {@code certfile} it speaks TLS.
     *
     * @param folder made if absent
     * @throws IOException if it cannot be had or does not start; the message has the end of its log
     */
    public static Mosquitto start(Path folder, List<String> furtherLines) throws IOException {
        boolean tls = furtherLines.stream().anyMatch(line -> line.startsWith("certfile "));
        return startConfigured(folder, tls ? "mqtts" : "mqtt", port -> config(folder, port, furtherLines));
    }

    /**
     * Starts one with a configuration of its own, which must listen on the port it is given, of 127.0.0.1.
     *
     * @param folder made if absent
     * @param scheme of its address: {@code mqtt}, or {@code mqtts} for TLS
     */
    static Mosquitto startConfigured(Path folder, String scheme, IntFunction<String> configOfPort) throws IOException {
        Path debian = DebianPackages.unpacked("mosquitto");
        Files.createDirectories(folder);
        int port = FreePort.find(InetAddress.getLoopbackAddress());
        Files.writeString(folder.resolve(CONFIG), configOfPort.apply(port));
        return new Mosquitto(debian, folder.toAbsolutePath(), URI.create(scheme + "://127.0.0.1:" + port));
    }

    /** Where clients reach it: {@code mqtt://127.0.0.1:port}, {@code mqtts} if it speaks TLS. The same after a restart. */
    public URI uri() {
        return uri;
    }

    /** Ends it in order, if it runs, and starts it again on the same port and folder. */
    public void restart() throws IOException {
        child.close();
        child = startChild();
    }

    /** Ends it at once (SIGKILL). {@link #restart} brings it back. */
    public void kill() throws IOException {
        child.kill();
    }

    /** Ends it in order; its folder stays. */
    @Override
    public void close() throws IOException {
        child.close();
    }

    private Child startChild() throws IOException {
        return Child.start(
                "mosquitto",
                Program.of(debian, "mosquitto"),
                folder,
                List.of("-c", folder.resolve(CONFIG).toString()),
                Map.of(),
                Duration.ZERO,
                this::accepts);
    }

    private boolean accepts() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String config(Path folder, int port, List<String> furtherLines) {
        boolean decided = furtherLines.stream().anyMatch(line -> line.startsWith("allow_anonymous "));
        return """
                # written at every start
                user root
                log_dest stderr
                log_timestamp_format %%Y-%%m-%%dT%%H:%%M:%%S
                persistence true
                persistence_location %s/
                autosave_interval %d
                max_inflight_messages 0
                max_queued_messages 1000000000
                max_queued_bytes 0
                set_tcp_nodelay true
                listener %d 127.0.0.1
                %s
                %s
                """
                .formatted(
                        folder.toAbsolutePath(),
                        AUTOSAVE_SECONDS,
                        port,
                        decided ? "" : "allow_anonymous true",
                        String.join("\n", furtherLines));
    }
}
