package dev.footfall.jobs.ingest;

import dev.footfall.events.Frame;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Tick;
import dev.footfall.jobs.StoreFrame;
import dev.footfall.jobs.StorePackFolder;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.state.StateSerializer;
import java.util.Objects;
import org.apache.flink.api.common.accumulators.LongCounter;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;

/**
 * Runs {@link StoreIngest} over the frames of every store.
 *
 * <p>Counts, as accumulators of the job: {@code events} taken, {@code frames}, {@code stores} first heard and {@code late} events.
 */
public final class IngestFunction extends KeyedProcessFunction<String, StoreFrame, StoreBatch> {
    private static final long serialVersionUID = 1L;

    private final StorePackFolder packs;
    private final LongCounter events = new LongCounter();
    private final LongCounter frames = new LongCounter();
    private final LongCounter stores = new LongCounter();
    private final LongCounter late = new LongCounter();
    private transient @Nullable ValueState<StoreIngest> states;

    /** Works with the packs of that folder. */
    public IngestFunction(StorePackFolder packs) {
        this.packs = packs;
    }

    @Override
    public void open(OpenContext context) {
        states = getRuntimeContext()
                .getState(new ValueStateDescriptor<>("store", new StateSerializer<>(new StoreIngest.Form())));
        getRuntimeContext().addAccumulator("events", events);
        getRuntimeContext().addAccumulator("frames", frames);
        getRuntimeContext().addAccumulator("stores", stores);
        getRuntimeContext().addAccumulator("late", late);
    }

    @Override
    public void processElement(StoreFrame encoded, Context context, Collector<StoreBatch> out) throws Exception {
        ValueState<StoreIngest> store = Objects.requireNonNull(states, "not opened");
        StoreIngest ingest = store.value();
        if (ingest == null) {
            ingest = new StoreIngest();
            stores.add(1);
        }
        long lateBefore = ingest.lateEvents();
        accept(ingest, encoded.bytes());
        late.add(ingest.lateEvents() - lateBefore);
        ingest.release(packs.pack(encoded.store()), out::collect);
        store.update(ingest);
    }

    private void accept(StoreIngest ingest, byte[] bytes) throws MalformedFrameException {
        if (FrameCodec.header(bytes) instanceof Tick tick) {
            ingest.accept(tick);
        } else {
            Frame frame = FrameCodec.decode(bytes);
            ingest.accept(frame);
            events.add(frame.rows());
            frames.add(1);
        }
    }
}
