package dev.footfall.jobs.devices;

import dev.footfall.events.DeviceTally;
import dev.footfall.events.SensorEvent;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Window;
import dev.footfall.jobs.batches.Delivery;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.places.Places;
import dev.footfall.jobs.points.PointWriter;
import dev.footfall.jobs.state.StateForm;
import dev.footfall.jobs.state.StoreState;
import dev.footfall.jobs.windows.Schedule;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is installed in one store: how its devices are and what comes in of them, minute by minute, the measurements {@code device_health} and {@code
 * pipeline}; and day by day its {@link Places}.
 */
public final class Devices implements StoreState {
    private static final int VERSION = 2;
    private static final int FIRST_VERSION_WITH_PLACES = 2;
    private static final long SHOW_EVERY_MILLIS = 10_000;
    private static final long MINUTE_MILLIS = 60_000;
    private static final long NOT_BEGUN = Long.MIN_VALUE;

    private final Map<String, DeviceRecord> devices = new TreeMap<>();
    private Places places = new Places();
    private Pipeline pipeline = new Pipeline();
    private long minuteMillis = NOT_BEGUN;
    private long shownMillis = NOT_BEGUN;

    @Override
    public void advance(StorePack pack, Schedule schedule, StoreBatch batch) {
        places.tell(pack, batch);
        Delivery delivery = batch.delivery;
        if (delivery == null || !schedule.provisional()) {
            return;
        }
        PointWriter points = new PointWriter(batch.points, pack::definitionsAt);
        for (DeviceTally tally : batch.tallies) {
            moveTo(pack, tally.timeMillis(), points);
            device(tally.device()).add(tally);
        }
        boolean ended = batch.clockMillis == Long.MAX_VALUE;
        if (batch.clockMillis > SensorEvent.EARLIEST_MILLIS && !ended) { // before, a gateway has promised nothing yet
            moveTo(pack, batch.clockMillis, points);
        }
        pipeline.add(delivery, batch.clockMillis);
        if (ended
                || (schedule.gaugeMillis() < MINUTE_MILLIS
                        && Math.floorDiv(batch.clockMillis, SHOW_EVERY_MILLIS)
                                > Math.floorDiv(shownMillis, SHOW_EVERY_MILLIS))) {
            show(pack, points);
            shownMillis = batch.clockMillis;
        }
    }

    private DeviceRecord device(String id) {
        return devices.computeIfAbsent(id, unheard -> new DeviceRecord());
    }

    /** Ends the running minute when that instant is beyond it. */
    private void moveTo(StorePack pack, long millis, PointWriter points) {
        long minute = Window.MINUTE.start(pack.calendar().dayOf(millis), millis);
        if (minute <= minuteMillis) {
            return;
        }
        if (minuteMillis != NOT_BEGUN) {
            show(pack, points);
            devices.values().forEach(DeviceRecord::nextMinute);
            pipeline.nextMinute();
        }
        minuteMillis = minute;
    }

    private void show(StorePack pack, PointWriter points) {
        if (minuteMillis == NOT_BEGUN) {
            return;
        }
        String store = pack.config().store();
        for (DeviceConfig listed : pack.config().devices()) {
            device(listed.id()).show(points, store, listed.id(), minuteMillis);
        }
        pipeline.show(points, store, minuteMillis);
    }

    @Override
    public void write(DataOutput out) throws IOException {
        out.writeLong(minuteMillis);
        out.writeLong(shownMillis);
        pipeline.write(out);
        out.writeInt(devices.size());
        for (Map.Entry<String, DeviceRecord> device : devices.entrySet()) {
            out.writeUTF(device.getKey());
            device.getValue().write(out);
        }
        places.write(out);
    }

    /** How Flink keeps it. */
    public static final class Form implements StateForm<Devices> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return VERSION;
        }

        @Override
        public Devices create() {
            return new Devices();
        }

        @Override
        public Devices read(DataInput in, int version) throws IOException {
            Devices devices = new Devices();
            devices.minuteMillis = in.readLong();
            devices.shownMillis = in.readLong();
            devices.pipeline = Pipeline.read(in);
            int size = in.readInt();
            for (int i = 0; i < size; i++) {
                devices.devices.put(in.readUTF(), DeviceRecord.read(in));
            }
            if (version >= FIRST_VERSION_WITH_PLACES) {
                devices.places = Places.read(in);
            }
            return devices;
        }
    }
}
