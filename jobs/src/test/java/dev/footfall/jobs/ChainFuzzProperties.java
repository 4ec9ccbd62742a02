package dev.footfall.jobs;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Tick;
import dev.footfall.events.fuzz.Fuzz;
import dev.footfall.events.fuzz.Spoiler;
import dev.footfall.geofences.StorePack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** A frame that can be read does not stop the job, whatever it says: it would come again after every restart. */
class ChainFuzzProperties {
    private static final int BYTES_PER_BYTE = 100_000;

    /** What a job stops for: it counts by another registry of devices than the gateway. */
    private static final String ANOTHER_STORE_FILE = "the gateway works with another store.yaml";

    private static final long[] CLOCKS = {Times.at("04:31"), Times.at("2026-05-05T04:31:00Z"), Long.MAX_VALUE};

    private final StorePack pack;
    private final Fuzz frames;

    ChainFuzzProperties() {
        try {
            Path folder = Files.createTempDirectory("footfall-chain-fuzz");
            pack = BusyStore.pack(folder, "shop");
            StoreRun run = new StoreRun(pack);
            BusyStore.untilHalfPastFour(run);
            List<byte[]> sound =
                    run.frames().stream().filter(ChainFuzzProperties::isFrame).collect(Collectors.toList());
            frames = new Fuzz(
                    "frames, counted",
                    new Spoiler(sound, List.of("time", "x", "y", "interval", "left")),
                    BYTES_PER_BYTE,
                    this::count);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isFrame(byte[] bytes) {
        try {
            return FrameCodec.header(bytes) instanceof FrameHeader;
        } catch (MalformedFrameException e) {
            return false;
        }
    }

    private Optional<String> count(byte[] input) throws MalformedFrameException {
        Chain chain = new Chain(pack, Cadence.LIVE);
        try {
            FrameHead head = FrameCodec.decode(input).header();
            chain.accept(input);
            for (long clock : CLOCKS) {
                chain.accept(FrameCodec.encode(new Tick(head.store(), "shop", "e1", 1, 0, clock)));
            }
            return Optional.empty();
        } catch (MalformedFrameException e) {
            return Optional.of(e.detail());
        } catch (IllegalStateException e) {
            if (String.valueOf(e.getMessage()).endsWith(ANOTHER_STORE_FILE)) {
                return Optional.of("another store file");
            }
            throw e;
        }
    }

    @Provide
    Arbitrary<byte[]> someFrames() {
        return frames.inputs();
    }

    @Property(tries = 2_000, seed = "20261122", shrinking = ShrinkingMode.OFF)
    void anyFrame_isCountedOrRefused(@ForAll("someFrames") byte[] input) {
        frames.judge(input);
    }

    @Example
    void longRun_ifAskedFor() {
        frames.runIfAsked(0.01);
    }
}
