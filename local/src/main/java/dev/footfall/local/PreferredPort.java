package dev.footfall.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** The port on which people expect a server, as long as nobody else is there. */
final class PreferredPort {
    private PreferredPort() {}

    /** That port of the loopback interface, or 0 for any. */
    static int orAny(int port) {
        return isFree(port) ? port : 0;
    }

    /** Whether a server may listen on that port of the loopback interface; 0 is any. */
    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
