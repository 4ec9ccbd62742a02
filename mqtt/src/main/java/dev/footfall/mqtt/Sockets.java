package dev.footfall.mqtt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/** Plain sockets without Nagle's algorithm, which would hold back every acknowledgement that is smaller than a packet; what they receive goes {@link PayloadsAside}. */
final class Sockets extends SocketFactory {
    private static final int FAREWELL_MILLIS = 2_000;

    private volatile @Nullable PayloadsAside last;

    /** The payload of a message that came by the socket made last, whose payload as the client library has it is {@code ticket}. */
    byte[] payload(byte[] ticket) {
        PayloadsAside aside = last;
        if (aside == null) {
            throw new IllegalStateException("a message without a socket");
        }
        return aside.payload(ticket);
    }

    private final class PromptSocket extends Socket {
        private @Nullable PayloadsAside aside;

        @Override
        public synchronized InputStream getInputStream() throws IOException {
            PayloadsAside made = aside;
            if (made == null) {
                made = new PayloadsAside(super.getInputStream());
                aside = made;
                last = made;
            }
            return made;
        }

        /**
         * The client library calls this last of all, its good-bye just sent. What the broker sends meanwhile must be read: left lying, it makes the
         * system reset the connection, and the broker may lose the good-bye and publish our will.
         */
        @Override
        public void shutdownInput() throws IOException {
            try {
                shutdownOutput();
                setSoTimeout(FAREWELL_MILLIS);
                super.getInputStream().transferTo(OutputStream.nullOutputStream());
            } catch (IOException goneAlready) {
                // or the broker does not end it either: then nothing more can be done for the good-bye
            }
            super.shutdownInput();
        }
    }

    @Override
    public Socket createSocket() throws IOException {
        Socket socket = new PromptSocket();
        socket.setTcpNoDelay(true);
        return socket;
    }

    private Socket connected(InetSocketAddress to) throws IOException {
        Socket socket = createSocket();
        socket.connect(to);
        return socket;
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, localHost, localPort);
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        Socket socket = createSocket();
        socket.bind(new InetSocketAddress(localAddress, localPort));
        socket.connect(new InetSocketAddress(address, port));
        return socket;
    }
}
