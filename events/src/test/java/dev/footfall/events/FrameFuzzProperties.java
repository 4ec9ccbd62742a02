package dev.footfall.events;

import dev.footfall.events.fuzz.Fuzz;
import dev.footfall.events.fuzz.Spoiler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever comes as a frame is read, or refused with a reason; and what was read is read again the same from its own bytes. */
class FrameFuzzProperties {
    private static final String SEED = "20261122";
    /** A byte may be a row, of which each column is 8 bytes, more than once. */
    private static final int BYTES_PER_BYTE = 1_000;

    private final Fuzz cbor =
            new Fuzz("frames in CBOR", new Spoiler(sound(false), words()), BYTES_PER_BYTE, FrameFuzzProperties::read);
    private final Fuzz json =
            new Fuzz("frames in JSON", new Spoiler(sound(true), words()), BYTES_PER_BYTE, FrameFuzzProperties::read);

    private static List<byte[]> sound(boolean asJson) {
        List<byte[]> frames = new ArrayList<>();
        for (byte[] frame : List.of(
                GoldenFrames.allKinds(), GoldenFrames.tracks(), GoldenFrames.devices(), GoldenFrames.shifted())) {
            try {
                frames.add(asJson ? FrameCodec.toJson(FrameCodec.decode(frame)) : frame);
            } catch (MalformedFrameException e) {
                throw new IllegalStateException("a golden frame", e);
            }
        }
        return frames;
    }

    private static List<String> words() {
        List<String> words = new ArrayList<>(
                List.of("v", "store", "gateway", "epoch", "seq", "oldest", "next", "watermark", "strings", "subjects"));
        for (Kind kind : Kind.values()) {
            words.add(kind.topicName());
            FrameLayout.columns(kind).forEach(column -> words.add(column.key()));
        }
        return words;
    }

    private static Optional<String> read(byte[] input) throws MalformedFrameException {
        Frame frame;
        try {
            frame = FrameCodec.decode(input);
        } catch (MalformedFrameException e) {
            if (e.headerReadable()) {
                FrameCodec.header(input);
            }
            return Optional.of(e.detail());
        }
        if (!FrameCodec.header(input).equals(frame.header())) {
            throw new IllegalStateException("another head: " + frame.header());
        }
        byte[] again = FrameCodec.encode(frame);
        byte[] fromJson = FrameCodec.encode(FrameCodec.decode(FrameCodec.toJson(frame)));
        if (!Arrays.equals(again, FrameCodec.encode(FrameCodec.decode(again))) || !Arrays.equals(again, fromJson)) {
            throw new IllegalStateException("it is read otherwise from what is written of it");
        }
        return Optional.empty();
    }

    @Provide
    Arbitrary<byte[]> cborInputs() {
        return cbor.inputs();
    }

    @Provide
    Arbitrary<byte[]> jsonInputs() {
        return json.inputs();
    }

    @Property(tries = 20_000, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anyCbor_isReadOrRefused(@ForAll("cborInputs") byte[] input) {
        cbor.judge(input);
    }

    @Property(tries = 10_000, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anyJson_isReadOrRefused(@ForAll("jsonInputs") byte[] input) {
        json.judge(input);
    }

    @Example
    void longRun_ifAskedFor() {
        cbor.runIfAsked(0.3);
        json.runIfAsked(0.1);
    }
}
