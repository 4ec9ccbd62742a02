package dev.footfall.jobs.lineprotocol;

import dev.footfall.jobs.PointSink;
import dev.footfall.jobs.points.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes final points as line protocol to sorted runs in a folder, which {@link SortedLines#merge} makes one file of when the job is done.
 * Provisional points and those that are no figure of a window are left out.
 *
 * @param folder an existing folder that every task can write to
 */
public record LineProtocolSink(String folder) implements Sink<Point>, PointSink {
    private static final long serialVersionUID = 1L;

    @Override
    public void end(DataStream<Point> points) {
        PointSink.of(this).end(points);
    }

    @Override
    public SinkWriter<Point> createWriter(WriterInitContext context) throws IOException {
        Path path = Files.createDirectories(Path.of(folder));
        SortedLines lines =
                new SortedLines(path, "task-" + context.getTaskInfo().getIndexOfThisSubtask());
        return new SinkWriter<>() {
            @Override
            public void write(Point point, Context unused) throws IOException {
                if (point.last()) {
                    lines.add(point.line());
                }
            }

            @Override
            public void flush(boolean endOfInput) throws IOException {
                lines.flush();
            }

            @Override
            public void close() throws IOException {
                lines.flush();
            }
        };
    }
}
