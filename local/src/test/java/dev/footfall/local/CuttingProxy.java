package dev.footfall.local;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A bad line to a broker: passes everything on, and cuts each connection after some thousand bytes, wherever that is. */
final class CuttingProxy implements Closeable {
    private static final int LEAST_BYTES = 5_000;
    private static final int RANGE_BYTES = 40_000;

    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger cuts = new AtomicInteger();
    private final Random random;
    private final int brokerPort;

    CuttingProxy(int brokerPort, Random random) throws IOException {
        this.brokerPort = brokerPort;
        this.random = random;
        start(this::accept);
    }

    String uri() {
        return "mqtt://127.0.0.1:" + listening.getLocalPort();
    }

    int cuts() {
        return cuts.get();
    }

    private void accept() throws IOException {
        while (!listening.isClosed()) {
            Socket client = listening.accept();
            Socket broker = new Socket(InetAddress.getLoopbackAddress(), brokerPort);
            sockets.addAll(List.of(client, broker));
            int bytes = LEAST_BYTES + random.nextInt(RANGE_BYTES);
            start(() -> pass(client, broker, bytes));
            start(() -> pass(broker, client, Integer.MAX_VALUE));
        }
    }

    private void pass(Socket from, Socket to, int most) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[1_000];
            int left = most;
            while (left > 0) {
                int read = in.read(buffer, 0, Math.min(left, buffer.length));
                if (read < 0) {
                    return;
                }
                out.write(buffer, 0, read);
                left -= read;
            }
            cuts.incrementAndGet();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private static void start(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException ended) {
                        Thread.currentThread().interrupt(); // the other direction was cut, or the proxy closed
                    }
                },
                "cutting-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (Socket each : sockets) {
            each.close();
        }
    }
}
