package dev.footfall.jobs.mqtt;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.flink.core.io.SimpleVersionedSerializer;

/** The written form of {@link UnassignedLanes}: number of lanes, number of splits, and the splits as {@link LaneSplitSerializer} writes them. */
final class UnassignedLanesSerializer implements SimpleVersionedSerializer<UnassignedLanes> {
    private static final int VERSION = 1;

    @Override
    public int getVersion() {
        return VERSION;
    }

    @Override
    public byte[] serialize(UnassignedLanes unassigned) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(unassigned.lanes());
        out.writeInt(unassigned.splits().size());
        for (LaneSplit split : unassigned.splits()) {
            LaneSplitSerializer.write(split, out);
        }
        return bytes.toByteArray();
    }

    @Override
    public UnassignedLanes deserialize(int version, byte[] bytes) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        int lanes = in.readInt();
        int size = in.readInt();
        List<LaneSplit> splits = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            splits.add(LaneSplitSerializer.read(version, in));
        }
        return new UnassignedLanes(lanes, splits);
    }
}
