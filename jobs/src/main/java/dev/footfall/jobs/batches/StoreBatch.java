package dev.footfall.jobs.batches;

import dev.footfall.events.DeviceTally;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Window;
import dev.footfall.jobs.points.Point;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one store did between two readings of its clock: the unit that flows from operator to operator.
 *
 * <p>{@code ingest} fills in the events, in order, all of one store day and one layout version; each later operator appends what it
 * derives (named beside each field) and its points. No event older than the clock follows in a later batch; a batch without
 * events still moves the clock. A batch is handed on, never shared or kept: operators chained to each other see the same object.
 */
public final class StoreBatch {
    /** Layouts and parameters as {@code ingest} found them: every operator works by these, so that all see a new layout version at once. */
    public final StorePack pack;
    /** The store: the key of every operator. */
    public final String store;
    /** The store's clock: milliseconds since the epoch; {@link Long#MAX_VALUE} when nothing follows any more. */
    public long clockMillis;
    /** An instant at which the batch's layout version is valid. */
    public final long layoutMillis;

    /** Observations, staff included. From {@code ingest}. */
    public final Observations observations = new Observations();
    /** Door reports. From {@code ingest}. */
    public final List<DoorReport> doors = new ArrayList<>();
    /** Stays reported by shelf cameras. From {@code ingest}. */
    public final List<ShelfReport> shelves = new ArrayList<>();
    /** Receipts and touchpoints of known tags. From {@code ingest}. */
    public final List<TagEvent> tagEvents = new ArrayList<>();
    /** Signs of life of devices, but for their door reports. From {@code ingest}. */
    public final Signs signs = new Signs();
    /** What came of devices, by time. From {@code ingest}. */
    public final List<DeviceTally> tallies = new ArrayList<>();
    /** What came in; null but for the last of the batches that the store's clock moves on by at once. From {@code ingest}. */
    public @Nullable Delivery delivery;

    /** How completely devices were heard. From {@code coverage}. */
    public Completeness completeness = Completeness.unsaid();

    /** Movement of customers. From {@code positions}; visits numbered by {@code visits}. */
    public final Steps steps = new Steps();
    /** Segments between two observations of staff: pairs of from, to in milliseconds. From {@code positions}. */
    public final List<long[]> staffSpans = new ArrayList<>();
    /** The rows of {@link #shelves} with their visits. From {@code visits}. */
    public final List<ReportedStay> reportedStays = new ArrayList<>();
    /** Visits that are over. From {@code visits}. */
    public final List<VisitEnd> visitEnds = new ArrayList<>();
    /** Events of visits that funnels may ask for. From {@code visits} and {@code footfall}. */
    public final List<Mark> marks = new ArrayList<>();
    /** Visits that are over, with their stays, and those taken back. From {@code dwell}. */
    public final List<Journey> journeys = new ArrayList<>();
    /** Points to be written. From every operator of figures. */
    public final List<Point> points = new ArrayList<>();

    /** A batch without events. */
    public StoreBatch(StorePack pack, long clockMillis, long layoutMillis) {
        this.pack = pack;
        this.store = pack.config().store();
        this.clockMillis = clockMillis;
        this.layoutMillis = layoutMillis;
    }

    /** How completely the devices behind a figure of a window were heard, as {@link Completeness#tenThousandths} says it. */
    public int completeness(Feed feed, Window window, long startMillis) {
        long endMillis = window.end(pack.calendar().dayOf(startMillis), startMillis);
        return completeness.tenThousandths(feed, startMillis, endMillis);
    }

    /** Moves the batch's clock on, when it turned out to be the last before that instant. */
    public StoreBatch at(long laterClockMillis) {
        clockMillis = laterClockMillis;
        return this;
    }
}
