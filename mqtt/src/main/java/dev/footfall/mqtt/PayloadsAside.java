package dev.footfall.mqtt;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What a broker sends, for the client library, but with the payload of every message taken out and a number put in its place. The library reads each byte of a
 * payload by a call of its own, twice, which costs more than all that is done with a message afterwards; here it is one copy. {@link #payload} gives it back.
 *
 * <p>All else passes as it is. A read that times out between two packets is told to the caller, who looks then whether it should end; within a packet it is
 * waited on. What is no MQTT ends the stream with an {@link IOException}. One thread reads; payloads are taken, in the order of the messages, on any one thread.
 */
final class PayloadsAside extends InputStream {
    private static final int READ_AHEAD_BYTES = 1 << 16;
    private static final int AT_ONCE_BYTES = 1 << 20;
    private static final int PUBLISH = 3;
    private static final int MOST_LENGTH_BYTES = 4;
    private static final int NOT_YET = -2;
    private static final byte[] NOTHING = {};

    private final InputStream in;
    private final Queue<Aside> aside = new ConcurrentLinkedQueue<>();
    private long number;
    private byte[] ready = NOTHING;
    private int at;
    /** How many bytes of the packet follow {@link #ready} as they are. */
    private int passing;

    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Aside(long number, byte[] payload) {}

    PayloadsAside(InputStream in) {
        this.in = new BufferedInputStream(in, READ_AHEAD_BYTES);
    }

    /** The payload of a message, whose payload as the library has it is {@code ticket}. */
    byte[] payload(byte[] ticket) {
        long wanted = ByteBuffer.wrap(ticket).getLong();
        for (Aside next = aside.poll(); next != null; next = aside.poll()) {
            if (next.number() == wanted) {
                return next.payload();
            }
        }
        throw new IllegalStateException("there is no payload " + wanted + " any more");
    }

    @Override
    public int read() throws IOException {
        if (at == ready.length && passing == 0 && !next()) {
            return -1;
        }
        if (at < ready.length) {
            return ready[at++] & 0xFF;
        }
        passing--;
        return byteOfPacket();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (at == ready.length && passing == 0 && !next()) {
            return -1;
        }
        if (at < ready.length) {
            int taken = Math.min(length, ready.length - at);
            System.arraycopy(ready, at, bytes, offset, taken);
            at += taken;
            return taken;
        }
        int taken = some(bytes, offset, Math.min(length, passing));
        passing -= taken;
        return taken;
    }

    /** What can be read without waiting, or less. */
    @Override
    public int available() throws IOException {
        int here = ready.length - at;
        return here > 0 ? here : in.available();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Takes up the next packet; false at the end. */
    private boolean next() throws IOException {
        int type = in.read();
        if (type < 0) {
            return false;
        }
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int length = varint(head);
        if (type >> 4 != PUBLISH) {
            ready = packet(type, head.toByteArray(), NOTHING);
            passing = length;
        } else {
            publish(type, length);
        }
        at = 0;
        return true;
    }

    private void publish(int type, int length) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int topic = (byteOf(head) << Byte.SIZE) | byteOf(head);
        copy(topic, length - head.size(), head);
        boolean isNumbered = ((type >> 1) & 3) > 0;
        copy(isNumbered ? Short.BYTES : 0, length - head.size(), head);
        int properties = varint(head);
        copy(properties, length - head.size(), head);
        byte[] payload = bytes(length - head.size());
        number++;
        aside.add(new Aside(number, payload));
        byte[] ticket = ByteBuffer.allocate(Long.BYTES).putLong(number).array();
        head.write(ticket);
        ready = packet(type, lengthOf(head.size()), head.toByteArray());
    }

    private static byte[] packet(int type, byte[] length, byte[] rest) {
        return ByteBuffer.allocate(1 + length.length + rest.length)
                .put((byte) type)
                .put(length)
                .put(rest)
                .array();
    }

    private static byte[] lengthOf(int length) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int rest = length;
        do {
            bytes.write(rest > 0x7F ? (rest & 0x7F) | 0x80 : rest);
            rest >>>= 7;
        } while (rest > 0);
        return bytes.toByteArray();
    }

    private int varint(ByteArrayOutputStream copy) throws IOException {
        int value = 0;
        for (int i = 0; i < MOST_LENGTH_BYTES; i++) {
            int next = byteOf(copy);
            value |= (next & 0x7F) << (7 * i);
            if (next <= 0x7F) {
                return value;
            }
        }
        throw new IOException(
                "the broker sends what is no MQTT: a length of more than " + MOST_LENGTH_BYTES + " bytes");
    }

    private int byteOf(ByteArrayOutputStream copy) throws IOException {
        int next = byteOfPacket();
        copy.write(next);
        return next;
    }

    private void copy(int length, int left, ByteArrayOutputStream to) throws IOException {
        if (length > left) {
            throw new IOException(
                    "the broker sends what is no MQTT: a message shorter than its own topic or properties");
        }
        to.write(bytes(length));
    }

    private int byteOfPacket() throws IOException {
        byte[] one = new byte[1];
        some(one, 0, 1);
        return one[0] & 0xFF;
    }

    /** So many bytes of a packet; for many of them no memory is taken before they come. */
    private byte[] bytes(int length) throws IOException {
        if (length < 0) {
            throw new IOException("the broker sends what is no MQTT: a message shorter than its head");
        }
        byte[] bytes = new byte[Math.min(length, AT_ONCE_BYTES)];
        int read = 0;
        while (read < length) {
            if (read == bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.min(length, 2 * bytes.length));
            }
            read += some(bytes, read, bytes.length - read);
        }
        return bytes;
    }

    private int some(byte[] bytes, int offset, int length) throws IOException {
        int read;
        do {
            read = tryRead(bytes, offset, length);
        } while (read == NOT_YET);
        if (read < 0) {
            throw new EOFException("the connection ends within a packet");
        }
        return read;
    }

    private int tryRead(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (SocketTimeoutException notYet) {
            return NOT_YET;
        }
    }
}
