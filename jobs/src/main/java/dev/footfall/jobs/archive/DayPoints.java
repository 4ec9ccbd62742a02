package dev.footfall.jobs.archive;

import dev.footfall.jobs.points.Point;
import dev.footfall.jobs.points.Standing;
import java.io.IOException;
import java.io.Serializable;
import java.util.List;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.api.connector.sink2.SinkWriter;
import org.apache.flink.api.connector.sink2.WriterInitContext;

/**
 * A sink that hands on what belongs to some store days: their final figures, and where the cells lie.
 *
 * @param days which
 * @param corrected whether figures are to say that they are corrected, {@code status} 2, and cells count as figures
 * @param sink where the points go
 */
public record DayPoints(List<Day> days, boolean corrected, Sink<Point> sink) implements Sink<Point> {
    private static final long serialVersionUID = 1L;
    private static final String CELLS = "cells,";
    private static final String FINAL = "status=1i";
    private static final String CORRECTED = "status=2i";

    /**
     * One day of one store.
     *
     * @param store whose
     * @param startMillis its first instant
     * @param endMillis the first after it
     */
    public record Day(String store, long startMillis, long endMillis) implements Serializable {
        private static final long serialVersionUID = 1L;

        /** Whether a point of a series (measurement and tags) at that time belongs to it. */
        public boolean holds(String series, long timeMillis) {
            return timeMillis >= startMillis && timeMillis < endMillis && isOf(store, series);
        }

        /** Whether a series is of that store; commas and equals signs in the values of tags are escaped, so it cannot be taken for another. */
        static boolean isOf(String store, String series) {
            String tag = ",store=" + store;
            int at = series.indexOf(tag);
            return at >= 0 && (at + tag.length() == series.length() || series.charAt(at + tag.length()) == ',');
        }
    }

    public DayPoints {
        days = List.copyOf(days);
    }

    @Override
    public SinkWriter<Point> createWriter(WriterInitContext context) throws IOException {
        SinkWriter<Point> writer = sink.createWriter(context);
        return new Writer(writer);
    }

    /** Hands on, by another writer. */
    private final class Writer implements SinkWriter<Point> {
        private final SinkWriter<Point> writer;

        Writer(SinkWriter<Point> writer) {
            this.writer = writer;
        }

        @Override
        public void write(Point point, Context when) throws IOException, InterruptedException {
            if (isWanted(point)) {
                writer.write(corrected ? corrected(point) : point, when);
            }
        }

        @Override
        public void flush(boolean endOfInput) throws IOException, InterruptedException {
            writer.flush(endOfInput);
        }

        @Override
        public void close() throws IOException {
            try {
                writer.close();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException("the sink of points could not be closed", e);
            }
        }
    }

    private boolean isWanted(Point point) {
        return (point.last() || point.series().startsWith(CELLS))
                && days.stream().anyMatch(day -> day.holds(point.series(), point.timeMillis()));
    }

    /** The same point as one of a corrected day. */
    static Point corrected(Point point) {
        return new Point(point.series(), point.fields().replace(FINAL, CORRECTED), point.timeMillis(), Standing.LAST);
    }
}
