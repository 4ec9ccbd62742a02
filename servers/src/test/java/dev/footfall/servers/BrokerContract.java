package dev.footfall.servers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What Footfall asks of a broker, and what the ones started here do. */
@Execution(ExecutionMode.CONCURRENT)
abstract class BrokerContract {
    private static final String FILTER = "footfall/v1/s1/+/+";
    private static final String[] TOPICS = {
        "footfall/v1/s1/door/d1", "footfall/v1/s1/track/cam-1", "footfall/v1/s1/track/cam.2", "footfall/v1/s1/status/d1"
    };

    /** A broker on a folder. */
    interface Running extends AutoCloseable {
        URI uri();

        /** In order, same folder and port. */
        void restart() throws IOException;

        @Override
        void close() throws IOException;
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Running broker;

    abstract Running start(Path folder) throws IOException;

    @BeforeEach
    void startBroker() throws IOException {
        broker = start(folder);
    }

    @AfterEach
    void stopBroker() throws IOException {
        broker.close();
    }

    @Test
    void oneFilter_severalTopics_seesThemInOrderOfPublication() throws Exception {
        try (Client reader = Client.connect(broker.uri(), "reader").subscribe(FILTER);
                Client device = Client.connect(broker.uri(), "device")) {
            publish(device, 0, 3_000);
            List<Client.Received> received = reader.take(3_000);
            assertThat(numbers(received, Client.Received::payload)).isEqualTo(run(0, 3_000));
            assertThat(received).extracting(Client.Received::topic).startsWith(TOPICS);
        }
    }

    @Test
    void absentReader_brokerRestarted_getsTheBacklogAndThenTheNewInOrder() throws Exception {
        Client.connect(broker.uri(), "reader").subscribe(FILTER).close();
        try (Client device = Client.connect(broker.uri(), "device")) {
            publish(device, 0, 2_500);
        }
        broker.restart();
        try (Client device = Client.connect(broker.uri(), "device")) {
            publish(device, 2_500, 1_000);
            try (Client reader = Client.connect(broker.uri(), "reader")) {
                publish(device, 3_500, 500);
                List<Client.Received> received = reader.take(4_000);
                assertThat(numbers(received, Client.Received::payload)).isEqualTo(run(0, 4_000));
                assertThat(numbers(received, Client.Received::property)).isEqualTo(run(0, 4_000));
            }
        }
    }

    @Test
    void absentReader_moreThanMemoryHolds_getsAllInOrderAfterARestart() throws Exception {
        int topics = 2;
        int count = topics * 300; // more than the 16 MiB that the one in this process keeps of a topic, each
        Client.connect(broker.uri(), "reader").subscribe(FILTER).close();
        try (Client device = Client.connect(broker.uri(), "device")) {
            List<IMqttToken> tokens = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                tokens.add(device.send(TOPICS[i % topics], large(i), false, Integer.toString(i)));
                if (i >= 20) {
                    Client.await(tokens.get(i - 20));
                }
            }
            for (IMqttToken token : tokens) {
                Client.await(token);
            }
        }
        broker.restart();
        try (Client reader = Client.connect(broker.uri(), "reader")) {
            assertThat(numbers(reader.take(count), Client.Received::property)).isEqualTo(run(0, count));
        }
    }

    @Test
    void unacknowledged_isHandedOverAgainEachTimeTheReaderComesBack() throws Exception {
        Client.connect(broker.uri(), "reader").subscribe(FILTER).close();
        try (Client device = Client.connect(broker.uri(), "device")) {
            publish(device, 0, 3);
        }
        for (int i = 0; i < 12; i++) {
            try (Client reader = Client.connect(broker.uri(), "reader")) {
                assertThat(reader.next().payload()).as("time %s", i).isEqualTo("0");
            }
        }
        try (Client reader = Client.connect(broker.uri(), "reader")) {
            assertThat(numbers(reader.take(3), Client.Received::payload)).isEqualTo(run(0, 3));
        }
    }

    @Test
    void acknowledged_isNotHandedOverAgain() throws Exception {
        try (Client reader = Client.connect(broker.uri(), "reader").subscribe(FILTER);
                Client device = Client.connect(broker.uri(), "device")) {
            publish(device, 0, 10);
            assertThat(numbers(reader.take(10), Client.Received::payload)).isEqualTo(run(0, 10));
            reader.publish("behind/the/acknowledgements", "");
        }
        broker.restart();
        try (Client reader = Client.connect(broker.uri(), "reader");
                Client device = Client.connect(broker.uri(), "device")) {
            publish(device, 10, 1);
            assertThat(numbers(reader.take(1), Client.Received::payload)).isEqualTo(run(10, 1));
        }
    }

    @Test
    void retained_afterRestart_isThere() throws Exception {
        try (Client gateway = Client.connect(broker.uri(), "gateway")) {
            gateway.retain("footfall/v1/s1/gateway/g1", "offline");
            gateway.retain("footfall/v1/s1/gateway/g1", "online");
        }
        broker.restart();
        try (Client reader = Client.connect(broker.uri(), "reader").subscribe("footfall/v1/+/gateway/+")) {
            Client.Received health = reader.take(1).get(0);
            assertThat(health.payload()).isEqualTo("online");
            assertThat(health.retained()).isTrue();
        }
    }

    @Test
    void twoSessions_eachGetsEverything() throws Exception {
        try (Client one = Client.connect(broker.uri(), "one").subscribe(FILTER);
                Client two = Client.connect(broker.uri(), "two").subscribe("footfall/v1/#");
                Client device = Client.connect(broker.uri(), "device")) {
            publish(device, 0, 200);
            assertThat(numbers(one.take(200), Client.Received::payload)).isEqualTo(run(0, 200));
            assertThat(numbers(two.take(200), Client.Received::payload)).isEqualTo(run(0, 200));
        }
    }

    @Test
    void largestMessage_passes() throws Exception {
        byte[] mebibyte = new byte[1 << 20];
        Arrays.fill(mebibyte, (byte) 'x');
        try (Client reader = Client.connect(broker.uri(), "reader").subscribe(FILTER);
                Client device = Client.connect(broker.uri(), "device")) {
            Client.await(device.send(TOPICS[0], mebibyte, false, "1"));
            assertThat(reader.take(1).get(0).payload()).hasSize(mebibyte.length);
        }
    }

    private static byte[] large(int number) {
        byte[] payload = new byte[64 * 1024];
        payload[0] = (byte) number;
        return payload;
    }

    private static void publish(Client device, int from, int count) throws MqttException {
        List<IMqttToken> tokens = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            String number = Integer.toString(i);
            tokens.add(device.send(TOPICS[i % TOPICS.length], number, false, number));
        }
        for (IMqttToken token : tokens) {
            Client.await(token);
        }
    }

    /** The numbers that were received, as runs: {@code 0-52 54-99 53}. */
    private static String numbers(List<Client.Received> received, Function<Client.Received, String> of) {
        StringBuilder runs = new StringBuilder();
        int first = 0;
        int last = 0;
        for (int i = 0; i < received.size(); i++) {
            int number = Integer.parseInt(of.apply(received.get(i)));
            if (i == 0) {
                first = number;
            } else if (number != last + 1) {
                runs.append(first).append('-').append(last).append(' ');
                first = number;
            }
            last = number;
        }
        return runs.append(first).append('-').append(last).toString();
    }

    private static String run(int from, int count) {
        return from + "-" + (from + count - 1);
    }
}
