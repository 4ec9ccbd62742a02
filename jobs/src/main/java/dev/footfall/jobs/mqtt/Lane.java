package dev.footfall.jobs.mqtt;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.FrameHead;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Topics;
import dev.footfall.events.UnknownFrameVersionException;
import dev.footfall.jobs.StoreFrame;
import dev.footfall.mqtt.Incoming;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One lane in the hands of a reader: decides what becomes of each of its messages, and counts. Used by the reader's
 * thread; other threads read its numbers for metrics, perhaps a moment old. */
final class Lane {
    private static final Logger LOG = LoggerFactory.getLogger(Lane.class);

    private final int number;
    private final LaneLedger ledger;
    private final Marks marks;
    private final Set<String> topicsOfUnknownVersion = new HashSet<>();
    private long unreadable;
    private long unknownVersion;
    private long bytes;
    private long lastTakenMillis;
    private long lastWatermarkMillis;

    Lane(LaneSplit split) {
        number = split.lane();
        ledger = LaneLedger.from(split.positions());
        marks = new Marks(split.positions());
    }

    int number() {
        return number;
    }

    /** Where it is, for a checkpoint. */
    LaneSplit snapshot(long checkpoint) {
        LaneSplit split = new LaneSplit(number, ledger.positions());
        marks.snapshot(checkpoint, split.positions());
        return split;
    }

    /** What gateways may be told when a checkpoint is complete. */
    List<LanePosition> completed(long checkpoint) {
        return marks.completed(checkpoint);
    }

    /** What a message came to: a frame or tick to emit, a position to ask for, one whose mark is to be said again, or nothing. */
    record Outcome(@Nullable StoreFrame frame, @Nullable LanePosition missing, @Nullable LanePosition repeated) {
        private static final Outcome NOTHING = new Outcome(null, null, null);
    }

    /** Takes the next message. */
    Outcome take(Incoming message) {
        byte[] payload = message.payload();
        FrameHead head = read(message.topic(), payload);
        if (head == null) {
            return Outcome.NOTHING;
        }
        bytes += payload.length;
        long gapsBefore = ledger.gaps();
        LaneLedger.Verdict verdict = ledger.take(head, TimeUnit.NANOSECONDS.toMillis(System.nanoTime()));
        if (ledger.gaps() > gapsBefore) {
            LOG.warn(
                    "{} frames of store {} are lost: gateway {} (epoch {}) keeps none before number {}",
                    ledger.gaps() - gapsBefore,
                    head.store(),
                    head.gateway(),
                    head.epoch(),
                    head.oldest());
        }
        return switch (verdict) {
            case EMIT -> {
                lastTakenMillis = System.currentTimeMillis();
                lastWatermarkMillis = head.watermarkMillis();
                LaneLedger.Untold untold = ledger.takeUntold(head);
                yield new Outcome(
                        new StoreFrame(head.store(), payload, untold.duplicates(), untold.gaps()), null, null);
            }
            case ASK -> new Outcome(null, ledger.position(head), null);
            case REMIND -> new Outcome(null, null, ledger.position(head));
            case DROP -> Outcome.NOTHING;
        };
    }

    private @Nullable FrameHead read(String topic, byte[] payload) {
        try {
            FrameHead head = FrameCodec.header(payload);
            if (!Topics.frames(number, head.store()).equals(topic)) {
                throw new MalformedFrameException(true, -1, "it is of store " + head.store());
            }
            topicsOfUnknownVersion.remove(topic);
            return head;
        } catch (UnknownFrameVersionException e) {
            unknownVersion++;
            if (topicsOfUnknownVersion.add(topic)) {
                LOG.error(
                        "{}: {}; frames wait at their gateway until this job is replaced by one that reads them",
                        topic,
                        e.getMessage());
            }
        } catch (MalformedFrameException e) {
            unreadable++;
            LOG.warn("{}: dropped a message that is no frame: {}", topic, e.getMessage());
        }
        return null;
    }

    LaneLedger ledger() {
        return ledger;
    }

    /** Messages that are no frames. */
    long unreadable() {
        return unreadable;
    }

    /** Frames of a version that this build does not read. */
    long unknownVersion() {
        return unknownVersion;
    }

    /** Of frames and ticks, whatever became of them. */
    long bytes() {
        return bytes;
    }

    /** Since a frame or tick was last emitted; -1 before the first. */
    long lastFrameAgeMillis() {
        return lastTakenMillis == 0 ? -1 : System.currentTimeMillis() - lastTakenMillis;
    }

    /** How far the watermark of the last frame or tick was behind the clock of the wall when it was emitted; -1 before the first. */
    long lagMillis() {
        return lastTakenMillis == 0 ? -1 : lastTakenMillis - lastWatermarkMillis;
    }
}
