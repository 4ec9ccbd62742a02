package dev.footfall.jobs.mqtt;

import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.Tick;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;

/**
 * Gateways, a pipe and a reader, as slow and obvious as can be. The reader's decisions are those of {@link LaneLedger} and {@link Marks}; what it
 * emitted is remembered with every checkpoint and taken back when the reader falls back to it.
 */
final class LanePipe {
    private static final long FAR_MILLIS = 120_000;
    private static final int WINDOW = 8;

    /** One spool of one gateway, and what of it the reader emitted. */
    final class Gateway {
        private final String name;
        private final String epoch;
        private final List<Long> emitted = new ArrayList<>();
        private final Map<Long, Long> oldestAtCut = new HashMap<>();
        private long next;
        private long oldest;
        private long cursor;
        private long mark;
        private boolean known;
        private long knownFrom;
        private boolean begun;

        Gateway(String name, String epoch) {
            this.name = name;
            this.epoch = epoch;
        }

        private void send() {
            if (cursor < next && cursor < mark + WINDOW) {
                // a frame is the same bytes whenever it is sent: it says what was oldest when it was cut
                wire.add(new FrameHeader(
                        "shop", name, epoch, cursor, oldestAtCut.computeIfAbsent(cursor, seq -> oldest), 0));
                cursor++;
            } else {
                wire.add(tick());
            }
        }

        private void hearFrom(long oldestSaid) {
            if (!known) {
                known = true;
                begun = false;
                knownFrom = oldestSaid;
            } else if (!begun) {
                knownFrom = Math.max(knownFrom, oldestSaid);
            }
        }

        /** Begins with a tick, for only that says what is oldest now. */
        private void goBackTo(long seq) {
            cursor = Math.max(oldest, Math.min(seq, next));
            wire.add(tick());
        }

        private Tick tick() {
            return new Tick("shop", name, epoch, next, oldest, 0);
        }

        private void trim(long to) {
            mark = Math.max(mark, to);
            oldest = Math.max(oldest, Math.min(to, next));
            cursor = Math.max(cursor, oldest);
        }

        private void throwAway() {
            oldest = Math.min(next, oldest + 1 + dice.nextInt(3));
            mark = Math.max(mark, oldest);
            cursor = Math.max(cursor, oldest);
        }

        List<Long> emitted() {
            return emitted;
        }

        List<Long> all() {
            return LongStream.range(0, next).boxed().toList();
        }

        /** Frames from the first that the reader knew of that it never emitted. */
        long missing() {
            return next - knownFrom - emitted.size();
        }
    }

    /** What a checkpoint holds, and what had been emitted by then. */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares them
    private record Checkpoint(
            long id, byte[] split, List<List<Long>> emitted, List<Boolean> known, List<Long> knownFrom, long gaps) {}

    private final Random dice;
    private final boolean lossy;
    private final List<Gateway> gateways;
    private final List<FrameHead> wire = new ArrayList<>();
    private final List<Checkpoint> underWay = new ArrayList<>();
    private final List<Checkpoint> completed = new ArrayList<>();
    private LaneLedger ledger = new LaneLedger();
    private Marks marks = new Marks(List.of());
    private long gapsBefore;
    private long checkpoints;
    private long nowMillis;

    /** With {@code lossy} spools overflow, and the reader falls back to any checkpoint; else to the last one completed. */
    LanePipe(Random dice, boolean lossy) {
        this.dice = dice;
        this.lossy = lossy;
        this.gateways = List.of(new Gateway("gw-1", "e1"), new Gateway("gw-1", "e2"), new Gateway("gw-2", "e1"));
        completed.add(checkpoint());
    }

    List<Gateway> gateways() {
        return gateways;
    }

    /** Gaps counted in the history that counts. */
    long gaps() {
        return gapsBefore + ledger.gaps();
    }

    void mistreat(int steps) {
        for (int step = 0; step < steps; step++) {
            nowMillis += dice.nextInt(1_000);
            Gateway gateway = gateways.get(dice.nextInt(gateways.size()));
            switch (dice.nextInt(lossy ? 14 : 13)) {
                case 0, 1, 2 -> gateway.next++;
                case 3, 4 -> gateway.send();
                case 5, 6, 7 -> deliver(0);
                case 8 -> deliver(dice.nextInt(Math.max(1, wire.size())));
                case 9 -> mistreatTheWire();
                case 10 -> gateway.goBackTo(gateway.oldest + dice.nextInt(WINDOW));
                case 11 -> takeCheckpoint();
                case 12 -> fallBack();
                default -> gateway.throwAway();
            }
        }
    }

