package dev.footfall.servers;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/**
 * Debian's InfluxDB 1.6 as a child process, on a port of the loopback interface, with the {@code influxdb.conf} that this module
 * ships.
 *
 * <p>Its data, configuration and log ({@code meta}, {@code data}, {@code wal}, {@code influxdb.conf}, {@code influxd.log}) are in the
 * folder it is given. What it has acknowledged is on disk.
 */
public final class Influxd implements AutoCloseable {
    private static final String CONFIG = "influxdb.conf";

    private final Path debian;
    private final Path folder;
    private final URI url;
    private final InfluxQuery http;
    private Child child;

    private Influxd(Path debian, Path folder, URI url) throws IOException {
        this.debian = debian;
        this.folder = folder;
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
        Path debian = DebianPackages.unpacked("influxdb");
        Files.createDirectories(folder);
        try (InputStream shipped = Influxd.class.getResourceAsStream("/" + CONFIG)) {
            if (shipped == null) {
                throw new IllegalStateException(CONFIG + " is not among the resources");
            }
            Files.copy(shipped, folder.resolve(CONFIG), StandardCopyOption.REPLACE_EXISTING);
        }
        int real = FreePort.choose(InetAddress.getLoopbackAddress(), port);
        return new Influxd(debian, folder.toAbsolutePath(), URI.create("http://127.0.0.1:" + real));
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
                debian,
                "influxd",
                folder,
                List.of("-config", folder.resolve(CONFIG).toString()),
                settings,
                http::answers);
    }
}
