package dev.footfall.local;

import dev.footfall.gateway.Counts;
import dev.footfall.gateway.DeadLetters;
import dev.footfall.gateway.Gateway;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.recordings.Recording;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.framelog.FrameLogWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;

/** The first stage of a replay: recordings through the gateway's logic into a folder of frames. */
final class RecordedFrames {
    private static final int SECRET_BYTES = 32;

    private final StorePacks packs;
    private final Path folder;
    private final Progress progress;
    private Counts counts = new Counts();
    private boolean hasFrames;

    RecordedFrames(StorePacks packs, Path folder, Progress progress) {
        this.packs = packs;
        this.folder = folder;
        this.progress = progress;
    }

    /** Reads the recordings in their order, as one stretch of traffic. */
    void take(List<Path> recordings, DeadLetters deadLetters) throws IOException {
        long bytes = 0;
        for (Path file : recordings) {
            bytes += Files.size(file);
        }
        Framing framing = Framing.ofRecording();
        try (FrameLogWriter log = new FrameLogWriter(folder, framing.lanes());
                Gateway gateway = Gateway.ofRecording(
                        packs, framing, secret(), (store, lane, frame) -> append(log, store, frame), deadLetters)) {
            long before = 0;
            for (Path file : recordings) {
                try (Recording recording = Recording.open(file)) {
                    while (recording.readLine(gateway)) {
                        progress.show("reading", (double) (before + recording.bytesRead()) / bytes);
                    }
                    before += recording.bytes();
                } catch (IOException e) {
                    throw new UnusableInputException("--events " + file + ": " + e.getMessage(), e);
                }
            }
            counts = gateway.counts();
        }
    }

    /** No figure depends on the pseudonyms, so a replay makes new ones each time and forgets the key. */
    private static StoreKeys secret() {
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        return StoreKeys.ofSecret(secret);
    }

    private void append(FrameLogWriter log, String store, byte[] frame) {
        try {
            log.append(store, frame);
            hasFrames = true;
        } catch (IOException e) {
            throw new UncheckedIOException("frames cannot be written to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** What the gateway took and refused. */
    Counts counts() {
        return counts;
    }

    /** Events that the gateway took. */
    long events() {
        return counts.events();
    }

    /** Whether any store was heard. */
    boolean hasFrames() {
        return hasFrames;
    }
}
