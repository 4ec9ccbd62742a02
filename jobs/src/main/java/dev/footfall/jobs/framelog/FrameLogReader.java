package dev.footfall.jobs.framelog;

import dev.footfall.jobs.StoreFrame;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.core.fs.FSDataInputStream;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.InputStatus;

/**
 * Reads some files, {@value #SIDE_BY_SIDE} of them side by side and a little of each in turn: one file is of few stores, which may all be one task's, and then the
 * others would have nothing to do. Not all at once, so that of thousands of stores only some are worked on at a time.
 */
final class FrameLogReader implements SourceReader<StoreFrame, FrameLogSplit> {
    static final int SIDE_BY_SIDE = 4;
    /** About what a task's input holds. */
    static final int BYTES_IN_TURN = 1 << 16;

    private final Deque<FrameLogSplit> waiting = new ArrayDeque<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private final CompletableFuture<Void> complete = new CompletableFuture<>();

    /** A file that is being read; its turn ends at a place. */
    private static final class Open {
        private final String file;
        private final FrameLog log;
        private long turnEnds;

        Open(FrameLogSplit split) throws IOException {
            Path path = new Path(split.file());
            FSDataInputStream stream = path.getFileSystem().open(path);
            stream.seek(split.position());
            file = split.file();
            log = new FrameLog(stream, split.position());
            beginTurn();
        }

        void beginTurn() {
            turnEnds = log.position() + BYTES_IN_TURN;
        }

        FrameLogSplit split() {
            return new FrameLogSplit(file, log.position());
        }
    }

    @Override
    public void start() {
        // files come by themselves
    }

    @Override
    public void addSplits(List<FrameLogSplit> splits) {
        waiting.addAll(splits);
    }

    /** All files are here: only now reading begins, so that it does so with as many as it can. */
    @Override
    public void notifyNoMoreSplits() {
        complete.complete(null);
    }

    @Override
    public InputStatus pollNext(ReaderOutput<StoreFrame> output) throws IOException {
        if (!complete.isDone()) {
            return InputStatus.NOTHING_AVAILABLE;
        }
        while (open.size() < SIDE_BY_SIDE && !waiting.isEmpty()) {
            open.addFirst(new Open(waiting.peekFirst()));
            waiting.removeFirst();
        }
        Open next = open.peekFirst();
        if (next == null) {
            return InputStatus.END_OF_INPUT;
        }
        StoreFrame frame = next.log.read();
        if (frame == null) {
            open.removeFirst().log.close();
        } else {
            output.collect(frame);
            if (next.log.position() >= next.turnEnds) {
                next.beginTurn();
                open.addLast(open.removeFirst());
            }
        }
        return InputStatus.MORE_AVAILABLE;
    }

    @Override
    public CompletableFuture<Void> isAvailable() {
        return complete;
    }

    @Override
    public List<FrameLogSplit> snapshotState(long checkpoint) {
        List<FrameLogSplit> splits = new ArrayList<>();
        open.forEach(each -> splits.add(each.split()));
        splits.addAll(waiting);
        return splits;
    }

    @Override
    public void close() throws IOException {
        for (Open each : open) {
            each.log.close();
        }
    }
}
