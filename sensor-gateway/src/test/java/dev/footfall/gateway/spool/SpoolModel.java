package dev.footfall.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What a spool should hold: a list of frames and a list of rows. */
final class SpoolModel {
    private final List<byte[]> frames = new ArrayList<>();
    private final List<byte[]> pending = new ArrayList<>();

    static SpoolModel copyOf(SpoolModel other) {
        SpoolModel copy = new SpoolModel();
        copy.frames.addAll(other.frames);
        copy.pending.addAll(other.pending);
        return copy;
    }

    void events(byte[] rows) {
        pending.add(rows);
    }

    void frame(byte[] frame) {
        frames.add(frame);
        pending.clear();
    }

    int next() {
        return frames.size();
    }

    /** Whether a spool that was just opened holds this, from its oldest frame on. */
    boolean isIn(StoreSpool spool) throws IOException {
        if (spool.next() != frames.size() || spool.pending().size() != pending.size()) {
            return false;
        }
        assertThat(spool.pending()).containsExactlyElementsOf(pending);
        assertFrames(spool);
        return true;
    }

    void assertFrames(StoreSpool spool) throws IOException {
        for (long seq = spool.oldest(); seq < frames.size(); seq++) {
            byte[] frame = frames.get((int) seq);
            assertThat(spool.frame(seq)).isEqualTo(frame);
            assertThat(spool.frameBytes(seq)).isEqualTo(frame.length);
        }
    }
}
