package dev.footfall.jobs;

import dev.footfall.jobs.points.Point;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.streaming.api.datastream.DataStream;

/** The end of a topology: takes its points, on the chain of operators that made them. */
@FunctionalInterface
public interface PointSink {
    /** Name and uid of the operator at the end. */
    String NAME = "sink";

    /** Puts the operator that takes the points behind the one that hands them on; it is called {@link #NAME}. */
    void end(DataStream<Point> points);

    /** The same as a sink of Flink's. */
    static PointSink of(Sink<Point> sink) {
        return points -> points.sinkTo(sink).name(NAME).uid(NAME);
    }
}
