package dev.footfall.jobs.ingest;

import dev.footfall.events.Columns;
import dev.footfall.events.DoorColumns;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameHead;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.Kind;
import dev.footfall.events.ObservationColumns;
import dev.footfall.events.ShelfColumns;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.StepEvent;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.batches.Delivery;
import dev.footfall.jobs.batches.DoorReport;
import dev.footfall.jobs.batches.ShelfReport;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.batches.TagEvent;
import dev.footfall.jobs.state.Persistent;
import dev.footfall.jobs.state.StateForm;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Turns the frames of one store's gateways into batches: in the total order, each event once, as far as the store's clock has come.
 *
 * <p>A batch lies in one store day and one layout version; before the first event of another day comes a batch with the clock at
 * the cut. An event older than the clock is late: it is counted and goes no further.
 */
public final class StoreIngest implements Persistent {
    private static final int VERSION = 4;
    private static final int FIRST_VERSION_WITH_HEARING = 2;
    private static final int FIRST_VERSION_WITH_DELIVERIES = 3;
    private static final int FIRST_VERSION_WITH_STATUSES = 4;

    private StoreClock clock = new StoreClock();
    private Hearing hearing = new Hearing();
    private WaitingDeliveries deliveries = new WaitingDeliveries();
    private WaitingObservations observations = new WaitingObservations();
    private final WaitingEvents<DoorReport> doors = new WaitingEvents<>();
    private final WaitingEvents<ShelfReport> shelves = new WaitingEvents<>();
    private final WaitingEvents<TagEvent> tagEvents = new WaitingEvents<>();
    private WaitingStatuses statuses = new WaitingStatuses();
    private long layoutMillis;
    private long handedOutMillis = StoreClock.NOT_STARTED;
    private long lateEvents;
    /** Told and forgotten within the call that fills it. */
    private final Unplaced unplaced = new Unplaced();

    /** Takes a frame: its events, then its watermark. */
    public void accept(Frame frame) {
        String gateway = frame.header().gateway();
        long seq = frame.header().seq();
        for (ObservationColumns rows : new ObservationColumns[] {frame.track(), frame.position()}) {
            lateEvents += observations.add(rows, gateway, seq, clock.millis());
        }
        DoorColumns door = frame.door();
        add(
                frame,
                door,
                doors,
                row -> new DoorReport(
                        door.timeMillis(row),
                        door.device(row),
                        door.in(row),
                        door.out(row),
                        door.passing(row),
                        door.intervalMillis(row),
                        door.totals(row)));
        ShelfColumns shelf = frame.shelf();
        add(
                frame,
                shelf,
                shelves,
                row -> new ShelfReport(
                        shelf.subject(row),
                        shelf.enteredSubject(row),
                        shelf.zone(row),
                        shelf.enteredMillis(row),
                        shelf.leftMillis(row)));
        addTagEvents(frame, frame.receipt(), StepEvent.RECEIPT);
        addTagEvents(frame, frame.touchpoint(), StepEvent.TOUCHPOINT);
        statuses.add(frame.status(), clock.millis());
        deliveries.frame(frame.tallies());
        clock.heard(gateway, frame.header().watermarkMillis());
    }

    private void addTagEvents(Frame frame, Columns rows, StepEvent event) {
        add(frame, rows, tagEvents, row -> new TagEvent(rows.timeMillis(row), rows.subject(row), event));
    }

    private <E> void add(Frame frame, Columns rows, WaitingEvents<E> waiting, IntFunction<E> event) {
        for (int row = 0; row < rows.rows(); row++) {
            long place = rows.timeMillis(row);
            if (rows.kind() == Kind.SHELF && frame.shelf().leftMillis(row) == ShelfColumns.OPEN) {
                place = Math.max(place, clock.millis());
            }
            if (place < clock.millis()) {
                lateEvents++;
            } else {
                waiting.add(new Arrival<>(
                        place,
                        rows.device(row),
                        rows.subject(row),
                        frame.header().gateway(),
                        frame.header().seq(),
                        rows.index(row),
                        event.apply(row)));
            }
        }
    }

    /** Takes a watermark without events: of a tick, or of a frame whose events cannot be read. */
    public void accept(FrameHead head) {
        if (head instanceof FrameHeader) {
            deliveries.frame(List.of());
        }
        clock.heard(head.gateway(), head.watermarkMillis());
    }

    /** Takes note of frames on the way from a gateway that came again, and of those that will never come. */
    void lost(long duplicates, long gaps) {
        deliveries.lost(duplicates, gaps);
    }

    /** Hands out what the store's clock allows, when it moved. */
    public void release(StorePack pack, Consumer<StoreBatch> out) {
        release(pack, pack.config().gateways(), Delivery.NO_WALL, out);
    }

    /**
     * The same by some of the store's gateways: the clock does not wait for the others. Without any it stands.
     *
     * @param wallMillis the clock of the wall, or {@link Delivery#NO_WALL}
     */
    void release(StorePack pack, List<String> gateways, long wallMillis, Consumer<StoreBatch> out) {
        if (gateways.isEmpty() || !clock.advance(gateways)) {
            return;
        }
        long now = clock.millis();
        observations.release(now);
        doors.release(now);
        shelves.release(now);
        tagEvents.release(now);
        long next = nextMillis();
        do {
            cutDay(pack, next, out);
            long until = Math.min(now, next == Long.MAX_VALUE ? now : boundaryAfter(pack, next));
            if (next != Long.MAX_VALUE) {
                layoutMillis = next;
            }
            StoreBatch batch = fill(pack, until);
            next = nextMillis();
            if (next == Long.MAX_VALUE) {
                deliveries.handOut(batch.at(now), lateEvents, wallMillis);
            }
            handOut(batch, out);
        } while (next != Long.MAX_VALUE);
        observations.compact(now);
    }

