package dev.footfall.gateway.framing;

import dev.footfall.events.DeviceTally;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.SensorEvent;
import dev.footfall.events.Tick;
import dev.footfall.events.Topics;
import dev.footfall.geofences.DeviceConfig;
import dev.footfall.geofences.StoreConfig;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The frames of one store from one gateway.
 *
 * <p>A frame is cut when it is full, before an event of another store day, when it has been open for long enough by the store's clock, and whenever
 * it is told to. Its watermark is the store's clock, the latest time of receipt before the cut, less the longest slack of the store's devices.
 * {@link Tallies} of devices go into the open frame as they are due, before the clock moves on.
 *
 * <p>Rows since the last cut or the last {@link #takeUnsaved} can be had as a small frame of their own, to be kept until the cut.
 */
public final class StoreFramer {
    private final StorePack pack;
    private final String gateway;
    private final Framing framing;
    private final FrameNumbers numbers;
    private final FrameSink sink;
    private final String store;
    private final long slackMillis;
    private final FrameBuilder frame = new FrameBuilder();
    /** Where rows are copied that came since the open frame was last marked; null when they are not to be saved. */
    private final @Nullable FrameBuilder unsaved;

    private final Tallies tallies = new Tallies(this::add);
    private long clockMillis = SensorEvent.EARLIEST_MILLIS;
    private long openedMillis;
    private StoreDay day;

    private StoreFramer(
            StorePack pack, String gateway, Framing framing, FrameNumbers numbers, FrameSink sink, boolean saving) {
        StoreConfig config = pack.config();
        this.pack = pack;
        this.gateway = gateway;
        this.framing = framing;
        this.numbers = numbers;
        this.sink = sink;
        this.store = config.store();
        this.unsaved = saving ? new FrameBuilder() : null;
        this.slackMillis = framing.slackTimes()
                * config.devices().stream()
                        .mapToLong(DeviceConfig::slackMillis)
                        .max()
                        .orElse(0);
        this.day = pack.calendar().dayOf(clockMillis);
    }

    /** Frames that go straight to the sink. */
    public static StoreFramer of(
            StorePack pack, String gateway, Framing framing, FrameNumbers numbers, FrameSink sink) {
        return new StoreFramer(pack, gateway, framing, numbers, sink, false);
    }

    /** Frames whose rows are saved before they are cut: {@link #takeUnsaved} gives them, {@link #restore} takes them back. */
    public static StoreFramer saving(
            StorePack pack, String gateway, Framing framing, FrameNumbers numbers, FrameSink sink) {
        return new StoreFramer(pack, gateway, framing, numbers, sink, true);
    }

    /** Moves the clock to a time of receipt, which cuts a frame that has been open for long enough; never moves it back. */
    public void advanceTo(long atMillis) {
        tallies.advanceTo(atMillis);
        if (!frame.isEmpty() && atMillis - openedMillis >= framing.frameEveryMillis()) {
            cut();
        }
        clockMillis = Math.max(clockMillis, atMillis);
    }

    /**
     * Adds a resolved event.
     *
     * @param subject its pseudonym, 0 for none
     * @param enteredSubject of a shelf stay, the pseudonym in the store day in which it began; else the same
     * @param shiftMillis how much was added to the times that the device said
     */
    public void add(SensorEvent event, String device, long subject, long enteredSubject, long shiftMillis) {
        makeRoom(event.placeMillis(), FrameBuilder.MAX_ROW_BYTES);
        frame.shiftedBy(shiftMillis);
        Rows.add(event, device, subject, enteredSubject, frame);
    }

    /** What comes of the store's devices, to be told of each message. */
    public Tallies tallies() {
        return tallies;
    }

    private void add(DeviceTally tally) {
        makeRoom(FrameBuilder.MAX_ROW_BYTES);
        frame.addTally(tally);
    }

    /** Takes back rows that were saved before a restart, in their order, and the clock they were saved at. */
    public void restore(List<Frame> saved) {
        long nextBefore = numbers.next();
        for (Frame rows : saved) {
            int size = rows.rows() + rows.tallies().size();
            if (size > 0) {
                int bytes = size * FrameBuilder.MAX_ROW_BYTES;
                if (rows.rows() > 0) {
                    makeRoom(firstMillis(rows), bytes);
                } else {
                    makeRoom(bytes);
                }
                frame.add(rows);
            }
            restoreClock(
                    rows.header()); // not before: a frame cut to make room must not say that nothing so old follows
        }
        if (numbers.next() == nextBefore) {
            frame.mark(); // no frame was cut, which would have taken their place
        }
    }

    private static long firstMillis(Frame rows) {
        return rows.columns().stream()
                .filter(columns -> columns.rows() > 0)
                .mapToLong(columns -> columns.timeMillis(0))
                .findFirst()
                .orElseThrow();
    }

    /** Takes up the clock where a frame that was cut before a restart left it. */
    public void restoreClock(FrameHead last) {
        clockMillis = Math.max(clockMillis, last.watermarkMillis() + slackMillis);
    }

    /** Makes room for events; only they are kept apart by days. */
    private void makeRoom(long placeMillis, int bytes) {
        if (frame.rows() > 0 && !day.contains(placeMillis)) {
            cut();
        }
        makeRoom(bytes);
        if (frame.rows() == 0) {
            day = pack.calendar().dayOf(placeMillis);
        }
    }

    private void makeRoom(int bytes) {
        if (!frame.isEmpty() && frame.sizeEstimate() + bytes > framing.frameBytes()) {
            cut();
        }
        if (frame.isEmpty()) {
            openedMillis = clockMillis;
        }
    }

    /** The number of events and tallies in the open frame. */
    public int rows() {
        return frame.rows() + frame.tallies();
    }

    /** The store's clock. */
    public long clockMillis() {
        return clockMillis;
    }

    /** No event older than this follows. */
    public long watermarkMillis() {
        return clockMillis - slackMillis;
    }

    /** Puts what came of devices into the open frame, though it may not be due yet. */
    public void endTallies() {
        tallies.end();
    }

    /** Cuts the open frame, if it has rows. */
    public void cut() {
        if (!frame.isEmpty()) {
            sink.frame(store, lane(), frame.encode(header(numbers.next(), numbers.oldest())));
        }
    }

    /** The rows that came since the last cut or call of this, as a frame numbered 0; without any rows when only the clock is to be saved. */
    public byte[] takeUnsaved() {
        if (unsaved == null) {
            throw new IllegalStateException("the frames of " + store + " are not being saved");
        }
        unsaved.addSinceMark(frame);
        frame.mark();
        return unsaved.encode(header(0, 0));
    }

    /** The number of rows that {@link #takeUnsaved} would give. */
    public int unsavedRows() {
        return unsaved == null ? 0 : frame.sinceMark();
    }

    private FrameHeader header(long seq, long oldest) {
        return new FrameHeader(store, gateway, numbers.epoch(), seq, oldest, watermarkMillis());
    }

    /** Says that this gateway's time has come to {@code watermarkMillis} and which number is next. */
    public byte[] tick(long next, long watermarkMillis) {
        return tickOf(gateway, next, watermarkMillis);
    }

    byte[] tickOf(String gateway, long next, long watermarkMillis) {
        long oldest = Math.min(next, numbers.oldest());
        return FrameCodec.encode(new Tick(store, gateway, numbers.epoch(), next, oldest, watermarkMillis));
    }

    /** The store. */
    public String store() {
        return store;
    }

    /** The lane of the store. */
    public int lane() {
        return Topics.lane(store, framing.lanes());
    }
}
