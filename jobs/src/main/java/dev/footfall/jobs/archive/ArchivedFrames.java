package dev.footfall.jobs.archive;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.Tick;
import dev.footfall.geofences.StoreDay;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.framelog.FrameLogWriter;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/**
 * Days of a store out of an archive, as frames for a replay.
 *
 * <p>Frames are put in the order of their earliest events, and before each one all the store's gateways say that nothing earlier follows. So no event is
 * late, whatever order they arrived in, and events wait only as long as the frames that hold them overlap.
 */
public final class ArchivedFrames {
    /** How far the clock may lag behind what could be said: a tick a frame would be many. */
    private static final long TICK_MILLIS = 1_000;

    private static final String EPOCH = "archive";
    private static final Comparator<ArchiveEntry> BY_FIRST_EVENT = Comparator.<ArchiveEntry>comparingLong(
                    entry -> entry.events().firstMillis())
            .thenComparingLong(ArchiveEntry::sinceMillis)
            .thenComparingLong(ArchiveEntry::number);

    private final StorePack pack;
    private final FrameLogWriter log;
    private long saidMillis = Long.MIN_VALUE;

    private ArchivedFrames(StorePack pack, FrameLogWriter log) {
        this.pack = pack;
        this.log = log;
    }

    /** Writes what some days of a store follow from; answers how many frames that is. */
    public static long write(StorePack pack, StoreArchive archive, List<StoreDay> days, FrameLogWriter log)
            throws IOException {
        List<ArchiveEntry> entries = archive.frames().stream()
                .filter(entry -> days.stream().anyMatch(day -> entry.events()
                        .meets(StoreDayReach.fromMillis(pack, day), StoreDayReach.untilMillis(pack, day))))
                .sorted(BY_FIRST_EVENT)
                .toList();
        ArchivedFrames frames = new ArchivedFrames(pack, log);
        for (ArchiveEntry entry : entries) {
            frames.append(entry);
        }
        frames.tick(Long.MAX_VALUE);
        return entries.size();
    }

    private void append(ArchiveEntry entry) throws IOException {
        long first = entry.events().firstMillis();
        if (saidMillis == Long.MIN_VALUE || first - saidMillis >= TICK_MILLIS) {
            tick(first);
        }
        FrameHeader head = java.util.Objects.requireNonNull(entry.head(), "a frame has a head");
        log.append(
                head.store(),
                entry.frameUnder(new FrameHeader(
                        head.store(), head.gateway(), head.epoch(), head.seq(), head.oldest(), saidMillis)));
    }

    private void tick(long millis) throws IOException {
        saidMillis = millis;
        for (String gateway : pack.config().gateways()) {
            log.append(
                    pack.config().store(),
                    FrameCodec.encode(new Tick(pack.config().store(), gateway, EPOCH, 0, 0, millis)));
        }
    }
}
