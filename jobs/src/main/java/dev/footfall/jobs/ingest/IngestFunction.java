package dev.footfall.jobs.ingest;

import dev.footfall.events.Frame;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.UnknownFrameVersionException;
import dev.footfall.geofences.Fault;
import dev.footfall.geofences.PackReading;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.StoreFrame;
import dev.footfall.jobs.StorePackFolder;
import dev.footfall.jobs.archive.ArchiveRecord;
import dev.footfall.jobs.archive.FrameSpans;
import dev.footfall.jobs.batches.Delivery;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.state.KeptState;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.streaming.api.TimerService;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;
import org.apache.flink.util.OutputTag;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs {@link StoreIngest} over the frames of every store. {@link IngestCounts} says what it counts.
 *
 * <p>A live job waits for a silent gateway only so long: each store has one timer of the clock of the wall, set to the moment at which the next of
 * its gateways will have been silent for the patience.
 */
public final class IngestFunction extends KeyedProcessFunction<String, StoreFrame, StoreBatch> {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(IngestFunction.class);
    private static final long NOT_STARTED = Long.MIN_VALUE;

    /** The side output for the archive: every frame, and marks of the clock. */
    public static final OutputTag<ArchiveRecord> ARCHIVE =
            new OutputTag<>("archive", TypeInformation.of(ArchiveRecord.class));

    private final StorePackFolder packs;
    private final Patience patience;
    private final boolean archiving;
    private transient @Nullable KeptState<StoreIngest> states;
    private transient @Nullable IngestCounts counts;
    private transient @Nullable ArchiveOutput archive;
    private transient long startMillis;
    private transient @Nullable StorePacks opened;
    private transient Set<String> told = Set.of();

    /** Works with the packs of that folder, and archives nothing. */
    public IngestFunction(StorePackFolder packs, Patience patience) {
        this(packs, patience, false);
    }

    /** The same; {@code archiving} fills the side output {@link #ARCHIVE}. */
    public IngestFunction(StorePackFolder packs, Patience patience, boolean archiving) {
        this.packs = packs;
        this.patience = patience;
        this.archiving = archiving;
    }

    @Override
    public void open(OpenContext context) {
        states = new KeptState<>(getRuntimeContext(), "store", new StoreIngest.Form());
        counts = new IngestCounts(getRuntimeContext());
        archive = archiving ? new ArchiveOutput(getRuntimeContext()) : null;
        startMillis = NOT_STARTED;
        opened = packs.open();
        told = new HashSet<>();
    }

    @Override
    public void processElement(StoreFrame encoded, Context context, Collector<StoreBatch> out) throws Exception {
        KeptState<StoreIngest> store = Objects.requireNonNull(states, "not opened");
        StoreIngest ingest = store.take();
        counts().store(encoded.store());
        StorePack pack = pack(encoded.store());
        long lateBefore = ingest.lateEvents();
        long clockBefore = ingest.clockMillis();
        Accepted accepted = accept(ingest, encoded.bytes());
        FrameHead head = accepted.head();
        if (archive != null && head instanceof FrameHeader header) {
            long late = ingest.lateEvents() - lateBefore;
            archive.frame(context, encoded, header, accepted.spans(), late, clockBefore, pack);
        }
        ingest.lost(encoded.duplicates(), encoded.gaps());
        counts().late(ingest.lateEvents() - lateBefore);
        counts().watermark(head.watermarkMillis());
        if (!patience.isEndless()) {
            ingest.hearing().heard(head.gateway(), context.timerService().currentProcessingTime());
        }
        if (pack != null) {
            release(ingest, pack, context, out);
        }
        store.putBack();
    }

    /** A gateway may have been silent for too long. */
    @Override
    public void onTimer(long timestamp, OnTimerContext context, Collector<StoreBatch> out) throws Exception {
        if (patience.isEndless()) {
            return;
        }
        KeptState<StoreIngest> store = Objects.requireNonNull(states, "not opened");
        StoreIngest ingest = store.take();
        if (ingest.hearing().timerMillis() <= timestamp) {
            ingest.hearing().timerIsSet(Hearing.NONE);
        }
        StorePack pack = pack(context.getCurrentKey());
        if (pack != null) {
            release(ingest, pack, context, out);
        }
        store.putBack();
    }

