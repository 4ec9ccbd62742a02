package dev.footfall.jobs.batches;

import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.base.TypeSerializerSingleton;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Refuses to write batches: see {@link StoreBatchType}. */
final class ChainedOnlySerializer extends TypeSerializerSingleton<StoreBatch> {
    private static final long serialVersionUID = 1L;

    private static IllegalStateException refuse() {
        return new IllegalStateException(
                "a store's batch left its chain of operators: run the job with operator chaining and"
                        + " object reuse on (pipeline.operator-chaining.enabled, pipeline.object-reuse), and one parallelism after ingest");
    }

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
        throw refuse();
    }

    @Override
    public StoreBatch copy(StoreBatch from, StoreBatch reuse) {
        throw refuse();
    }

    @Override
    public int getLength() {
        return -1;
    }

    @Override
    public void serialize(StoreBatch record, DataOutputView target) {
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
        return new Snapshot();
    }

    /** For Flink. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<StoreBatch> {
        /** For Flink. */
        public Snapshot() {
            super(ChainedOnlySerializer::new);
        }
    }
}
