package dev.footfall.gateway.uplink;

import dev.footfall.events.AcksTopic;
import dev.footfall.events.LaneAnswer;
import dev.footfall.events.Topics;
import dev.footfall.mqtt.Answer;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Listener;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connection to the broker of the jobs, shared by all stores of a gateway. */
public final class Uplink implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);
    private static final String CBOR = "application/cbor";
    private static final int RECEIVE_MAXIMUM = 1_000;

    private final Map<String, Customer> customers = new TreeMap<>();
    private final Connection connection;

    /** A store whose frames go up; called on threads of the connection, and must not block. */
    public interface Customer {
        String store();

        String gateway();

        void up();

        void down();

        void answered(String group, LaneAnswer answer);
    }

    private Uplink(Broker broker, String clientId, List<? extends Customer> customers) {
        for (Customer customer : customers) {
            this.customers.put(Topics.acksFilter(customer.store(), customer.gateway()), customer);
        }
        List<String> filters = List.copyOf(this.customers.keySet());
        this.connection =
                Connection.open(broker, new Session(clientId, filters, 0, RECEIVE_MAXIMUM, null), new Answers());
    }

    /** Begins to connect. */
    public static Uplink open(Broker broker, String clientId, List<? extends Customer> customers) {
        return new Uplink(broker, clientId, customers);
    }

    /** Whether the connection is up. */
    public boolean isUp() {
        return connection.isUp();
    }

    /** Sends a frame or tick; false when the connection is down or the broker lets no more be on its way. */
    public boolean tryPublish(int lane, String store, byte[] frame, Answer answer) {
        return connection.tryPublish(new Outgoing(Topics.frames(lane, store), frame, false, Map.of(), CBOR), answer);
    }

    @Override
    public void close() {
        connection.close();
    }

    private final class Answers implements Listener {
        @Override
        public void connected() {
            customers.values().forEach(Customer::up);
        }

        @Override
        public void disconnected(String why) {
            customers.values().forEach(Customer::down);
        }

        @Override
        public void received(Incoming message) {
            message.acknowledge();
            AcksTopic topic = Topics.parseAcks(message.topic()).orElse(null);
            LaneAnswer answer = LaneAnswer.parse(message.payload()).orElse(null);
            Customer customer = topic == null ? null : customers.get(Topics.acksFilter(topic.store(), topic.gateway()));
            if (topic == null || answer == null || customer == null) {
                LOG.warn("what came on {} is no answer of jobs", message.topic());
            } else {
                customer.answered(topic.group(), answer);
            }
        }
    }
}
