package dev.footfall.gateway;

import dev.footfall.events.DeviceTally;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Reason;
import dev.footfall.events.Tick;
import dev.footfall.gateway.framing.FrameSink;
import java.util.ArrayList;
import java.util.List;

/** Keeps what a gateway sends. */
final class Collected implements FrameSink, DeadLetters {
    final List<byte[]> encoded = new ArrayList<>();
    final List<FrameHead> heads = new ArrayList<>();
    final List<Frame> frames = new ArrayList<>();
    final List<DeadLetter> letters = new ArrayList<>();

    @Override
    public void frame(String store, int lane, byte[] frame) {
        try {
            encoded.add(frame);
            FrameHead head = FrameCodec.header(frame);
            heads.add(head);
            if (head instanceof FrameHeader) {
                frames.add(FrameCodec.decode(frame));
            }
        } catch (MalformedFrameException e) {
            throw new AssertionError("a gateway's frames can be read", e);
        }
    }

    @Override
    public void letter(DeadLetter letter) {
        letters.add(letter);
    }

    List<Reason> reasons() {
        return letters.stream().map(DeadLetter::reason).toList();
    }

    List<Tick> ticks() {
        return heads.stream()
                .filter(Tick.class::isInstance)
                .map(Tick.class::cast)
                .toList();
    }

    List<DeviceTally> tallies() {
        return frames.stream().flatMap(frame -> frame.tallies().stream()).toList();
    }

    int rows() {
        return frames.stream().mapToInt(Frame::rows).sum();
    }
}
