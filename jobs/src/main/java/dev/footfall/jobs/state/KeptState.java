package dev.footfall.jobs.state;

import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * The state that Flink keeps for each store: taken once per batch, and put back at its end.
 *
 * @param <S> the pure state of one store
 */
public final class KeptState<S extends Persistent> {
    private final StateForm<S> form;
    private final ValueState<Held<S>> states;
    private @Nullable Held<S> taken;

    /** The keyed state of that name. */
    public KeptState(RuntimeContext context, String name, StateForm<S> form) {
        this.form = form;
        this.states = context.getState(new ValueStateDescriptor<>(name, new StateSerializer<>(form)));
    }

    /** Takes the state of the store whose turn it is: a new one for a store that was never heard of. */
    public S take() throws IOException {
        Held<S> held = states.value();
        if (held == null) {
            held = new Held<>(form.create());
        }
        taken = held;
        return held.state();
    }

    /** Puts back what was taken, with all that happened to it. */
    public void putBack() throws IOException {
        if (taken == null) {
            throw new IllegalStateException("no state was taken");
        }
        states.update(taken);
        taken = null;
    }
}
