package dev.footfall.jobs.state;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Says in a savepoint which {@link StateForm} wrote a state. A form reads all its earlier versions itself, so any two serializers
 * of one form are compatible.
 *
 * @param <S> the state
 */
public final class StateSerializerSnapshot<S extends Persistent> implements TypeSerializerSnapshot<Held<S>> {
    private static final int VERSION = 1;

    private @Nullable StateForm<S> form;

    /** For Flink, which reads the form next. */
    public StateSerializerSnapshot() {}

    StateSerializerSnapshot(StateForm<S> form) {
        this.form = form;
    }

    private StateForm<S> form() {
        if (form == null) {
            throw new IllegalStateException("the snapshot was not read yet");
        }
        return form;
    }

    @Override
    public int getCurrentVersion() {
        return VERSION;
    }

    @Override
    public void writeSnapshot(DataOutputView out) throws IOException {
        out.writeUTF(form().getClass().getName());
    }

    @Override
    @SuppressWarnings("unchecked")
    public void readSnapshot(int readVersion, DataInputView in, ClassLoader classLoader) throws IOException {
        String name = in.readUTF();
        try {
            form = (StateForm<S>) Class.forName(name, true, classLoader)
                    .asSubclass(StateForm.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IOException(
                    "the savepoint holds a state of form " + name + ", which this build does not have", e);
        }
    }

    @Override
    public TypeSerializer<Held<S>> restoreSerializer() {
        return new StateSerializer<>(form());
    }

    @Override
    public TypeSerializerSchemaCompatibility<Held<S>> resolveSchemaCompatibility(TypeSerializerSnapshot<Held<S>> old) {
        return old instanceof StateSerializerSnapshot<?> other
                        && other.form().getClass().equals(form().getClass())
                ? TypeSerializerSchemaCompatibility.compatibleAsIs()
                : TypeSerializerSchemaCompatibility.incompatible();
    }
}
