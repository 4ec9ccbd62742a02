package dev.footfall.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttPingResp;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;
import org.eclipse.paho.mqttv5.common.packet.MqttPubAck;
import org.eclipse.paho.mqttv5.common.packet.MqttPublish;
import org.eclipse.paho.mqttv5.common.packet.MqttWireMessage;
import org.eclipse.paho.mqttv5.common.packet.UserProperty;

/** What the client library reads through it, with the payloads put back, is what it reads without. */
class PayloadsAsideProperties {
    private static final int MOST_MESSAGES = 65_535;

    @Property(tries = 300, seed = "20261122")
    void packets_throughIt_areTheSame(@ForAll("streams") List<byte[]> packets, @ForAll long seed)
            throws IOException, MqttException {
        byte[] all = joined(packets);
        PayloadsAside aside = new PayloadsAside(new Halting(all, new Random(seed)));
        for (byte[] packet : packets) {
            MqttWireMessage plain = MqttWireMessage.createWireMessage(packet);
            MqttWireMessage read = MqttWireMessage.createWireMessage(packet(aside));
            assertThat(read).hasSameClassAs(plain);
            assertThat(read.getMessageId()).isEqualTo(plain.getMessageId());
            if (read instanceof MqttPublish message && plain instanceof MqttPublish expected) {
                assertThat(message.getTopicName()).isEqualTo(expected.getTopicName());
                assertThat(message.getMessage().getQos())
                        .isEqualTo(expected.getMessage().getQos());
                assertThat(message.getMessage().isRetained())
                        .isEqualTo(expected.getMessage().isRetained());
                assertThat(message.getProperties().getUserProperties())
                        .isEqualTo(expected.getProperties().getUserProperties());
                assertThat(aside.payload(message.getMessage().getPayload()))
                        .isEqualTo(expected.getMessage().getPayload());
            } else {
                assertThat(read.getHeader()).isEqualTo(plain.getHeader());
                assertThat(read.getPayload()).isEqualTo(plain.getPayload());
            }
        }
        assertThat(typeOf(aside)).isNegative();
    }

    @Example
    void payloadsThatNobodyTook_arePassedOver() throws IOException, MqttException {
        byte[] first = publish("t", new byte[] {1}, 1, 1, false);
        byte[] second = publish("t", new byte[] {2}, 1, 2, false);
        PayloadsAside aside = new PayloadsAside(new ByteArrayInputStream(joined(List.of(first, second))));
        packet(aside);
        MqttPublish last = (MqttPublish) MqttWireMessage.createWireMessage(packet(aside));
        assertThat(aside.payload(last.getMessage().getPayload())).containsExactly(2);
    }

    @Property(tries = 1_000, seed = "20261122")
    void anyBytes_endTheStreamOrPass(@ForAll byte[] bytes) {
        PayloadsAside aside = new PayloadsAside(new ByteArrayInputStream(bytes));
        try {
            assertThat(aside.readAllBytes()).isNotNull();
        } catch (IOException e) {
            assertThat(e).hasMessageMatching("(the broker sends what is no MQTT|the connection ends).*");
        }
    }

    @Example
    void aMessageShorterThanItsTopic_isNoMqtt() {
        PayloadsAside aside = new PayloadsAside(new ByteArrayInputStream(new byte[] {0x30, 4, 0, 9, 1, 2}));
        assertThatIOException().isThrownBy(aside::read).withMessageContaining("no MQTT");
    }

    /** Reads a packet as the library does: the type, the length, then all the rest. */
    private static byte[] packet(InputStream in) throws IOException {
        ByteArrayOutputStream packet = new ByteArrayOutputStream();
        int length = 0;
        int type = typeOf(in);
        packet.write(type);
        int next;
        int shift = 0;
        do {
            next = in.read();
            packet.write(next);
            length |= (next & 0x7F) << shift;
            shift += 7;
        } while (next > 0x7F);
        packet.write(in.readNBytes(length));
        return packet.toByteArray();
    }

    private static int typeOf(InputStream in) throws IOException {
        while (true) {
            try {
                return in.read();
            } catch (SocketTimeoutException betweenPackets) {
                assertThat(betweenPackets).hasMessage("halt");
            }
        }
    }

    /** Gives a few bytes at a time, and sometimes none for so long that the read times out. */
    private static final class Halting extends InputStream {
        private final InputStream in;
        private final Random dice;

        Halting(byte[] bytes, Random dice) {
            this.in = new ByteArrayInputStream(bytes);
            this.dice = dice;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (dice.nextInt(4) == 0) {
                throw new SocketTimeoutException("halt");
            }
            return in.read(bytes, offset, Math.min(length, 1 + dice.nextInt(20)));
        }
    }

    private static byte[] joined(List<byte[]> packets) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        packets.forEach(all::writeBytes);
        return all.toByteArray();
    }

    private static byte[] publish(String topic, byte[] payload, int qos, int id, boolean isRetained)
            throws MqttException {
        MqttMessage message = new MqttMessage(payload);
        message.setQos(qos);
        message.setRetained(isRetained);
        MqttProperties properties = new MqttProperties();
        properties.setUserProperties(new ArrayList<>(List.of(new UserProperty("at", "1793696400000"))));
        MqttPublish publish = new MqttPublish(topic, message, properties);
        publish.setMessageId(id);
        return bytes(publish);
    }

    private static byte[] bytes(MqttWireMessage message) throws MqttException {
        return joined(List.of(message.getHeader(), message.getPayload()));
    }

    @Provide
    Arbitrary<List<byte[]>> streams() {
        Arbitrary<byte[]> payloads = Arbitraries.oneOf(
                Arbitraries.bytes().array(byte[].class).ofMaxSize(40),
                Arbitraries.integers()
                        .between(100, 70_000)
                        .map(size -> "x".repeat(size).getBytes(StandardCharsets.UTF_8)));
        Arbitrary<byte[]> messages = Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(30),
                        payloads,
                        Arbitraries.integers().between(0, 1),
                        Arbitraries.integers().between(1, MOST_MESSAGES),
                        Arbitraries.of(true, false))
                .as(PayloadsAsideProperties::publishUnchecked);
        Arbitrary<byte[]> others = Arbitraries.integers()
                .between(1, MOST_MESSAGES)
                .map(id -> {
                    try {
                        return id % 2 == 0
                                ? bytes(new MqttPingResp())
                                : bytes(new MqttPubAck(0, id, new MqttProperties()));
                    } catch (MqttException e) {
                        throw new IllegalStateException(e);
                    }
                });
        return Arbitraries.oneOf(messages, messages, others).list().ofMaxSize(8);
    }

    private static byte[] publishUnchecked(String topic, byte[] payload, int qos, int id, boolean isRetained) {
        try {
            return publish(topic, payload, qos, id, isRetained);
        } catch (MqttException e) {
            throw new IllegalStateException(e);
        }
    }
}
