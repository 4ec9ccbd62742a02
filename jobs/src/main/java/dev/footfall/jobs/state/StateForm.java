package dev.footfall.jobs.state;

import java.io.DataInput;
import java.io.IOException;
import java.io.Serializable;

/**
 * What Flink needs to know of a per-store state: how it begins, how it is written, how every version ever written is read.
 *
 * <p>A form is a class with a public constructor without arguments: a savepoint names it. Its state is a pure class that knows
 * nothing of Flink.
 *
 * @param <S> the state of one store
 */
public interface StateForm<S extends Persistent> extends Serializable {
    /** Version that {@link Persistent#write} writes. */
    int version();

    /** The state of a store that was never heard of. */
    S create();

    /** Reads a state that an equal or earlier version wrote. */
    S read(DataInput in, int version) throws IOException;
}
