package dev.footfall.jobs.framelog;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The written form of some {@link FrameLogSplit}s: how many, and of each its file and position. */
final class FrameLogSplits implements SimpleVersionedSerializer<List<FrameLogSplit>> {
    private static final int VERSION = 1;
    private static final int TYPICAL_SIZE = 256;

    /** The written form of one. */
    static final class One implements SimpleVersionedSerializer<FrameLogSplit> {
        private final FrameLogSplits some = new FrameLogSplits();

        @Override
        public int getVersion() {
            return some.getVersion();
        }

        @Override
        public byte[] serialize(FrameLogSplit split) throws IOException {
            return some.serialize(List.of(split));
        }

        @Override
        public FrameLogSplit deserialize(int version, byte[] bytes) throws IOException {
            return some.deserialize(version, bytes).get(0);
        }
    }

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(List<FrameLogSplit> splits) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(TYPICAL_SIZE);
        out.writeInt(splits.size());
        for (FrameLogSplit split : splits) {
            out.writeUTF(split.file());
            out.writeLong(split.position());
        }
        return out.getCopyOfBuffer();
    }

    @Override
    public List<FrameLogSplit> deserialize(int version, byte[] bytes) throws IOException {
        if (version != VERSION) {
            throw new IOException("state of files of frames was written in version " + version
                    + " by another build; this one reads version " + VERSION);
        }
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        int size = in.readInt();
        List<FrameLogSplit> splits = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            splits.add(new FrameLogSplit(in.readUTF(), in.readLong()));
        }
        return splits;
    }
}
