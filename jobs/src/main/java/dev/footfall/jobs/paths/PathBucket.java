package dev.footfall.jobs.paths;

import dev.footfall.jobs.windows.Bucket;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The flows and paths of the visits that ended in one window. */
final class PathBucket implements Bucket {
    /** From one zone to the next, or from and to the ends of a visit. */
    record Edge(String source, String target) implements Comparable<Edge> {
        String label() {
            return source + "->" + target;
        }

        @Override
        public int compareTo(Edge other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : target.compareTo(other.target);
        }
    }

    /** How often a flow or path was taken. */
    static final class Count {
        long visits;
        long durationMillis;
        boolean dirty;
    }

    final Map<Edge, Count> flows = new TreeMap<>();
    final Map<String, Count> paths = new TreeMap<>();
    int ranksShown;
    boolean dirty;

    /** Adds a visit that came by these places, {@code start} and {@code end} included; or takes it back, {@code times} being -1. */
    void add(List<String> places, long durationMillis, int times) {
        for (int i = 1; i < places.size(); i++) {
            Count flow = flows.computeIfAbsent(new Edge(places.get(i - 1), places.get(i)), unseen -> new Count());
            flow.visits += times;
            flow.dirty = true;
        }
        Count path = paths.computeIfAbsent(String.join("->", places), unseen -> new Count());
        path.visits += times;
        path.durationMillis += times * durationMillis;
        dirty = true;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(dirty);
        out.writeInt(ranksShown);
        out.writeInt(flows.size());
        for (var entry : flows.entrySet()) {
            out.writeUTF(entry.getKey().source());
            out.writeUTF(entry.getKey().target());
            out.writeLong(entry.getValue().visits);
            out.writeBoolean(entry.getValue().dirty);
        }
        out.writeInt(paths.size());
        for (var entry : paths.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeLong(entry.getValue().visits);
            out.writeLong(entry.getValue().durationMillis);
        }
    }

    static PathBucket read(DataInput in) throws IOException {
        PathBucket bucket = new PathBucket();
        bucket.dirty = in.readBoolean();
        bucket.ranksShown = in.readInt();
        int flows = in.readInt();
        for (int i = 0; i < flows; i++) {
            Count count = new Count();
            bucket.flows.put(new Edge(in.readUTF(), in.readUTF()), count);
            count.visits = in.readLong();
            count.dirty = in.readBoolean();
        }
        int paths = in.readInt();
        for (int i = 0; i < paths; i++) {
            Count count = new Count();
            bucket.paths.put(in.readUTF(), count);
            count.visits = in.readLong();
            count.durationMillis = in.readLong();
        }
        return bucket;
    }
}
