package dev.footfall.jobs;

import dev.footfall.events.DeviceState;
import dev.footfall.events.DeviceStatus;
import dev.footfall.events.DeviceTally;
import dev.footfall.events.DoorCount;
import dev.footfall.events.DoorTotals;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Receipt;
import dev.footfall.events.ReceiptChannel;
import dev.footfall.events.ShelfStay;
import dev.footfall.events.Tick;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.points.Point;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs the operators over what the sensors of a drawn store say, frame by frame, and shows the figures.
 *
 * <p>Times are written as {@link Times} takes them, positions in metres. Everything said since the last frame goes into the next, which
 * {@link #clock} sends with the gateway's watermark.
 */
public final class StoreRun {
    private final StorePack pack;
    private final Chain chain;
    private final FrameBuilder frame = new FrameBuilder();
    private final List<byte[]> frames = new ArrayList<>();
    private long seq;

    /** A run that writes final figures only. */
    public StoreRun(StorePack pack) {
        this(pack, Cadence.FINAL_ONLY);
    }

    public StoreRun(StorePack pack, Cadence cadence) {
        this.pack = pack;
        this.chain = new Chain(pack, cadence);
    }

    /** A customer walks on floor {@code 0}: lines of time, x and y. */
    public StoreRun walks(long subject, String walk) {
        return walks(subject, "0", false, walk);
    }

    /** A member of staff walks on floor {@code 0}. */
    public StoreRun staffWalks(long subject, String walk) {
        return walks(subject, "0", true, walk);
    }

    /** Somebody walks on a floor. */
    public StoreRun walks(long subject, String floor, boolean staff, String walk) {
        walk.lines().forEach(line -> {
            String[] words = line.trim().split(" +", -1);
            frame.addTrack(
                    Times.at(words[0]), "cam", subject, floor, millimetres(words[1]), millimetres(words[2]), staff);
        });
        return this;
    }

    private static int millimetres(String metres) {
        return (int) Math.round(Double.parseDouble(metres) * 1000);
    }

    /** A shelf camera says that somebody stayed; {@code left} is null while the person is there. */
    public StoreRun stays(long subject, String zone, String entered, @Nullable String left) {
        return stays(subject, subject, zone, entered, left);
    }

    /** A stay over the day cut: the person has another pseudonym in the day it began in. */
    public StoreRun stays(long subject, long enteredSubject, String zone, String entered, @Nullable String left) {
        Long leftMillis = left == null ? null : (Long) Times.at(left);
        frame.addShelf(new ShelfStay("p", zone, Times.at(entered), leftMillis, null), "shelf", subject, enteredSubject);
        return this;
    }

    /** A door counter reports what it counted over the seconds before. */
    public StoreRun counts(String device, String time, int in, int out, int seconds) {
        frame.addDoor(new DoorCount(Times.at(time), in, out, 0, seconds * 1_000L), device);
        return this;
    }

    /** A door counter reports its running totals. */
    public StoreRun totals(String device, String time, long in, long out) {
        frame.addDoor(new DoorTotals(Times.at(time), in, out, 0, 0), device);
        return this;
    }

    /** A till takes the receipt of a tag. */
    public StoreRun buys(long subject, String time) {
        frame.addReceipt(
                new Receipt(Times.at(time), "till-1", ReceiptChannel.TILL, null, null, null, null), "till-1", subject);
        return this;
    }

    /** A device says that it is there. */
    public StoreRun online(String device, String time) {
        frame.addStatus(new DeviceStatus(Times.at(time), DeviceState.ONLINE, null, null), device);
        return this;
    }

    /** The gateway tells what came of a device in the ten seconds that end about then; its clock is right. */
    public StoreRun tally(String device, String time, int events, int rejected) {
        return tally(new DeviceTally(
                device, Times.at(time), Times.at(time), events, rejected, events > 0 ? 0L : null, DeviceState.ONLINE));
    }

    /** The gateway tells what came of a device. */
    public StoreRun tally(DeviceTally tally) {
        frame.addTally(tally);
        return this;
    }

    /** Sends what was said as a frame with that watermark, or a tick when nothing was. */
    public StoreRun clock(String watermark) {
        return send(Times.at(watermark));
    }

    /** Lets the clock tick every second from one instant to another. */
    public StoreRun ticks(String from, String to) {
        for (long millis = Times.at(from); millis <= Times.at(to); millis += 1_000) {
            send(millis);
        }
        return this;
    }

    /** Nothing follows any more. */
    public StoreRun end() {
        return send(Long.MAX_VALUE);
    }

    private StoreRun send(long watermarkMillis) {
        String store = pack.config().store();
        String gateway = pack.config().gateways().get(0);
        byte[] bytes = !frame.isEmpty()
                ? frame.encode(new FrameHeader(store, gateway, "e1", seq++, 0, watermarkMillis))
                : FrameCodec.encode(new Tick(store, gateway, "e1", seq, 0, watermarkMillis));
        frames.add(bytes);
        try {
            chain.accept(bytes);
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("a test's own frame cannot be read", e);
        }
        return this;
    }

    /** What was sent so far. */
    public List<byte[]> frames() {
        return frames;
    }

    /** The store. */
    public StorePack pack() {
        return pack;
    }

    /** The operators. */
    public Chain chain() {
        return chain;
    }

    /**
     * The final points of some series, by time: {@code zone_dwell zone=cafe window=1m: stays seconds} gives
     * {@code 10:00 stays=1 seconds=12.5} for each point of these tags, with what other tags it has (but the store) after the time.
     */
    public List<String> figures(String query) {
        return new FigureQuery(query).of(chain.points().stream().filter(Point::last), pack);
    }

    /** The points of some series in the order written, provisional ones too, in the words of {@link #figures}. */
    public List<String> written(String query) {
        return new FigureQuery(query).inOrder(chain.points().stream(), pack);
    }
}
