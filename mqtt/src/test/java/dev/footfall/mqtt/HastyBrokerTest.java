package dev.footfall.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A broker that sends what waited in a session before it confirms that the session goes on, which MQTT forbids and Artemis does. */
@Timeout(60)
class HastyBrokerTest {
    private static final byte[] PUBLISH = {0x32, 7, 0, 1, 't', 0, 1, 0, 'x'};
    private static final byte[] CONNACK_OF_A_RESUMED_SESSION = {0x20, 3, 1, 0, 0};
    private static final byte[] SUBACK = {(byte) 0x90, 4, 0, 1, 0, 1};
    private static final int TYPE_OF_PUBACK = 4;
    private static final int TYPE_OF_SUBSCRIBE = 8;

    private final CountDownLatch acknowledged = new CountDownLatch(1);
    private final CompletableFuture<List<Integer>> afterTheConnect = new CompletableFuture<>();

    @Test
    void messageBeforeTheConfirmation_isAcknowledged_andTheConnectionComesUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> serve(server));
            Session session = new Session("resumed", List.of("t"), 60, 10, null);
            try (Connection connection =
                    Connection.open(Broker.at("mqtt://127.0.0.1:" + server.getLocalPort()), session, this::received)) {
                await().atMost(20, TimeUnit.SECONDS).until(connection::isUp);

                assertThat(afterTheConnect.join()).containsExactlyInAnyOrder(TYPE_OF_PUBACK, TYPE_OF_SUBSCRIBE);
            }
            serving.join();
        }
    }

    private void received(Incoming message) {
        message.acknowledge();
        acknowledged.countDown();
    }

    /** Tells the types of the first two packets after the connect. */
    private void serve(ServerSocket server) {
        try (Socket socket = server.accept()) {
            DataInputStream in = new DataInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            readPacket(in);
            out.write(PUBLISH);
            acknowledged.await();
            out.write(CONNACK_OF_A_RESUMED_SESSION);
            List<Integer> types = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                int type = readPacket(in);
                types.add(type);
                if (type == TYPE_OF_SUBSCRIBE) {
                    out.write(SUBACK);
                }
            }
            afterTheConnect.complete(types);
            readPacket(in); // the disconnect
        } catch (IOException e) {
            afterTheConnect.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static int readPacket(DataInputStream in) throws IOException {
        int type = in.readUnsignedByte() >> 4;
        in.skipNBytes(in.readUnsignedByte());
        return type;
    }
}
