package dev.footfall.jobs.state;

import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.windows.Phases;
import dev.footfall.jobs.windows.Schedule;
import java.util.Objects;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * The operator of every step after {@code ingest}: moves the store's state on by one batch and hands the batch on.
 *
 * <p>The state is read once and updated once per batch and never kept across batches: the backend copies it on reading while a
 * snapshot is being written.
 *
 * @param <S> the pure state of one store
 */
public final class PerStore<S extends StoreState> extends KeyedProcessFunction<String, StoreBatch, StoreBatch> {
    private static final long serialVersionUID = 1L;

    private final StateForm<S> form;
    private final Schedule schedule;
    private transient @Nullable KeptState<S> states;
    private transient @Nullable Phases phases;

    /** Runs a form's state over all stores, with provisional figures by {@code schedule}. */
    public PerStore(StateForm<S> form, Schedule schedule) {
        this.form = form;
        this.schedule = schedule;
    }

    @Override
    public void open(OpenContext context) {
        states = new KeptState<>(getRuntimeContext(), "store", form);
        phases = new Phases(schedule);
    }

    @Override
    public void processElement(StoreBatch batch, Context context, Collector<StoreBatch> out) throws Exception {
        KeptState<S> store = Objects.requireNonNull(states, "not opened");
        Schedule own = Objects.requireNonNull(phases, "not opened").of(batch.store);
        store.take().advance(batch.pack, own, batch);
        store.putBack();
        out.collect(batch);
    }
}
