package dev.footfall.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * A port that nobody listens on.
 *
 * <p>It lies below the range that Linux gives to outgoing connections, so that none of these takes it while a server restarts.
 */
public final class FreePort {
    private static final int FIRST = 20_000;
    private static final int BEHIND_LAST = 32_768;
    private static final int TRIES = 1_000;

    private FreePort() {}

    public static int find(InetAddress address) throws IOException {
        for (int i = 0; i < TRIES; i++) {
            int port = ThreadLocalRandom.current().nextInt(FIRST, BEHIND_LAST);
            if (isFree(address, port)) {
                return port;
            }
        }
        throw new IOException("no free port on " + address + " from " + FIRST + " to " + BEHIND_LAST);
    }

    /** That port, or any for 0. */
    public static int choose(InetAddress address, int port) throws IOException {
        if (port == 0) {
            return find(address);
        }
        if (!isFree(address, port)) {
            throw new IOException("port " + port + " of " + address.getHostAddress() + " is in use, or not allowed");
        }
        return port;
    }

    private static boolean isFree(InetAddress address, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
