package dev.footfall.local.torture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LineTest {
    private final ServerSocket server;
    private final Line line;

    LineTest() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        line = new Line("test", server.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        line.close();
        server.close();
    }

    private Socket connected() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), line.port());
    }

    @Test
    void open_passesBytesBothWays() throws IOException {
        try (Socket client = connected();
                Socket accepted = server.accept()) {
            client.getOutputStream().write(new byte[] {1, 2});
            accepted.getOutputStream().write(3);

            assertThat(accepted.getInputStream().readNBytes(2)).containsExactly(1, 2);
            assertThat(client.getInputStream().read()).isEqualTo(3);
        }
    }

    @Test
    void cut_endsConnectionsAndTakesNoMore_untilItIsOpenAgain() throws IOException {
        try (Socket client = connected();
                Socket accepted = server.accept()) {
            line.become(Line.State.CUT);

            assertThat(client.getInputStream().read()).isNegative();
            assertThat(accepted.getInputStream().read()).isNegative();
            try (Socket refused = connected()) {
                assertThat(refused.getInputStream().read()).isNegative();
            }
        }
        line.become(Line.State.OPEN);
        try (Socket again = connected();
                Socket accepted = server.accept()) {
            again.getOutputStream().write(4);
            assertThat(accepted.getInputStream().read()).isEqualTo(4);
        }
    }

    @Test
    void breaking_endsAConnectionInTheMiddle() throws IOException {
        line.become(Line.State.BREAKING);
        try (Socket client = connected();
                Socket accepted = server.accept()) {
            byte[] some = new byte[10_000];
            await().ignoreExceptions().until(() -> {
                client.getOutputStream().write(some);
                int read = accepted.getInputStream().read(some);
                return read < 0;
            });
        }
    }

    @Test
    void slow_passesEverythingAllTheSame() throws IOException {
        line.become(Line.State.SLOW);
        try (Socket client = connected();
                Socket accepted = server.accept()) {
            client.getOutputStream().write(new byte[5_000]);
            assertThat(accepted.getInputStream().readNBytes(5_000)).hasSize(5_000);
        }
    }
}