    private void mistreatTheWire() {
        if (!wire.isEmpty()) {
            FrameHead message = wire.remove(dice.nextInt(wire.size()));
            for (int copies = dice.nextInt(3); copies > 0; copies--) {
                wire.add(dice.nextInt(wire.size() + 1), message);
            }
        }
    }

    private void deliver(int place) {
        if (wire.isEmpty()) {
            return;
        }
        FrameHead head = wire.remove(place);
        Gateway gateway = gateways.stream()
                .filter(each -> each.name.equals(head.gateway()) && each.epoch.equals(head.epoch()))
                .findFirst()
                .orElseThrow();
        gateway.hearFrom(head.oldest());
        switch (ledger.take(head, nowMillis)) {
            case EMIT -> {
                gateway.begun = true;
                if (head instanceof FrameHeader frame) {
                    gateway.emitted.add(frame.seq());
                }
            }
            case ASK -> gateway.goBackTo(ledger.position(head).next());
            case DROP, REMIND -> {}
        }
    }

    private Checkpoint checkpoint() {
        try {
            return new Checkpoint(
                    ++checkpoints,
                    new LaneSplitSerializer().serialize(new LaneSplit(0, ledger.positions())),
                    gateways.stream().map(each -> List.copyOf(each.emitted)).toList(),
                    gateways.stream().map(each -> each.known).toList(),
                    gateways.stream().map(each -> each.knownFrom).toList(),
                    gaps());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins a checkpoint, or completes one that was begun; marks reach their gateways or are lost. */
    private void takeCheckpoint() {
        if (underWay.isEmpty() || dice.nextBoolean()) {
            Checkpoint begun = checkpoint();
            marks.snapshot(begun.id(), ledger.positions());
            underWay.add(begun);
            return;
        }
        Checkpoint done = underWay.remove(dice.nextInt(underWay.size()));
        underWay.removeIf(other -> other.id() < done.id());
        completed.add(done);
        marks.completed(done.id()).forEach(this::mark);
    }

    private void mark(LanePosition position) {
        if (dice.nextInt(4) > 0) {
            gateways.stream()
                    .filter(each -> each.name.equals(position.gateway()) && each.epoch.equals(position.epoch()))
                    .forEach(each -> each.trim(position.next()));
        }
    }

    private void fallBack() {
        Checkpoint to = completed.get(lossy ? dice.nextInt(completed.size()) : completed.size() - 1);
        completed.removeIf(other -> other.id() > to.id());
        underWay.clear();
        try {
            List<LanePosition> positions =
                    new LaneSplitSerializer().deserialize(1, to.split()).positions();
            ledger = LaneLedger.from(positions);
            marks = new Marks(positions);
            positions.forEach(this::mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        for (int i = 0; i < gateways.size(); i++) {
            Gateway gateway = gateways.get(i);
            gateway.emitted.clear();
            gateway.emitted.addAll(to.emitted().get(i));
            gateway.known = to.known().get(i);
            gateway.begun = gateway.known;
            gateway.knownFrom = to.knownFrom().get(i);
            gateway.goBackTo(gateway.mark);
        }
        gapsBefore = to.gaps();
    }

    /** From here on the pipe is kind: everything that is still missing comes. */
    void drain() {
        wire.clear();
        for (Gateway gateway : gateways) {
            gateway.hearFrom(gateway.oldest);
            gateway.mark = Long.MAX_VALUE / 2;
            gateway.goBackTo(gateway.oldest);
            long rounds = 0;
            while (ledger.position(gateway.tick()).next() < gateway.next) {
                nowMillis += FAR_MILLIS;
                gateway.send();
                while (!wire.isEmpty()) {
                    deliver(0);
                }
                if (rounds++ > 4 * gateway.next + 100) {
                    throw new AssertionError("no end: " + ledger.positions());
                }
            }
        }
    }
}
