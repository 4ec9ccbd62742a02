package dev.footfall.jobs.coverage;

import dev.footfall.events.Kind;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StoreConfig;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.batches.Completeness;
import dev.footfall.jobs.batches.DoorReport;
import dev.footfall.jobs.batches.Feed;
import dev.footfall.jobs.batches.Signs;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.state.StateForm;
import dev.footfall.jobs.state.StoreState;
import dev.footfall.jobs.windows.Schedule;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * When each device of one store was heard, and so how complete its figures are.
 *
 * <p>A sign of life at an instant is heard for the device's heartbeat from then on. A door report is a sign at the instant it counts at, the start of
 * what it covers, so that a report which never came is missed where its counts are; it is heard to its end at least.
 */
public final class Coverage implements StoreState {
    private static final long HOUR = 3_600_000;
    /** No window stays open longer than this after its day: the longest duration that a {@code store.yaml} can say. */
    private static final long LONGEST_ALLOWANCE_MILLIS = 24 * HOUR;

    private static final long NOT_STARTED = Long.MIN_VALUE;
    private static final Stretches NEVER = new Stretches();

    /** By kind and id of what the store lists. */
    private final Map<String, Stretches> heard = new TreeMap<>();

    private long clockMillis = NOT_STARTED;
    private @Nullable Registry registry;

    @Override
    public void advance(StorePack pack, Schedule schedule, StoreBatch batch) {
        Registry listed = registryOf(pack.config());
        forget(pack, batch.clockMillis);
        for (Signs.Run run : batch.signs.runs()) {
            for (DeviceConfig device : listed.listed(run.device())) {
                stretches(device).add(run.firstMillis(), run.lastMillis() + device.heartbeatMillis());
            }
        }
        for (DoorReport report : batch.doors) {
            for (DeviceConfig device : listed.listed(report.device())) {
                long instant = device.kind() == Kind.DOOR ? report.instantMillis() : report.timeMillis();
                stretches(device).add(instant, Math.max(instant + device.heartbeatMillis(), report.timeMillis()));
            }
        }
        clockMillis = batch.clockMillis;
        batch.completeness = new Shares(pack, listed);
    }

    private Registry registryOf(StoreConfig config) {
        if (registry == null || !registry.isOf(config)) {
            registry = new Registry(config);
        }
        return registry;
    }

    private Stretches stretches(DeviceConfig device) {
        return heard.computeIfAbsent(key(device), unheard -> new Stretches());
    }

    private static String key(DeviceConfig device) {
        return device.kind().topicName() + ' ' + device.id();
    }

    /** Once an hour, forgets what no window asks for that was still open by the clock so far. */
    private void forget(StorePack pack, long nowMillis) {
        if (clockMillis == NOT_STARTED || Math.floorDiv(clockMillis, HOUR) == Math.floorDiv(nowMillis, HOUR)) {
            return;
        }
        long horizon =
                pack.calendar().dayOf(clockMillis - LONGEST_ALLOWANCE_MILLIS).startMillis();
        heard.values().forEach(stretches -> stretches.forgetBefore(horizon));
        heard.values().removeIf(Stretches::isEmpty);
    }

    /** What later operators ask while the batch is on its way. */
    private final class Shares implements Completeness {
        private record Asked(Feed feed, long fromMillis, long toMillis) {}

        private final StorePack pack;
        private final Registry listed;
        private final Map<Asked, Integer> answers = new HashMap<>();

        Shares(StorePack pack, Registry listed) {
            this.pack = pack;
            this.listed = listed;
        }

        @Override
        public int tenThousandths(Feed feed, long fromMillis, long toMillis) {
            return answers.computeIfAbsent(new Asked(feed, fromMillis, toMillis), this::answer);
        }

        private int answer(Asked asked) {
            long passed = Math.min(asked.toMillis, knownMillis(asked.feed));
            if (passed <= asked.fromMillis) {
                return WHOLE;
            }
            List<Stretches> devices = new ArrayList<>();
            for (DeviceConfig device : listed.feeding(asked.feed, pack.layoutAt(asked.fromMillis))) {
                devices.add(heard.getOrDefault(key(device), NEVER));
            }
            long common = Stretches.commonMillis(devices, asked.fromMillis, passed);
            return (int) (common * WHOLE / (passed - asked.fromMillis));
        }

        /** Until when everything is known that feeds a figure: counters tell of a time when it is over. */
        private long knownMillis(Feed feed) {
            boolean counted =
                    switch (feed.figures()) {
                        case DOOR, OCCUPANCY -> true;
                        case HEAT, ZONES, VISITS, FUNNEL -> false;
                    };
            return counted && clockMillis != Long.MAX_VALUE
                    ? clockMillis - listed.longestIntervalMillis()
                    : clockMillis;
        }
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(clockMillis);
        out.writeInt(heard.size());
        for (Map.Entry<String, Stretches> device : heard.entrySet()) {
            out.writeUTF(device.getKey());
            device.getValue().write(out);
        }
    }

    /** How Flink keeps it. */
    public static final class Form implements StateForm<Coverage> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Coverage create() {
            return new Coverage();
        }

        @Override
        public Coverage read(DataInput in, int version) throws IOException {
            Coverage coverage = new Coverage();
            coverage.clockMillis = in.readLong();
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                coverage.heard.put(in.readUTF(), Stretches.read(in));
            }
            return coverage;
        }
    }
}
