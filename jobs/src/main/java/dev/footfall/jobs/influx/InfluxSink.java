package dev.footfall.jobs.influx;

import dev.footfall.jobs.PointSink;
import dev.footfall.jobs.points.Point;
import java.io.IOException;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.datastream.DataStream;

/**
 * Writes every point to an InfluxDB. A checkpoint is complete, and a bounded job ends, when all points before it are there; the task goes on
 * meanwhile.
 *
 * @param settings how the InfluxDB is reached
 */
public record InfluxSink(InfluxSettings settings) implements PointSink {

    /**
     * Asks the server which InfluxDB it is; for whoever wants to know that it is there before a job starts.
     *
     * @throws WriteFailedException when it does not answer, or not as an InfluxDB does
     * @throws IOException when the file with the secret cannot be read
     */
    public InfluxVersion ask() throws IOException {
        try (InfluxEndpoint endpoint = InfluxEndpoint.of(settings, System.getenv())) {
            try {
                return endpoint.version();
            } catch (IOException fault) {
                throw WriteFailedException.notAnInflux(settings, fault);
            }
        }
    }

    @Override
    public void end(DataStream<Point> points) {
        points.transform(NAME, Types.VOID, new InfluxSinkOperator(settings)).uid(NAME);
    }
}
