package dev.footfall.local.torture;

import dev.footfall.events.Frame;
import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.gateway.Gateway;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import dev.footfall.gateway.recordings.Recording;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.archive.Archive;
import dev.footfall.jobs.archive.ArchiveRecord;
import dev.footfall.local.Footfall;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/** Compares what the archive and the database hold with what devices said on the same day undisturbed. */
final class Judge {
    private final Path folder;
    private final Path stores;
    private final Path recording;
    private final Path archive;
    private final EventSet published = new EventSet();

    /**
     * Takes note of all events of the recording.
     *
     * @param secret that of the gateways, so that their pseudonyms can be told
     */
    Judge(Path folder, Path stores, Path recording, Path archive, Path secret) throws IOException {
        this.folder = folder;
        this.stores = stores;
        this.recording = recording;
        this.archive = archive;
        StoreKeys keys = StoreKeys.ofSecret(Files.readString(secret).getBytes(StandardCharsets.UTF_8));
        AtomicLong refused = new AtomicLong();
        try (Recording lines = Recording.open(recording);
                Gateway gateway = Gateway.ofRecording(
                        StorePacks.open(stores),
                        Framing.ofRecording(),
                        keys,
                        (store, lane, bytes) -> publish(bytes),
                        letter -> refused.incrementAndGet())) {
            boolean more = true;
            while (more) {
                more = lines.readLine(gateway);
            }
        }
        if (refused.get() > 0) {
            throw new IllegalStateException(refused + " messages of the undisturbed day are refused: see " + recording);
        }
    }

    private void publish(byte[] bytes) {
        try {
            if (FrameCodec.header(bytes) instanceof FrameHeader) {
                published.add(FrameCodec.decode(bytes));
            }
        } catch (MalformedFrameException e) {
            throw new IllegalStateException("a frame of the recording cannot be read", e);
        }
    }

    /** What the archive holds. */
    final class Archived {
        private final EventSet events = new EventSet();
        private final Set<String> frames = new HashSet<>();
        private long again;

        private Archived() throws IOException {
            new Archive(archive).read(record -> {
                if (record.isMark()) {
                    return;
                }
                Frame frame = frame(record);
                String name = frame.header().store()
                        + ' '
                        + frame.header().gateway()
                        + ' '
                        + frame.header().epoch()
                        + ' '
                        + frame.header().seq();
                events.add(frame);
                if (!frames.add(name)) {
                    again += frame.rows();
                }
            });
        }

        /** Events that were published and acknowledged and are not in it. */
        long lost() {
            return published.notIn(events);
        }

        /** Events of frames that are in it twice, and events that nobody published. */
        long doubled() {
            return again + events.notIn(published);
        }
    }

    private static Frame frame(ArchiveRecord record) throws IOException {
        try {
            return FrameCodec.decode(record.frame());
        } catch (MalformedFrameException e) {
            throw new IOException("a frame of the archive cannot be read", e);
        }
    }

    Archived archived() throws IOException {
        return new Archived();
    }

    /** Corrects the database by the archive, and compares it with a replay of the undisturbed day. */
    Verdict verdict(URI influx, String database) throws IOException, InterruptedException {
        Archived archived = archived();
        Path replayed = folder.resolve("undisturbed.lp");
        command(
                "replay",
                "--stores",
                stores.toString(),
                "--events",
                recording.toString(),
                "--out",
                replayed.toString());
        FinalPoints wanted = FinalPoints.ofFile(replayed);
        FinalPoints found = FinalPoints.ofDatabase(influx, database);
        List<String> differences = wanted.differences(found);
        Files.write(folder.resolve("differences.txt"), differences);
        return new Verdict(published.size(), archived.lost(), archived.doubled(), wanted.size(), differences);
    }

    /** Runs {@code footfall correct}. Answers what it said. */
    String correct(URI influx) throws IOException {
        return command(
                "correct",
                "--archive",
                archive.toString(),
                "--stores",
                stores.toString(),
                "--influx",
                influx.toString());
    }

    private String command(String... arguments) throws IOException {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said, true);
        int code = Footfall.commandLine().setOut(out).setErr(out).execute(arguments);
        Path log = folder.resolve(arguments[0] + ".log");
        try {
            Files.writeString(log, said.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (code != Footfall.DONE) {
            throw new IOException(arguments[0] + " ended with " + code + ", see " + log);
        }
        return said.toString();
    }
}
