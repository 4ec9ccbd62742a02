package dev.footfall.jobs.ingest;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * When each gateway of a store was heard last, by the clock of the wall. Kept by live jobs, which wait for a silent gateway only so long; empty in a
 * replay.
 *
 * <p>A restart hears nobody while it is down, so nobody's silence begins before the job did.
 */
final class Hearing {
    /** No timer is set. */
    static final long NONE = Long.MIN_VALUE;

    private final Map<String, Long> heardAtMillis = new TreeMap<>();
    private long timerMillis = NONE;

    void heard(String gateway, long nowMillis) {
        heardAtMillis.merge(gateway, nowMillis, Math::max);
    }

    /** Those of some gateways that were heard within the patience; silence counts from the start of the job at the earliest. */
    List<String> heardOf(List<String> gateways, Patience patience, long startMillis, long nowMillis) {
        boolean all = true;
        for (String gateway : gateways) {
            all = all && silentAtMillis(gateway, patience, startMillis) > nowMillis;
        }
        return all
                ? gateways
                : gateways.stream()
                        .filter(gateway -> silentAtMillis(gateway, patience, startMillis) > nowMillis)
                        .toList();
    }

    /** When the next of some gateways that are waited for will have been silent for too long; empty when none is waited for. */
    OptionalLong nextSilenceMillis(List<String> gateways, Patience patience, long startMillis, long nowMillis) {
        return gateways.stream()
                .mapToLong(gateway -> silentAtMillis(gateway, patience, startMillis))
                .filter(silentAt -> silentAt > nowMillis)
                .min();
    }

    private long silentAtMillis(String gateway, Patience patience, long startMillis) {
        return Math.max(heardAtMillis.getOrDefault(gateway, startMillis), startMillis) + patience.millis();
    }

    /** When the one timer of the store fires; {@link #NONE} when there is none. Saved with the timer itself. */
    long timerMillis() {
        return timerMillis;
    }

    void timerIsSet(long millis) {
        timerMillis = millis;
    }

    void write(DataOutput out) throws IOException {
        out.writeLong(timerMillis);
        out.writeInt(heardAtMillis.size());
        for (var heard : heardAtMillis.entrySet()) {
            out.writeUTF(heard.getKey());
            out.writeLong(heard.getValue());
        }
    }

    static Hearing read(DataInput in) throws IOException {
        Hearing hearing = new Hearing();
        hearing.timerMillis = in.readLong();
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            hearing.heardAtMillis.put(in.readUTF(), in.readLong());
        }
        return hearing;
    }
}
