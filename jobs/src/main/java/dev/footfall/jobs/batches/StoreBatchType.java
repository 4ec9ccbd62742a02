package dev.footfall.jobs.batches;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/**
 * The type of batches for Flink: they are handed on inside a chain and never cross a wire.
 *
 * <p>There is one shuffle, of frames by store; every operator after it is chained to the one before, with objects reused. A job in which a
 * batch would have to be serialized, because chaining was switched off, fails at its first batch and says so.
 */
public final class StoreBatchType extends TypeInformation<StoreBatch> {
    /** The only one. */
    public static final StoreBatchType INSTANCE = new StoreBatchType();

    private static final long serialVersionUID = 1L;

    private StoreBatchType() {}

    @Override
    public boolean isBasicType() {
        return false;
    }

    @Override
    public boolean isTupleType() {
        return false;
    }

    @Override
    public int getArity() {
        return 1;
    }

    @Override
    public int getTotalFields() {
        return 1;
    }

    @Override
    public Class<StoreBatch> getTypeClass() {
        return StoreBatch.class;
    }

    @Override
    public boolean isKeyType() {
        return false;
    }

    @Override
    public TypeSerializer<StoreBatch> createSerializer(SerializerConfig config) {
        return new ChainedOnlySerializer();
    }

    @Override
    public String toString() {
        return "StoreBatch";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoreBatchType;
    }

    @Override
    public int hashCode() {
        return StoreBatchType.class.hashCode();
    }

    @Override
    public boolean canEqual(Object other) {
        return other instanceof StoreBatchType;
    }
}