    /**
     * The pack of a store, in a live job with the layouts as they now are. One that a live job does not have yet must not stop all other stores: its events
     * wait here. A replay has all packs from the beginning, or is told.
     */
    private @Nullable StorePack pack(String store) {
        StorePacks all = Objects.requireNonNull(opened, "not opened");
        if (patience.isEndless()) {
            return all.find(store).orElseThrow(() -> new IllegalStateException(packs.without(store)));
        }
        StorePack pack = all.refreshed(store, this::readAgain).orElse(null);
        if (pack == null && told.add("without " + store)) {
            LOG.error("{}; its events wait until there is one", packs.without(store));
        } else if (pack != null && !told.isEmpty()) {
            told.remove("without " + store);
        }
        return pack;
    }

    private void readAgain(String store, PackReading reading) {
        StorePack pack = reading.pack();
        if (pack != null) {
            LOG.info("store {}: takes its layouts anew: {}", store, pack.layouts());
            return;
        }
        counts().refusedLayouts();
        reading.faults().stream()
                .filter(Fault::isError)
                .forEach(fault -> LOG.error(
                        "store {}: its changed files are not taken, the last sound versions stay: {}", store, fault));
    }

    private void release(StoreIngest ingest, StorePack pack, Context context, Collector<StoreBatch> out)
            throws IOException {
        TimerService timers = context.timerService();
        boolean live = !patience.isEndless();
        List<String> gateways =
                live ? awaited(ingest, pack, timers) : pack.config().gateways();
        long wallMillis = live ? timers.currentProcessingTime() : Delivery.NO_WALL;
        long clockBefore = ingest.clockMillis();
        ingest.release(pack, gateways, wallMillis, out::collect);
        counts().clock(clockBefore, ingest.clockMillis());
        ingest.unplaced().tell((why, events) -> {
            counts().unplaced(events);
            if (told.add(pack.config().store() + " " + why)) {
                LOG.error(
                        "store {}: {}: events there are left out; they count once the day is computed again with a layout that has it",
                        pack.config().store(),
                        why);
            }
        });
        if (archive != null) {
            archive.clock(context, ingest.clockMillis());
        }
    }

    /** The gateways that the clock waits for; sees to it that the timer is set for when the next falls silent. */
    private List<String> awaited(StoreIngest ingest, StorePack pack, TimerService timers) {
        long now = timers.currentProcessingTime();
        if (startMillis == NOT_STARTED) {
            startMillis = now; // that of the first frame or timer: nothing earlier is known
        }
        Hearing hearing = ingest.hearing();
        List<String> listed = pack.config().gateways();
        if (hearing.timerMillis() == Hearing.NONE) {
            hearing.nextSilenceMillis(listed, patience, startMillis, now).ifPresent(silence -> {
                timers.registerProcessingTimeTimer(silence);
                hearing.timerIsSet(silence);
            });
        }
        return hearing.heardOf(listed, patience, startMillis, now);
    }

    /** Takes a frame or a tick. Of a frame with an unreadable body its number and watermark are taken, for it will never be readable. */
    private Accepted accept(StoreIngest ingest, byte[] bytes) throws MalformedFrameException {
        FrameHead head = FrameCodec.header(bytes);
        if (!(head instanceof FrameHeader header)) {
            ingest.accept(head);
            return new Accepted(head, FrameSpans.NONE);
        }
        FrameSpans spans = FrameSpans.NONE;
        try {
            Frame frame = FrameCodec.decode(bytes);
            if (archiving) {
                spans = FrameSpans.of(frame, ingest.clockMillis());
            }
            ingest.accept(frame);
            counts().frame(frame.rows());
        } catch (UnknownFrameVersionException e) {
            throw e;
        } catch (MalformedFrameException e) {
            ingest.accept(head);
            counts().unreadable();
            LOG.warn(
                    "store {}: frame {} of gateway {} (epoch {}) is taken without its events, it cannot be read: {}",
                    header.store(),
                    header.seq(),
                    header.gateway(),
                    header.epoch(),
                    e.getMessage());
        }
        return new Accepted(head, spans);
    }

    /** What was taken, and which times it speaks of if that is asked for. */
    private record Accepted(FrameHead head, FrameSpans spans) {}

    private IngestCounts counts() {
        return Objects.requireNonNull(counts, "not opened");
    }
}
