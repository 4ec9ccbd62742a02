package dev.footfall.jobs;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Tick;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.dwell.Dwell;
import dev.footfall.jobs.footfall.Footfall;
import dev.footfall.jobs.funnel.Funnels;
import dev.footfall.jobs.heatmap.HeatMap;
import dev.footfall.jobs.ingest.StoreIngest;
import dev.footfall.jobs.paths.Paths;
import dev.footfall.jobs.points.Point;
import dev.footfall.jobs.positions.TrackJoiner;
import dev.footfall.jobs.state.Persistent;
import dev.footfall.jobs.state.StateForm;
import dev.footfall.jobs.state.StoreState;
import dev.footfall.jobs.visits.Visits;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The operators of the topology for one store, in a row and without Flink; can be saved and restored between any two frames. */
public final class Chain {
    /** One operator's state with the form that reads it back. */
    private static final class Link<S extends StoreState> {
        private final StateForm<S> form;
        private S state;

        Link(StateForm<S> form) {
            this.form = form;
            this.state = form.create();
        }

        void saveAndRestore() throws IOException {
            state = copy(form, state);
        }
    }

    private final StorePack pack;
    private final StateForm<StoreIngest> ingestForm = new StoreIngest.Form();
    private StoreIngest ingest = ingestForm.create();
    private final List<Link<?>> links;
    private final List<Point> points = new ArrayList<>();

    public Chain(StorePack pack, Cadence cadence) {
        this.pack = pack;
        this.links = List.of(
                new Link<>(new TrackJoiner.Form()),
                new Link<>(new Visits.Form(cadence.counts())),
                new Link<>(new Footfall.Form(cadence.counts())),
                new Link<>(new HeatMap.Form(cadence.maps())),
                new Link<>(new Dwell.Form(cadence.maps())),
                new Link<>(new Paths.Form(cadence.maps())),
                new Link<>(new Funnels.Form(cadence.maps())));
    }

    /** Takes an encoded frame or tick. */
    public void accept(byte[] frame) throws MalformedFrameException {
        if (FrameCodec.header(frame) instanceof Tick tick) {
            ingest.accept(tick);
        } else {
            ingest.accept(FrameCodec.decode(frame));
        }
        ingest.release(pack, this::advance);
    }

    private void advance(StoreBatch batch) {
        for (Link<?> link : links) {
            link.state.advance(pack, batch);
        }
        points.addAll(batch.points);
    }

    /** Writes every state down and goes on with what is read back. */
    public void saveAndRestore() throws IOException {
        ingest = copy(ingestForm, ingest);
        for (Link<?> link : links) {
            link.saveAndRestore();
        }
    }

    private static <S extends Persistent> S copy(StateForm<S> form, S state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        state.write(new DataOutputStream(bytes));
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes.toByteArray()));
        S restored = form.read(in, form.version());
        if (in.read() >= 0) {
            throw new IOException(form.getClass().getName() + " left bytes of the state unread");
        }
        return restored;
    }

    /** Every point so far, provisional ones too, in the order written. */
    public List<Point> points() {
        return points;
    }

    /** The final points so far as sorted lines. */
    public List<String> finalLines() {
        return points.stream().filter(Point::last).map(Point::line).sorted().collect(Collectors.toList());
    }

    public long lateEvents() {
        return ingest.lateEvents();
    }
}
