package dev.footfall.jobs.framelog;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.Tick;
import dev.footfall.jobs.StoreFrame;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderInfo;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.api.connector.source.mocks.MockSplitEnumeratorContext;
import org.apache.flink.core.io.InputStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files of frames as a source: all frames, those of a store in their order, some files side by side; and from a checkpoint on, the rest. */
class FrameLogSourceTest {
    private static final int STORES = 6;
    private static final int SECONDS = 3_000;

    private final Path folder;

    FrameLogSourceTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static byte[] frame(String store, int second) {
        return FrameCodec.encode(new Tick(store, store, "e1", second, 0, at("10:00:00") + second * 1_000L));
    }

    private static List<String> stores() {
        return IntStream.range(0, STORES).mapToObj(number -> "store-" + number).toList();
    }

    /** The files, dealt out to so many readers. */
    private List<FrameLogReader> readers(int parallelism) throws Exception {
        try (FrameLogWriter writer = new FrameLogWriter(folder, 64)) {
            for (int second = 0; second < SECONDS; second++) {
                for (String store : stores()) {
                    writer.append(store, frame(store, second));
                }
            }
        }
        MockSplitEnumeratorContext<FrameLogSplit> context = new MockSplitEnumeratorContext<>(parallelism);
        List<FrameLogReader> readers = new ArrayList<>();
        try (var enumerator = FrameLogSource.of(folder).createEnumerator(context)) {
            for (int number = 0; number < parallelism; number++) {
                context.registerReader(new ReaderInfo(number, "here"));
                enumerator.addReader(number);
                readers.add(new FrameLogReader());
            }
            assertThat(enumerator.snapshotState(1)).isEmpty();
        }
        context.getSplitsAssignmentSequence().forEach(given -> given.assignment()
                .forEach((number, splits) -> readers.get(number).addSplits(splits)));
        readers.forEach(FrameLogReader::notifyNoMoreSplits);
        return readers;
    }

    private static final class Emitted implements ReaderOutput<StoreFrame> {
        private final List<StoreFrame> frames = new ArrayList<>();

        void read(FrameLogReader reader, int most) throws IOException {
            while (frames.size() < most && reader.pollNext(this) != InputStatus.END_OF_INPUT) {
                assertThat(reader.isAvailable()).isDone();
            }
        }

        List<byte[]> of(String store) {
            return frames.stream()
                    .filter(frame -> frame.store().equals(store))
                    .map(StoreFrame::bytes)
                    .toList();
        }

        @Override
        public void collect(StoreFrame frame) {
            frames.add(frame);
        }

        @Override
        public void collect(StoreFrame frame, long timestamp) {
            frames.add(frame);
        }

        @Override
        public void emitWatermark(Watermark watermark) {
            throw new IllegalStateException("there are none");
        }

        @Override
        public void markIdle() {
            throw new IllegalStateException("it never is");
        }

        @Override
        public void markActive() {
            throw new IllegalStateException("it always is");
        }

        @Override
        public SourceOutput<StoreFrame> createOutputForSplit(String split) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String split) {
            // there is but one
        }
    }

    private static void assertWhole(Emitted emitted) {
        for (String store : stores()) {
            List<byte[]> frames = emitted.of(store);
            assertThat(frames).hasSize(SECONDS);
            for (int second = 0; second < SECONDS; second++) {
                assertThat(frames.get(second)).isEqualTo(frame(store, second));
            }
        }
    }

    @Test
    void allFiles_areRead_whateverTheNumberOfReaders() throws Exception {
        Emitted emitted = new Emitted();
        for (FrameLogReader reader : readers(4)) {
            emitted.read(reader, Integer.MAX_VALUE);
            assertThat(reader.snapshotState(1)).isEmpty();
            reader.close();
        }
        assertWhole(emitted);
    }

    @Test
    void filesOfOneReader_takeTurns() throws Exception {
        FrameLogReader reader = readers(1).get(0);
        Emitted emitted = new Emitted();
        int turn = FrameLogReader.BYTES_IN_TURN / frame("store-0", 0).length;

        emitted.read(reader, FrameLogReader.SIDE_BY_SIDE * turn);

        assertThat(emitted.frames.stream().map(StoreFrame::store).distinct()).hasSizeGreaterThan(2);
        reader.close();
    }

    @Test
    void readerOfACheckpoint_readsTheRest() throws Exception {
        FrameLogReader reader = readers(1).get(0);
        Emitted emitted = new Emitted();
        emitted.read(reader, STORES * SECONDS / 2);
        FrameLogSplits form = new FrameLogSplits();
        List<FrameLogSplit> kept = form.deserialize(form.getVersion(), form.serialize(reader.snapshotState(1)));
        reader.close();

        FrameLogReader next = new FrameLogReader();
        next.addSplits(kept);
        assertThat(next.pollNext(emitted)).isEqualTo(InputStatus.NOTHING_AVAILABLE);
        next.notifyNoMoreSplits();
        emitted.read(next, Integer.MAX_VALUE);

        assertWhole(emitted);
        next.close();
    }

    @Test
    void folderThatIsNotThere_isTold() {
        MockSplitEnumeratorContext<FrameLogSplit> context = new MockSplitEnumeratorContext<>(1);
        assertThatThrownBy(() -> FrameLogSource.of(folder.resolve("none")).createEnumerator(context))
                .isInstanceOf(FileNotFoundException.class)
                .hasMessageContaining("there is no folder of frames");
    }
}
