package dev.footfall.jobs.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.apache.flink.core.memory.DataOutputView;

/** Writes and reads a {@link StateForm}'s state for Flink; each value says the version it was written in. */
public final class StateSerializer<S extends Persistent> extends TypeSerializer<S> {
    private static final int TYPICAL_SIZE = 4096;

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
    public TypeSerializer<S> duplicate() {
        return this;
    }

    @Override
    public S createInstance() {
        return form.create();
    }

    @Override
    public S copy(S from) {
        try {
            DataOutputSerializer out = new DataOutputSerializer(TYPICAL_SIZE);
            serialize(from, out);
            return deserialize(new DataInputDeserializer(out.getSharedBuffer(), 0, out.length()));
        } catch (IOException e) {
            throw new IllegalStateException("state of " + form.getClass().getName() + " cannot be copied in memory", e);
        }
    }

    @Override
    public S copy(S from, S reuse) {
        return copy(from);
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(S record, DataOutputView target) throws IOException {
        target.writeInt(form.version());
        record.write(target);
    }

    @Override
    public S deserialize(DataInputView source) throws IOException {
        int version = source.readInt();
        if (version > form.version()) {
            throw new IOException("state of " + form.getClass().getName() + " was written in version " + version
                    + " by a newer build; this one reads up to " + form.version());
        }
        return form.read(source, version);
    }

    @Override
    public S deserialize(S reuse, DataInputView source) throws IOException {
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
    public TypeSerializerSnapshot<S> snapshotConfiguration() {
        return new StateSerializerSnapshot<>(form);
    }
}
