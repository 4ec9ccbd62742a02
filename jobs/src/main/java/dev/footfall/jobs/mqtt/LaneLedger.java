package dev.footfall.jobs.mqtt;

import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.Tick;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which frames of a lane were taken, and what becomes of the next message: of every spool of every gateway the frames are taken in the order of
 * their numbers, each once.
 *
 * <p>It goes back N: a frame below the next number is a duplicate, one above it is dropped and the next one asked for, so nothing waits here. A
 * number that the gateway cannot send any more is a gap, counted and jumped. A tick is taken when everything before it was.
 *
 * <p>Of a gateway the four spools heard last are known. One that is not known begins with the oldest frame that it still has. A frame that is sent
 * again says what was oldest when it was cut, so until something of a spool was emitted a later word of its oldest frame is a better beginning,
 * and no gap.
 */
final class LaneLedger {
    /** What becomes of a message. */
    enum Verdict {
        /** It is the next one: to be emitted. */
        EMIT,
        /** It was taken before, or asking again would be too early. */
        DROP,
        /** It comes after one that is missing: to be dropped, and the missing one to be asked for. */
        ASK,
        /** It was taken before, and its gateway may not know: to be dropped, and what is safe to be said again. */
        REMIND
    }

    /** How many spools of one gateway are known at a time. */
    static final int MOST_EPOCHS = 4;

    private static final long FIRST_WAIT_MILLIS = 5_000;
    private static final long LONGEST_WAIT_MILLIS = 60_000;

    private record Sender(String store, String gateway) implements Comparable<Sender> {
        @Override
        public int compareTo(Sender other) {
            int byStore = store.compareTo(other.store);
            return byStore != 0 ? byStore : gateway.compareTo(other.gateway);
        }
    }

    /** What was repeated and lost of a gateway's frames, until it is told with a frame. */
    record Untold(long duplicates, long gaps) {
        static final Untold NOTHING = new Untold(0, 0);

        Untold and(Untold more) {
            return new Untold(duplicates + more.duplicates, gaps + more.gaps);
        }
    }

    /** One spool. Only the next number is written down: whoever goes on from here asks anew, and counts every jump as a gap. */
    private static final class Entry {
        private long next;
        private boolean begun;
        private long asked = -1;
        private long waitMillis;
        private long askAgainMillis;
        private long remindAgainMillis = Long.MIN_VALUE;

        Entry(long next, boolean begun) {
            this.next = next;
            this.begun = begun;
        }

        boolean mayRemind(long nowMillis) {
            boolean may = nowMillis >= remindAgainMillis;
            if (may) {
                remindAgainMillis = nowMillis + FIRST_WAIT_MILLIS;
            }
            return may;
        }

        boolean mayAsk(long nowMillis) {
            if (asked == next && nowMillis < askAgainMillis) {
                return false;
            }
            waitMillis = asked == next ? Math.min(2 * waitMillis, LONGEST_WAIT_MILLIS) : FIRST_WAIT_MILLIS;
            asked = next;
            askAgainMillis = nowMillis + waitMillis;
            return true;
        }
    }

    /** The spools of each gateway by their epoch, the one heard last at the end. */
    private final Map<Sender, Map<String, Entry>> senders = new HashMap<>();

    private final Map<Sender, Untold> untold = new HashMap<>();

    private long frames;
    private long ticks;
    private long duplicates;
    private long gaps;
    private long requests;

    /** A ledger that goes on from where another one was. */
    static LaneLedger from(List<LanePosition> positions) {
        LaneLedger ledger = new LaneLedger();
        for (LanePosition position : positions) {
            ledger.epochs(position.store(), position.gateway()).put(position.epoch(), new Entry(position.next(), true));
        }
        return ledger;
    }

    /** All positions: by store and gateway, the spools of one gateway in the order in which they were last heard. */
    List<LanePosition> positions() {
        List<LanePosition> positions = new ArrayList<>();
        senders.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(sender -> sender.getValue()
                .forEach((epoch, entry) -> positions.add(new LanePosition(
                        sender.getKey().store(), sender.getKey().gateway(), epoch, entry.next))));
        return positions;
    }

    /** Takes a message of the lane; the time is any clock that does not go back. */
    Verdict take(FrameHead head, long nowMillis) {
        Entry entry = entry(head);
        if (head.oldest() > entry.next) {
            if (entry.begun) {
                gaps += head.oldest() - entry.next;
                untold.merge(sender(head), new Untold(0, head.oldest() - entry.next), Untold::and);
            }
            entry.next = head.oldest();
        }
        boolean isFrame = head instanceof FrameHeader;
        long number = head instanceof FrameHeader frame ? frame.seq() : ((Tick) head).next();
        if (number < entry.next) {
            if (isFrame) {
                duplicates++;
                untold.merge(sender(head), new Untold(1, 0), Untold::and);
            }
            return entry.mayRemind(nowMillis) ? Verdict.REMIND : Verdict.DROP;
        }
        if (number > entry.next) {
            boolean ask = entry.mayAsk(nowMillis);
            requests += ask ? 1 : 0;
            return ask ? Verdict.ASK : Verdict.DROP;
        }
        entry.begun = true;
        if (isFrame) {
            entry.next++;
            frames++;
        } else {
            ticks++;
        }
        return Verdict.EMIT;
    }

    /** What was repeated and lost of that gateway's frames since this was asked before. It is not written down. */
    Untold takeUntold(FrameHead head) {
        Untold said = untold.isEmpty() ? null : untold.remove(sender(head));
        return said == null ? Untold.NOTHING : said;
    }

    private static Sender sender(FrameHead head) {
        return new Sender(head.store(), head.gateway());
    }

    /** The position of the spool that a message is from. */
    LanePosition position(FrameHead head) {
        return new LanePosition(head.store(), head.gateway(), head.epoch(), entry(head).next);
    }

    private Entry entry(FrameHead head) {
        Map<String, Entry> epochs = epochs(head.store(), head.gateway());
        Entry entry = epochs.get(head.epoch());
        if (entry == null) {
            entry = new Entry(head.oldest(), false);
            epochs.put(head.epoch(), entry);
            if (epochs.size() > MOST_EPOCHS) {
                epochs.remove(epochs.keySet().iterator().next());
            }
        }
        return entry;
    }

    private Map<String, Entry> epochs(String store, String gateway) {
        return senders.computeIfAbsent(
                new Sender(store, gateway), sender -> new LinkedHashMap<>(MOST_EPOCHS, 0.75f, true));
    }

    /** Frames emitted by this ledger. */
    long frames() {
        return frames;
    }

    /** Ticks emitted by this ledger. */
    long ticks() {
        return ticks;
    }

    /** Frames that came again. */
    long duplicates() {
        return duplicates;
    }

    /** Frames that no gateway could send any more. */
    long gaps() {
        return gaps;
    }

    /** How often a missing frame was asked for. */
    long requests() {
        return requests;
    }
}
