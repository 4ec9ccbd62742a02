package dev.footfall.servers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An InfluxDB 1.x as a child process: that of this machine where one is installed, else Debian's 1.6, unpacked; on a port of the loopback interface, with the {@code influxdb.conf} that this module
 * ships.
 *
 * <p>Its data, configuration and log ({@code meta}, {@code data}, {@code wal}, {@code influxdb.conf}, {@code influxd.log}) are in the
 * folder it is given. What it has acknowledged is on disk.
 */
public final class Influxd implements AutoCloseable {
    private static final String CONFIG = "influxdb.conf";

    private static final String NAME = "influxd";
    private static final Pattern VERSION_1 = Pattern.compile("InfluxDB v?1\\.");

    private final Program program;
    private final Path folder;
    private final Duration grace;
    private final URI url;
    private final InfluxQuery http;
    private Child child;

    private Influxd(Program program, Path folder, URI url, Duration grace) throws IOException {
        this.program = program;
        this.folder = folder;
        this.grace = grace;
        this.url = url;
        this.http = new InfluxQuery(url);
        this.child = startChild();
    }

    /**
     * Starts one, without databases if the folder is new.
     *
     * @param folder made if absent
     * @throws IOException if it cannot be had or does not start; the message has the end of its log
     */
    public static Influxd start(Path folder) throws IOException {
        return start(folder, 0);
    }

    /**
     * Starts one on a port.
     *
     * @param folder made if absent
     * @param port of 127.0.0.1; 0 for any
     * @throws IOException if it cannot be had or does not start; the message has the end of its log
     */
    public static Influxd start(Path folder, int port) throws IOException {
        return start(folder, port, Duration.ZERO);
    }

    /**
     * Starts one that does not end at once with this process.
     *
     * @param folder made if absent
     * @param port of 127.0.0.1; 0 for any
     * @param grace how long it lives on when this process is told to end, for whoever closes it in order meanwhile
     * @throws IOException if it cannot be had or does not start; the message has the end of its log
     */
    public static Influxd start(Path folder, int port, Duration grace) throws IOException {
        Optional<Program> installed = Program.findInstalled(NAME, VERSION_1);
        Program program =
                installed.isPresent() ? installed.get() : Program.of(DebianPackages.unpacked("influxdb"), NAME);
        Files.createDirectories(folder);
        try (InputStream shipped = Influxd.class.getResourceAsStream("/" + CONFIG)) {
            if (shipped == null) {
                throw new IllegalStateException(CONFIG + " is not among the resources");
            }
            Files.copy(shipped, folder.resolve(CONFIG), StandardCopyOption.REPLACE_EXISTING);
        }
        int real = FreePort.choose(InetAddress.getLoopbackAddress(), port);
        return new Influxd(program, folder.toAbsolutePath(), URI.create("http://127.0.0.1:" + real), grace);
    }

    /** Where clients reach it: {@code http://127.0.0.1:port}. The same after a restart. */
    public URI url() {
        return url;
    }

    /**
     * Asks in InfluxQL; times are milliseconds.
     *
     * @param database empty for statements that need none
     * @return the server's answer: {@code {"results": [{"series": [{"name", "tags", "columns", "values"}]}]}}
     * @throws IOException if the server refuses it, with its words, or cannot be reached
     */
    public JsonNode query(String database, String influxQl) throws IOException {
        return http.ask(database, influxQl);
    }

    /** Whether it runs: it does not after {@link #kill}, nor when it ended by itself. */
    public boolean isRunning() {
        return child.isRunning();
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
        Map<String, String> settings = Map.of(
                "INFLUXDB_HTTP_BIND_ADDRESS", url.getAuthority(),
                "INFLUXDB_BIND_ADDRESS", "127.0.0.1:0",
                "INFLUXDB_META_DIR", folder + "/meta",
                "INFLUXDB_DATA_DIR", folder + "/data",
                "INFLUXDB_DATA_WAL_DIR", folder + "/wal");
        return Child.start(
                NAME,
                program,
                folder,
                List.of("-config", folder.resolve(CONFIG).toString()),
                settings,
                grace,
                http::answers);
    }
}
