package dev.footfall.jobs.mqtt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The written form of a {@link LaneSplit}: lane, number of positions, and of each its store, gateway, epoch and next number. Equal splits are equal bytes. */
final class LaneSplitSerializer implements SimpleVersionedSerializer<LaneSplit> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(LaneSplit split) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(split, new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    @Override
    public LaneSplit deserialize(int version, byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        LaneSplit split = read(version, in);
        if (in.read() >= 0) {
            throw new IOException("state of lane " + split.lane() + " is longer than it says");
        }
        return split;
    }

    static void write(LaneSplit split, DataOutput out) throws IOException {
        out.writeInt(split.lane());
        out.writeInt(split.positions().size());
        for (LanePosition position : split.positions()) {
            out.writeUTF(position.store());
            out.writeUTF(position.gateway());
            out.writeUTF(position.epoch());
            out.writeLong(position.next());
        }
    }

    static LaneSplit read(int version, DataInput in) throws IOException {
        if (version != VERSION) {
            throw new IOException("state of a lane was written in version " + version
                    + " by another build; this one reads version " + VERSION);
        }
        int lane = in.readInt();
        int size = in.readInt();
        List<LanePosition> positions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            positions.add(new LanePosition(in.readUTF(), in.readUTF(), in.readUTF(), in.readLong()));
        }
        return new LaneSplit(lane, positions);
    }
}
