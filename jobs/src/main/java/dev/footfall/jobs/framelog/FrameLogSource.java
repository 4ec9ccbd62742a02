package dev.footfall.jobs.framelog;

import dev.footfall.jobs.StoreFrame;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.fs.FileStatus;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/**
 * The frames of a folder that {@link FrameLogWriter} wrote, each file from its beginning to its end by one reader; bounded. A damaged file stops the job and says
 * where.
 *
 * <p>Flink's own source of files reads one after the other, and so now and then feeds one task alone; {@link FrameLogReader} does not.
 */
public final class FrameLogSource implements Source<StoreFrame, FrameLogSplit, List<FrameLogSplit>> {
    private static final long serialVersionUID = 1L;

    private final String folder;

    private FrameLogSource(String folder) {
        this.folder = folder;
    }

    /** All files that lie in a folder when the job begins. */
    public static FrameLogSource of(java.nio.file.Path folder) {
        return new FrameLogSource(folder.toUri().toString());
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.BOUNDED;
    }

    @Override
    public SourceReader<StoreFrame, FrameLogSplit> createReader(SourceReaderContext context) {
        return new FrameLogReader();
    }

    @Override
    public SplitEnumerator<FrameLogSplit, List<FrameLogSplit>> createEnumerator(
            SplitEnumeratorContext<FrameLogSplit> context) throws IOException {
        Path path = new Path(folder);
        FileStatus[] there = path.getFileSystem().listStatus(path);
        if (there == null) {
            throw new FileNotFoundException("there is no folder of frames " + folder);
        }
        List<FrameLogSplit> files = Arrays.stream(there)
                .map(FileStatus::getPath)
                .map(Path::toString)
                .filter(file -> file.endsWith(FrameLogWriter.SUFFIX))
                .sorted()
                .map(file -> new FrameLogSplit(file, 0))
                .toList();
        return new FrameLogEnumerator(context, files);
    }

    @Override
    public SplitEnumerator<FrameLogSplit, List<FrameLogSplit>> restoreEnumerator(
            SplitEnumeratorContext<FrameLogSplit> context, List<FrameLogSplit> unassigned) {
        return new FrameLogEnumerator(context, unassigned);
    }

    @Override
    public SimpleVersionedSerializer<FrameLogSplit> getSplitSerializer() {
        return new FrameLogSplits.One();
    }

    @Override
    public SimpleVersionedSerializer<List<FrameLogSplit>> getEnumeratorCheckpointSerializer() {
        return new FrameLogSplits();
    }
}
