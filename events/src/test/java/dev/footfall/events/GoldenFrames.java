package dev.footfall.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The frames that the golden files hold; its main writes those files, for a new version of the format only. */
final class GoldenFrames {
    private static final long TIME = 1_793_696_400_000L;

    private GoldenFrames() {}

    public static void main(String[] args) throws IOException, MalformedFrameException {
        Path folder = Path.of(args[0]);
        Files.write(folder.resolve("frame-v1-all-kinds.cbor"), allKinds());
        Files.write(folder.resolve("frame-v1-all-kinds.json"), FrameCodec.toJson(FrameCodec.decode(allKinds())));
        Files.write(folder.resolve("frame-v1-tracks.cbor"), tracks());
        Files.write(folder.resolve("frame-v1-tracks.json"), FrameCodec.toJson(FrameCodec.decode(tracks())));
        Files.write(folder.resolve("tick-v1.cbor"), tick());
        Files.write(folder.resolve("frame-v1-devices.cbor"), devices());
        Files.write(folder.resolve("frame-v1-devices.json"), FrameCodec.toJson(FrameCodec.decode(devices())));
        Files.write(folder.resolve("frame-v1-shifted.cbor"), shifted());
        Files.write(folder.resolve("frame-v1-shifted.json"), FrameCodec.toJson(FrameCodec.decode(shifted())));
    }

    /** Two events of each kind, one with everything and one with as little as may be. */
    static byte[] allKinds() {
        FrameBuilder frame = new FrameBuilder();
        frame.addDoor(new DoorCount(TIME, 3, 1, 7, 60_000), "door-1");
        frame.addTrack(TIME + 40, "cam-1", 0x0123456789ABCDEFL, "F1", -2_829, 18_959, true);
        frame.addShelf(new ShelfStay("raw", "dairy", TIME - 5_000, TIME + 50, "left"), "shelf-1", -1L);
        frame.addBeacon(new BeaconPing(TIME + 60, "raw", -71.5, -59.0), "anchor-7", 42);
        frame.addPosition(TIME + 70, "rtls", 42, "F2", 100_000_000, -100_000_000, 350);
        frame.addReceipt(new Receipt(TIME + 80, "till-3", ReceiptChannel.SELF, 12L, 34.56, true, "raw"), "till-3", 43);
        frame.addTouchpoint(
                new Touchpoint(TIME + 90, "coupon", "spring", "raw", 52.5200066, 13.404954, "promo"), "app", 44);
        frame.addStatus(new DeviceStatus(TIME + 100, DeviceState.ONLINE, 87.5, "1.4.2 beta"), "cam-1");
        frame.addDoor(new DoorTotals(TIME + 1, 1_000_000_000, 0, 0, 0), "door-2");
        frame.addTrack(TIME + 39, "cam-2", Long.MIN_VALUE, "F1", 0, 0, false);
        frame.addShelf(new ShelfStay("raw", "fruit", TIME + 4, null, null), "shelf-1", 45);
        frame.addBeacon(new BeaconPing(TIME + 5, "raw", 20, null), "anchor-7", 42);
        frame.addPosition(TIME + 6, "rtls", 42, "F2", 1, -1, -1);
        frame.addReceipt(new Receipt(TIME + 7, "till-3", ReceiptChannel.TILL, null, null, null, null), "till-3", 0);
        frame.addTouchpoint(new Touchpoint(TIME + 8, "call", null, null, null, null, null), "button-1", 0);
        frame.addStatus(new DeviceStatus(TIME + 9, DeviceState.OFFLINE, null, null), "cam-2");
        return frame.encode(new FrameHeader("demo", "gw-1", "2026-11-03", 41, 7, TIME - 2_000));
    }

    /** What most frames are: many observations of one camera on one floor. */
    static byte[] tracks() {
        FrameBuilder frame = new FrameBuilder();
        for (int i = 0; i < 100; i++) {
            frame.addTrack(TIME + 400L * (i / 10), "cam-1", 1 + i % 10, "0", 1_000 * (i % 10) + i, -50 * i, false);
        }
        return frame.encode(new FrameHeader("demo", "demo", "0", 0, 0, TIME));
    }

    /** Tallies of devices: one with everything, one with as little as may be; and one event. */
    static byte[] devices() {
        FrameBuilder frame = new FrameBuilder();
        frame.addTally(new DeviceTally("cam-2", TIME + 9_990, TIME - 86_400_000, 2, 3, -1_500L, DeviceState.OFFLINE));
        frame.addStatus(new DeviceStatus(TIME + 10_000, DeviceState.ONLINE, null, null), "cam-1");
        frame.addTally(new DeviceTally("door-1", TIME + 1_001, TIME + 1_001, 0, 1, null, DeviceState.ONLINE));
        return frame.encode(new FrameHeader("demo", "gw-1", "2026-11-03", 42, 7, TIME + 8_000));
    }

    /** Times that were put right: of all doors by the same, of one camera of two, of no shelf. */
    static byte[] shifted() {
        FrameBuilder frame = new FrameBuilder();
        frame.addShelf(new ShelfStay("raw", "dairy", TIME - 5_000, TIME + 50, null), "shelf-1", 41);
        frame.addTrack(TIME + 10, "cam-1", 42, "0", 1_000, 2_000, false);
        frame.shiftedBy(-180_250);
        frame.addDoor(new DoorCount(TIME, 3, 1, 7, 60_000), "door-1");
        frame.addDoor(new DoorTotals(TIME + 1, 10, 9, 0, 0), "door-1");
        frame.shiftedBy(30_000);
        frame.addTrack(TIME + 20, "cam-2", 43, "0", 1_500, 2_500, false);
        return frame.encode(new FrameHeader("demo", "gw-1", "2026-11-03", 43, 7, TIME - 2_000));
    }

    static byte[] tick() {
        return FrameCodec.encode(new Tick("demo", "gw-1", "2026-11-03", 42, 7, Long.MAX_VALUE));
    }
}
