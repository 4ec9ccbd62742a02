package dev.footfall.local.torture;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A line of TCP to one server of this machine, which can be cut, slow or unreliable. */
public final class Line implements Closeable {
    private static final Logger LOG = LoggerFactory.getLogger(Line.class);
    private static final int BUFFER = 16 << 10;
    private static final int SLOW_BUFFER = 2 << 10;
    private static final long SLOW_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(40);
    private static final int BYTES_UNTIL_CUT = 300_000;

    /** How it is. */
    public enum State {
        /** Everything goes through. */
        OPEN,
        /** Nothing goes through: connections end, new ones end at once. */
        CUT,
        /** About 50 kB/s each way, 40 ms late. */
        SLOW,
        /** Every connection ends after some 300 kB, wherever that is. */
        BREAKING
    }

    private final String name;
    private volatile int serverPort;
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile State state = State.OPEN;

    /** Opens one to a port of the loopback interface. */
    public Line(String name, int serverPort) throws IOException {
        this.name = name;
        this.serverPort = serverPort;
        run("accept", this::accept);
    }

    String name() {
        return name;
    }

    /** Where it begins, on the loopback interface. */
    public int port() {
        return listening.getLocalPort();
    }

    /** Makes it so from now on. */
    public void become(State next) {
        state = next;
        if (next == State.CUT) {
            closeConnections();
        }
    }

    /** From now on it leads to another port. */
    void leadTo(int port) {
        serverPort = port;
        closeConnections();
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            Socket server = new Socket();
            try {
                if (state == State.CUT) {
                    throw new IOException("cut");
                }
                server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), serverPort));
                client.setTcpNoDelay(true);
                server.setTcpNoDelay(true);
            } catch (IOException notReached) {
                client.close();
                server.close();
                continue;
            }
            sockets.add(client);
            sockets.add(server);
            run("up", () -> pass(client, server));
            run("down", () -> pass(server, client));
        }
    }

    private void pass(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[BUFFER];
            int sinceUnreliable = 0;
            while (true) {
                boolean slow = state == State.SLOW;
                int read = in.read(buffer, 0, slow ? SLOW_BUFFER : BUFFER);
                if (read < 0 || state == State.CUT) {
                    return;
                }
                if (slow) {
                    LockSupport.parkNanos(SLOW_PAUSE_NANOS);
                }
                sinceUnreliable = state == State.BREAKING ? sinceUnreliable + read : 0;
                if (sinceUnreliable > BYTES_UNTIL_CUT) {
                    out.write(buffer, 0, read / 2);
                    return;
                }
                out.write(buffer, 0, read);
            }
        } finally {
            sockets.remove(from);
            sockets.remove(to);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void run(String what, Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        LOG.debug("line {} {}: {}", name, what, ended.getMessage());
                    }
                },
                "line-" + name + '-' + what);
        thread.setDaemon(true);
        thread.start();
    }

    private void closeConnections() {
        for (Socket each : sockets) {
            try {
                each.close();
            } catch (IOException gone) {
                LOG.debug("line {}: {}", name, gone.getMessage());
            }
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
        closeConnections();
    }
}
