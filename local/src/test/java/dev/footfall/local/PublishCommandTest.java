package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.footfall.mqtt.Broker;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void publish_withSeveralFaults_tellsAllAtOnce() {
        CommandLineRun run = CommandLineRun.of(
                "publish", "--broker", "http://x", "--events", "none.ndjson", "--broker-password-file", "no-password");
        assertThat(run.code()).isEqualTo(Footfall.UNUSABLE);
        assertThat(run.err())
                .contains("4 faults")
                .contains("--broker http://x: must be mqtt://host:port")
                .contains("--events none.ndjson: there is no such file")
                .contains("--broker-password-file no-password: there is no such file");
    }

    @Test
    void publish_withAPasswordInTheAddress_isRefusedWithoutPrintingIt() throws IOException {
        Path events = Demo.write(folder.resolve("events.ndjson"), List.of());
        CommandLineRun run =
                CommandLineRun.of("publish", "--broker", "mqtt://me:secret@host", "--events", events.toString());
        assertThat(run.code()).isEqualTo(Footfall.UNUSABLE);
        assertThat(run.err()).contains("password file").doesNotContain("secret");
    }

    @Test
    void publish_atNoSpeed_isAUsageFault() {
        CommandLineRun run =
                CommandLineRun.of("publish", "--broker", "mqtt://host", "--events", "x", "--speed", "fast");
        assertThat(run.code()).isEqualTo(Footfall.UNUSABLE);
        assertThat(run.err()).contains("'fast' is neither a number above 0 nor max");
    }

    @Test
    void awaitConnection_whereNobodyListens_endsAfterAWhile() throws Exception {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (Outbox outbox = new Outbox(
                Broker.at("mqtt://127.0.0.1:" + port), new PrintWriter(Writer.nullWriter()), Duration.ofMillis(200))) {
            assertThatExceptionOfType(UnusableInputException.class)
                    .isThrownBy(outbox::awaitConnection)
                    .withMessageContaining("cannot be reached");
        }
    }
}
