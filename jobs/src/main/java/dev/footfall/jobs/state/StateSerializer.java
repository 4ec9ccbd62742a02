package dev.footfall.jobs.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes and reads a {@link StateForm}'s state for Flink; each value says the version it was written in. */
public final class StateSerializer<S extends Persistent> extends TypeSerializer<Held<S>> {
    private final StateForm<S> form;

    /** Writes and reads the states of that form. */
    public StateSerializer(StateForm<S> form) {
        this.form = form;
    }

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public TypeSerializer<Held<S>> duplicate() {
        return this;
    }

    @Override
    public Held<S> createInstance() {
        return new Held<>(form.create());
    }

    /** Takes the state over; {@code from} goes on only to be written. */
    @Override
    public Held<S> copy(Held<S> from) {
        try {
            return from.handOver(form);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "state of " + form.getClass().getName() + " cannot be written to memory", e);
        }
    }

    @Override
    public Held<S> copy(Held<S> from, Held<S> reuse) {
        return copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(Held<S> held, DataOutputView target) throws IOException {
        target.writeInt(form.version());
        held.write(target);
    }

    @Override
    public Held<S> deserialize(DataInputView source) throws IOException {
        int version = source.readInt();
        if (version > form.version()) {
            throw new IOException("state of " + form.getClass().getName() + " was written in version " + version
                    + " by a newer build; this one reads up to " + form.version());
        }
        return new Held<>(form.read(source, version));
    }

    @Override
    public Held<S> deserialize(Held<S> reuse, DataInputView source) throws IOException {
        return deserialize(source);
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) throws IOException {
        serialize(deserialize(source), target);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StateSerializer<?> serializer
                && serializer.form.getClass().equals(form.getClass());
    }

    @Override
    public int hashCode() {
        return form.getClass().hashCode();
    }

    @Override
    public TypeSerializerSnapshot<Held<S>> snapshotConfiguration() {
        return new StateSerializerSnapshot<>(form);
    }
}
