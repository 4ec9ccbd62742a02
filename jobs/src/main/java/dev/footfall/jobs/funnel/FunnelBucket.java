package dev.footfall.jobs.funnel;

import dev.footfall.geofences.FunnelConfig;
import dev.footfall.jobs.windows.Bucket;
import dev.footfall.jobs.windows.MinuteCuts;
import dev.footfall.jobs.windows.Quantiles;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** How far the visits that ended in one window got through each funnel. */
final class FunnelBucket implements Bucket {
    /** One step of one funnel. */
    static final class Step {
        long visits;
        Quantiles millis = new Quantiles();
    }

    /** Steps by funnel id. */
    final Map<String, Step[]> funnels = new TreeMap<>();

    boolean dirty;

    /** How often a visit was added, for each funnel, less how often one was taken back. */
    long visits;

    /** Adds the chain of one visit, empty when it did not enter; or takes it back, {@code times} being -1. */
    void add(FunnelConfig funnel, long[] chain, int times) {
        visits += times;
        Step[] steps = steps(funnel.id(), funnel.steps().size());
        for (int step = 0; step < Math.min(chain.length, steps.length); step++) {
            steps[step].visits += times;
            long millis = step == 0 ? 0 : MinuteCuts.millis(chain[step] - chain[step - 1]);
            if (step > 0 && times > 0) {
                steps[step].millis.add(millis);
            } else if (step > 0) {
                steps[step].millis.remove(millis);
            }
        }
        dirty = true;
    }

    Step[] steps(String funnel, int count) {
        return funnels.computeIfAbsent(funnel, unseen -> {
            Step[] steps = new Step[count];
            for (int i = 0; i < count; i++) {
                steps[i] = new Step();
            }
            return steps;
        });
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeBoolean(dirty);
        out.writeLong(visits);
        out.writeInt(funnels.size());
        for (var entry : funnels.entrySet()) {
            out.writeUTF(entry.getKey());
            out.writeInt(entry.getValue().length);
            for (Step step : entry.getValue()) {
                out.writeLong(step.visits);
                step.millis.write(out);
            }
        }
    }

    static FunnelBucket read(DataInput in, int version) throws IOException {
        FunnelBucket bucket = new FunnelBucket();
        bucket.dirty = in.readBoolean();
        bucket.visits = in.readLong();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            String funnel = in.readUTF();
            for (Step step : bucket.steps(funnel, in.readInt())) {
                step.visits = in.readLong();
                step.millis =
                        version < Funnels.FIRST_VERSION_WITH_DIFFERENCES ? Quantiles.readPlain(in) : Quantiles.read(in);
            }
        }
        return bucket;
    }
}