    /** Before the first event of another store day, lets the clock stand at the cut, so that whatever ends there has ended. */
    private void cutDay(StorePack pack, long next, Consumer<StoreBatch> out) {
        if (next != Long.MAX_VALUE && handedOutMillis != StoreClock.NOT_STARTED) {
            long cut = pack.calendar().dayOf(next).startMillis();
            if (handedOutMillis < cut) {
                handOut(new StoreBatch(pack, cut, layoutMillis), out);
            }
        }
    }

    private void handOut(StoreBatch batch, Consumer<StoreBatch> out) {
        statuses.take(batch.clockMillis, batch.signs);
        handedOutMillis = batch.clockMillis;
        out.accept(batch);
    }

    private StoreBatch fill(StorePack pack, long until) {
        StoreBatch batch = new StoreBatch(pack, until, layoutMillis);
        Layout layout = pack.layoutAt(layoutMillis);
        observations.take(until, layout, batch.observations, batch.signs, unplaced);
        doors.take(until, door -> batch.doors.add(door.event()));
        shelves.take(until, shelf -> {
            if (shelf.event().open() || !unplaced.isUnknownZone(shelf.event().zone(), layout)) {
                batch.shelves.add(shelf.event());
            }
            if (!shelf.event()
                    .open()) { // one that is open is let in however old, so it says nothing of the time that it comes
                // in
                batch.signs.add(shelf.device(), shelf.placeMillis());
            }
        });
        tagEvents.take(until, tag -> {
            batch.tagEvents.add(tag.event());
            batch.signs.add(tag.device(), tag.placeMillis());
        });
        return batch;
    }

    private long nextMillis() {
        return Math.min(
                Math.min(observations.nextMillis(), doors.nextMillis()),
                Math.min(shelves.nextMillis(), tagEvents.nextMillis()));
    }

    /** The end of the store day or of the layout version that an instant lies in, whichever is first. */
    private static long boundaryAfter(StorePack pack, long millis) {
        long boundary = pack.calendar().dayOf(millis).endMillis();
        for (Layout layout : pack.layouts()) {
            if (layout.validFromMillis() > millis) {
                boundary = Math.min(boundary, layout.validFromMillis());
            }
        }
        return boundary;
    }

    /** What was released and left out, since it was last asked. */
    Unplaced unplaced() {
        return unplaced;
    }

    /** When its gateways were heard, for a job that does not wait for ever. */
    Hearing hearing() {
        return hearing;
    }

    /** Until when everything was handed out; {@link StoreClock#NOT_STARTED} before the first batch. */
    long clockMillis() {
        return clock.millis();
    }

    /** What a gateway has said that it will not go behind. */
    long clockMillis(String gateway) {
        return clock.millis(gateway);
    }

    /** How many events came after the clock had passed them. */
    public long lateEvents() {
        return lateEvents;
    }

    @Override
    public void write(DataOutput out) throws IOException {
        clock.write(out);
        observations.write(out);
        ArrivalForm.writeAll(doors.waiting(), out, ArrivalForm::writeDoor);
        ArrivalForm.writeAll(shelves.waiting(), out, ArrivalForm::writeShelf);
        ArrivalForm.writeAll(tagEvents.waiting(), out, ArrivalForm::writeTagEvent);
        out.writeLong(layoutMillis);
        out.writeLong(handedOutMillis);
        out.writeLong(lateEvents);
        hearing.write(out);
        deliveries.write(out);
        statuses.write(out);
    }

    /** How Flink keeps what waits. */
    public static final class Form implements StateForm<StoreIngest> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return VERSION;
        }

        @Override
        public StoreIngest create() {
            return new StoreIngest();
        }

        @Override
        public StoreIngest read(DataInput in, int version) throws IOException {
            StoreIngest ingest = new StoreIngest();
            ingest.clock = StoreClock.read(in);
            ingest.observations = WaitingObservations.read(in);
            ArrivalForm.readAll(in, ArrivalForm::readDoor, ingest.doors::add);
            ArrivalForm.readAll(in, ArrivalForm::readShelf, ingest.shelves::add);
            ArrivalForm.readAll(in, ArrivalForm::readTagEvent, ingest.tagEvents::add);
            ingest.layoutMillis = in.readLong();
            ingest.handedOutMillis = in.readLong();
            ingest.lateEvents = in.readLong();
            if (version >= FIRST_VERSION_WITH_HEARING) {
                ingest.hearing = Hearing.read(in);
            }
            ingest.deliveries = version >= FIRST_VERSION_WITH_DELIVERIES
                    ? WaitingDeliveries.read(in)
                    : WaitingDeliveries.after(ingest.lateEvents);
            if (version >= FIRST_VERSION_WITH_STATUSES) {
                ingest.statuses = WaitingStatuses.read(in);
            }
            return ingest;
        }
    }
}
