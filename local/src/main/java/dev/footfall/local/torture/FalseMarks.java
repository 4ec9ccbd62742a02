package dev.footfall.local.torture;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.footfall.events.LaneAnswer;
import dev.footfall.events.Topics;
import dev.footfall.jobs.mqtt.LaneSettings;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Connection;
import dev.footfall.mqtt.Incoming;
import dev.footfall.mqtt.Outgoing;
import dev.footfall.mqtt.Session;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;

/** Somebody who tells gateways that the jobs have everything. */
final class FalseMarks implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_UNANSWERED = 100;

    private final Map<String, Health> healths = new ConcurrentHashMap<>();
    private final Connection toStores;
    private final Connection toJobs;

    private record Health(String store, String gateway, String epoch, long next) {}

    /** Listens to what gateways say of themselves. */
    FalseMarks(URI storeBroker, URI jobsBroker) {
        toStores = Connection.open(
                Broker.at(storeBroker.toString()),
                new Session("false-marks", List.of(Topics.ROOT + "/+/gateway/+"), 0, MOST_UNANSWERED, null),
                this::heard);
        toJobs = Connection.open(Broker.at(jobsBroker.toString()), Session.publisher("false-marks"), this::ignore);
    }

    private void ignore(Incoming message) {
        message.acknowledge();
    }

    private void heard(Incoming message) {
        message.acknowledge();
        try {
            JsonNode health = JSON.readTree(message.payload());
            JsonNode spool = health.path("spool");
            if (spool.has("epoch")) {
                healths.put(
                        message.topic(),
                        new Health(
                                health.path("store").asText(),
                                health.path("gateway").asText(),
                                spool.path("epoch").asText(),
                                spool.path("next").asLong()));
            }
        } catch (IOException e) {
            throw new IllegalStateException("health that is no JSON on " + message.topic(), e);
        }
    }

    /** Tells every gateway that was heard that all it has is safe. */
    void publish() throws ExecutionException, InterruptedException {
        for (Health health : healths.values()) {
            byte[] mark = new LaneAnswer.Mark(health.epoch, health.next, 1).toJson();
            toJobs.publish(new Outgoing(
                            Topics.acks(LaneSettings.DEFAULT_GROUP, health.store, health.gateway),
                            mark,
                            true,
                            Map.of(),
                            null))
                    .get();
        }
    }

    @Override
    public void close() {
        toStores.close();
        toJobs.close();
    }
}
