package dev.footfall.jobs.state;

import java.io.IOException;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Holds the state of one store for Flink, so that a checkpoint costs the state one writing and nothing else.
 *
 * <p>While a checkpoint is being written, the backend asks for a copy of every state before it is changed. Instead of two equal objects there then are
 * the object, which the new holder takes along, and its bytes, which stay in the old one for the checkpoint. The thread that writes the checkpoint may be about
 * to write the very state; whoever comes first, the other waits for this one state.
 *
 * @param <S> the pure state of one store
 */
public final class Held<S extends Persistent> {
    private static final int TYPICAL_SIZE = 4096;

    private @Nullable S state;
    private byte @Nullable [] written;

    /** Holds a state. */
    public Held(S state) {
        this.state = state;
    }

    /** The state, for the thread that works on it. */
    public synchronized S state() {
        S held = state;
        if (held == null) {
            throw new IllegalStateException("the state was handed over; what is left here is for the checkpoint");
        }
        return held;
    }

    /** Hands the state over to another holder, and keeps what it is now in writing. */
    synchronized Held<S> handOver(StateForm<S> form) throws IOException {
        S held = state;
        if (held == null) {
            return read(form);
        }
        DataOutputSerializer out = new DataOutputSerializer(TYPICAL_SIZE);
        held.write(out);
        written = out.getCopyOfBuffer();
        state = null;
        return new Held<>(held);
    }

    private Held<S> read(StateForm<S> form) throws IOException {
        byte[] bytes = written;
        if (bytes == null) {
            throw new IllegalStateException("neither a state nor what it was");
        }
        return new Held<>(form.read(new DataInputDeserializer(bytes), form.version()));
    }

    /** Writes the state as it was when it was handed over, or as it is. */
    synchronized void write(DataOutputView target) throws IOException {
        if (written != null) {
            target.write(written);
        } else {
            state().write(target);
        }
    }
}
