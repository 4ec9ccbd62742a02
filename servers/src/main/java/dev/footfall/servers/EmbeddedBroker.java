package dev.footfall.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.activemq.artemis.core.config.impl.SecurityConfiguration;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.ActiveMQServers;
import org.apache.activemq.artemis.spi.core.security.ActiveMQJAASSecurityManager;
import org.apache.activemq.artemis.spi.core.security.jaas.InVMLoginModule;
import org.jspecify.annotations.Nullable;

/**
 * An MQTT broker in this process: 3.1.1 and 5, sessions and messages on disk.
 *
 * <p>Started again on the same folder and port it continues: sessions, queued and retained messages are there. Several may run
 * in one process, each with its own folder.
 */
public final class EmbeddedBroker implements AutoCloseable {
    private final ActiveMQServer server;
    private final URI uri;

    private EmbeddedBroker(ActiveMQServer server, URI uri) {
        this.server = server;
        this.uri = uri;
    }

    /**
     * Starts one on the loopback interface, for whoever is on this machine.
     *
     * @param folder of its own, made if absent
     * @param port 0 for any
     * @throws IOException if it cannot be started: the port or the folder is in use, the folder cannot be written
     */
    public static EmbeddedBroker start(Path folder, int port) throws IOException {
        return start(folder, "127.0.0.1", port, null);
    }

    /**
     * Starts one that listens where it is told.
     *
     * @param folder of its own, made if absent
     * @param host the address to listen on; without a login it must be a loopback address
     * @param port 0 for any
     * @param login what every client must present; null: nothing
     * @throws IOException if it cannot be started: the port or the folder is in use, the folder cannot be written
     * @throws IllegalArgumentException if others than this machine could reach it without a login
     */
    public static EmbeddedBroker start(Path folder, String host, int port, @Nullable Login login) throws IOException {
        InetAddress address = InetAddress.getByName(host);
        if (login == null && !address.isLoopbackAddress()) {
            throw new IllegalArgumentException(
                    "host " + host + " can be reached by other machines, a broker there needs a login");
        }
        Files.createDirectories(folder);
        int real = FreePort.choose(address, port);
        ActiveMQServer server = ActiveMQServers.newActiveMQServer(
                BrokerSettings.of(folder, host, real, login), null, login == null ? null : security(login));
        EmbeddedBroker broker =
                new EmbeddedBroker(server, URI.create("mqtt://" + reachable(address, host) + ':' + real));
        AtomicReference<@Nullable Exception> fault = new AtomicReference<>();
        server.registerActivationFailureListener(fault::set);
        try {
            server.start();
        } catch (Exception refused) {
            fault.set(refused);
        }
        Exception refused = fault.get();
        if (refused != null) {
            broker.close();
            throw new IOException(
                    "broker on " + host + ':' + real + " with folder " + folder + " does not start: "
                            + refused.getMessage(),
                    refused);
        }
        return broker;
    }

    /** Where clients of this machine reach it: {@code mqtt://host:port}. */
    public URI uri() {
        return uri;
    }

    /** Ends it; what it has acknowledged is on disk. */
    @Override
    public void close() throws IOException {
        try {
            server.stop();
        } catch (Exception fault) {
            throw new IOException("broker at " + uri + " does not stop: " + fault.getMessage(), fault);
        }
    }

    private static String reachable(InetAddress address, String host) {
        return address.isAnyLocalAddress() ? "127.0.0.1" : host;
    }

    private static ActiveMQJAASSecurityManager security(Login login) {
        SecurityConfiguration users = new SecurityConfiguration();
        users.addUser(login.user(), login.password());
        users.addRole(login.user(), BrokerSettings.ROLE);
        return new ActiveMQJAASSecurityManager(InVMLoginModule.class.getName(), users);
    }
}
