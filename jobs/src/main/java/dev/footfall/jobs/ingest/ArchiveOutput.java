package dev.footfall.jobs.ingest;

import dev.footfall.events.FrameHeader;
import dev.footfall.events.SensorEvent;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.StoreFrame;
import dev.footfall.jobs.archive.ArchiveRecord;
import dev.footfall.jobs.archive.FrameSpans;
import dev.footfall.jobs.archive.LayoutShapes;
import dev.footfall.jobs.archive.Numbering;
import dev.footfall.jobs.archive.Span;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.state.KeptState;
import java.io.IOException;
import org.apache.flink.api.common.functions.RuntimeContext;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.jspecify.annotations.Nullable;

/** The side output of ingest: every frame as a record of the archive, and a mark for every hour of a store's clock; numbered by store. */
final class ArchiveOutput {
    private static final byte[] MARK = {};

    private final KeptState<Numbering> states;

    ArchiveOutput(RuntimeContext context) {
        states = new KeptState<>(context, "archive", new Numbering.Form());
    }

    /**
     * Archives a frame.
     *
     * @param clockMillis the store's clock before the frame
     * @param pack what its events are judged by; null when there is none yet
     */
    void frame(
            KeyedProcessFunction<String, StoreFrame, StoreBatch>.Context context,
            StoreFrame encoded,
            FrameHeader header,
            FrameSpans spans,
            long lateEvents,
            long clockMillis,
            @Nullable StorePack pack)
            throws IOException {
        long wallMillis = context.timerService().currentProcessingTime();
        Numbering numbering = states.take();
        context.output(
                IngestFunction.ARCHIVE,
                new ArchiveRecord(
                        encoded.store(),
                        numbering.since(wallMillis),
                        numbering.take(),
                        clockMillis,
                        wallMillis,
                        isTime(header.watermarkMillis()) ? header.watermarkMillis() : wallMillis,
                        spans.events(),
                        spans.late(),
                        lateEvents,
                        encoded.duplicates(),
                        pack == null ? "" : LayoutShapes.of(pack, spans.events()),
                        encoded.bytes()));
        states.putBack();
    }

    /** Marks how far a store's clock has come, once an hour. */
    void clock(KeyedProcessFunction<String, StoreFrame, StoreBatch>.Context context, long clockMillis)
            throws IOException {
        Numbering numbering = states.take();
        if (numbering.mark(clockMillis)) {
            long wallMillis = context.timerService().currentProcessingTime();
            context.output(
                    IngestFunction.ARCHIVE,
                    new ArchiveRecord(
                            context.getCurrentKey(),
                            numbering.since(wallMillis),
                            numbering.take(),
                            clockMillis,
                            wallMillis,
                            isTime(clockMillis) ? clockMillis : wallMillis,
                            Span.NONE,
                            Span.NONE,
                            0,
                            0,
                            "",
                            MARK));
            states.putBack();
        }
    }

    private static boolean isTime(long millis) {
        return millis >= SensorEvent.EARLIEST_MILLIS && millis <= SensorEvent.LATEST_MILLIS;
    }
}
