package dev.footfall.jobs.archive;

import dev.footfall.events.SensorEvent;
import dev.footfall.events.Topics;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.apache.flink.api.common.serialization.Encoder;
import org.apache.flink.api.connector.sink2.Sink;
import org.apache.flink.connector.file.sink.FileSink;
import org.apache.flink.core.fs.Path;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.streaming.api.functions.sink.filesystem.BucketAssigner;
import org.apache.flink.streaming.api.functions.sink.filesystem.OutputFileConfig;
import org.apache.flink.streaming.api.functions.sink.filesystem.PartFileInfo;
import org.apache.flink.streaming.api.functions.sink.filesystem.RollingPolicy;
import org.apache.flink.streaming.api.functions.sink.filesystem.bucketassigners.SimpleVersionedStringSerializer;

/**
 * Writes the archive: Flink's file sink, each record exactly once.
 *
 * <p>A file is {@code lane-NN/YYYY-MM-DDTHH/part-….archive}, by lane and hour (UTC) of {@link ArchiveRecord#filedMillis}; it has this name once it is
 * complete, and is hidden before. A file is completed by the first checkpoint after it became old or large enough.
 */
public final class ArchiveSink {
    /** What the names of complete files end with. */
    static final String SUFFIX = ".archive";

    private static final long LARGE = 64L << 20;
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private ArchiveSink() {}

    /**
     * A sink into a folder, made if absent.
     *
     * @param folder seen by every TaskManager at this path
     * @param lanes number of lanes of the chain
     * @param roll how long a file is written to at most, until the next checkpoint
     */
    public static Sink<ArchiveRecord> into(java.nio.file.Path folder, int lanes, Duration roll) {
        return FileSink.forRowFormat(new Path(folder.toAbsolutePath().toUri()), new Records())
                .withBucketAssigner(new Buckets(lanes))
                .withRollingPolicy(new Rolling(roll.toMillis()))
                .withOutputFileConfig(OutputFileConfig.builder()
                        .withPartPrefix("part")
                        .withPartSuffix(SUFFIX)
                        .build())
                .withBucketCheckInterval(LOOK_EVERY_MILLIS)
                .build();
    }

    /** Writes a record in one piece. */
    private static final class Records implements Encoder<ArchiveRecord> {
        private static final long serialVersionUID = 1L;

        @Override
        public void encode(ArchiveRecord record, OutputStream stream) throws IOException {
            stream.write(ArchiveCoding.encode(record));
        }
    }

    /** The folder of a record. */
    static final class Buckets implements BucketAssigner<ArchiveRecord, String> {
        private static final long serialVersionUID = 1L;
        private static final DateTimeFormatter HOUR =
                DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH", Locale.ROOT).withZone(ZoneOffset.UTC);

        private final int lanes;

        Buckets(int lanes) {
            this.lanes = lanes;
        }

        @Override
        public String getBucketId(ArchiveRecord record, Context context) {
            long millis = Math.min(record.filedMillis(), SensorEvent.LATEST_MILLIS);
            return "lane-%02d/%s"
                    .formatted(Topics.lane(record.store(), lanes), HOUR.format(Instant.ofEpochMilli(millis)));
        }

        @Override
        public SimpleVersionedSerializer<String> getSerializer() {
            return SimpleVersionedStringSerializer.INSTANCE;
        }
    }

    /** When a file is complete. */
    private record Rolling(long oldMillis) implements RollingPolicy<ArchiveRecord, String> {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean shouldRollOnCheckpoint(PartFileInfo<String> part) throws IOException {
            return isOld(part, System.currentTimeMillis()) || part.getSize() > LARGE;
        }

        @Override
        public boolean shouldRollOnEvent(PartFileInfo<String> part, ArchiveRecord record) throws IOException {
            return part.getSize() > LARGE;
        }

        @Override
        public boolean shouldRollOnProcessingTime(PartFileInfo<String> part, long nowMillis) {
            return isOld(part, nowMillis);
        }

        private boolean isOld(PartFileInfo<String> part, long nowMillis) {
            return nowMillis - part.getCreationTime() >= oldMillis;
        }
    }
}
