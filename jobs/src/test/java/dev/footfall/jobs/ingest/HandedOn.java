package dev.footfall.jobs.ingest;

import dev.footfall.jobs.batches.StoreBatch;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Lets a harness collect batches, which it wants to copy: hands them on as a chain of operators does. */
final class HandedOn extends TypeSerializerSingleton<StoreBatch> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean isImmutableType() {
        return false;
    }

    @Override
    public StoreBatch createInstance() {
        throw refuse();
    }

    @Override
    public StoreBatch copy(StoreBatch from) {
        return from;
    }

    @Override
    public StoreBatch copy(StoreBatch from, StoreBatch reuse) {
        return from;
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(StoreBatch batch, DataOutputView target) {
        throw refuse();
    }

    @Override
    public StoreBatch deserialize(DataInputView source) {
        throw refuse();
    }

    @Override
    public StoreBatch deserialize(StoreBatch reuse, DataInputView source) {
        throw refuse();
    }

    @Override
    public void copy(DataInputView source, DataOutputView target) {
        throw refuse();
    }

    @Override
    public TypeSerializerSnapshot<StoreBatch> snapshotConfiguration() {
        throw refuse();
    }

    private static UnsupportedOperationException refuse() {
        return new UnsupportedOperationException("a harness only hands batches on");
    }
}
