package dev.footfall.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** An {@link EmbeddedBroker} in a process of its own, to be killed. */
final class BrokerProcess implements AutoCloseable {
    private final Process process;
    private final URI uri;

    private BrokerProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /** Runs a broker on (folder, port) until it is killed. */
    public static void main(String[] arguments) throws Exception {
        EmbeddedBroker.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]));
        Thread.currentThread().join();
    }

    static BrokerProcess start(Path folder) throws IOException {
        int port = FreePort.find(InetAddress.getLoopbackAddress());
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        BrokerProcess.class.getName(),
                        folder.toString(),
                        Integer.toString(port))
                .inheritIO()
                .start();
        BrokerProcess broker = new BrokerProcess(process, URI.create("mqtt://127.0.0.1:" + port));
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(broker::answers);
        return broker;
    }

    URI uri() {
        return uri;
    }

    /** Ends it at once. */
    void kill() throws IOException {
        process.destroyForcibly();
        Waiting.end(process);
    }

    private boolean answers() {
        if (!process.isAlive()) {
            throw new AssertionError("the broker's process ended with status " + process.exitValue());
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}
