package dev.footfall.jobs;

import dev.footfall.events.FrameCodec;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Tick;
import dev.footfall.geofences.StorePack;
import dev.footfall.jobs.batches.StoreBatch;
import dev.footfall.jobs.coverage.Coverage;
import dev.footfall.jobs.devices.Devices;
import dev.footfall.jobs.dwell.Dwell;
import dev.footfall.jobs.footfall.Footfall;
import dev.footfall.jobs.funnel.Funnels;
import dev.footfall.jobs.heatmap.HeatMap;
import dev.footfall.jobs.ingest.StoreIngest;
import dev.footfall.jobs.paths.Paths;
import dev.footfall.jobs.points.Point;
import dev.footfall.jobs.positions.TrackJoiner;
import dev.footfall.jobs.state.Held;
import dev.footfall.jobs.state.Persistent;
import dev.footfall.jobs.state.StateForm;
import dev.footfall.jobs.state.StateSerializer;
import dev.footfall.jobs.state.StoreState;
import dev.footfall.jobs.visits.Visits;
import dev.footfall.jobs.windows.Phases;
import dev.footfall.jobs.windows.Schedule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;

/** The operators of the topology for one store, in a row and without Flink; can be saved and restored between any two frames. */
public final class Chain {
    /** One operator's state with the form that reads it back. */
    private static final class Link<S extends StoreState> {
        private final String uid;
        private final StateForm<S> form;
        private final Phases phases;
        private S state;

        Link(String uid, StateForm<S> form, Schedule schedule) {
            this.uid = uid;
            this.form = form;
            this.phases = new Phases(schedule);
            this.state = form.create();
        }

        byte[] save() throws IOException {
            return bytes(form, state);
        }

        void restore(byte[] bytes) throws IOException {
            state = fromBytes(form, bytes);
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
                new Link<>("coverage", new Coverage.Form(), Schedule.FINAL_ONLY),
                new Link<>("positions", new TrackJoiner.Form(), Schedule.FINAL_ONLY),
                new Link<>("visits", new Visits.Form(), cadence.counts()),
                new Link<>("footfall", new Footfall.Form(), cadence.counts()),
                new Link<>("heatmap", new HeatMap.Form(), cadence.heat()),
                new Link<>("dwell", new Dwell.Form(), cadence.maps()),
                new Link<>("paths", new Paths.Form(), cadence.maps()),
                new Link<>("funnel", new Funnels.Form(), cadence.maps()),
                new Link<>("devices", new Devices.Form(), cadence.counts()));
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

    /** Takes a batch as {@code ingest} hands it out. */
    public void advance(StoreBatch batch) {
        for (Link<?> link : links) {
            link.state.advance(batch.pack, link.phases.of(batch.store), batch);
        }
        points.addAll(batch.points);
    }

    /** Writes every state down and goes on with what is read back. */
    public void saveAndRestore() throws IOException {
        restore(save());
    }

    /** Every operator's state as Flink keeps it, by the operator's uid. */
    public Map<String, byte[]> save() throws IOException {
        Map<String, byte[]> states = new TreeMap<>();
        states.put("ingest", bytes(ingestForm, ingest));
        for (Link<?> link : links) {
            states.put(link.uid, link.save());
        }
        return states;
    }

    /** Goes on from states that {@link #save} gave. */
    public void restore(Map<String, byte[]> states) throws IOException {
        ingest = fromBytes(ingestForm, state(states, "ingest"));
        for (Link<?> link : links) {
            link.restore(state(states, link.uid));
        }
    }

    private static byte[] state(Map<String, byte[]> states, String uid) {
        return Objects.requireNonNull(states.get(uid), uid);
    }

    private static <S extends Persistent> byte[] bytes(StateForm<S> form, S state) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(4096);
        new StateSerializer<>(form).serialize(new Held<>(state), out);
        return out.getCopyOfBuffer();
    }

    private static <S extends Persistent> S fromBytes(StateForm<S> form, byte[] bytes) throws IOException {
        DataInputDeserializer in = new DataInputDeserializer(bytes);
        S state = new StateSerializer<>(form).deserialize(in).state();
        if (in.available() > 0) {
            throw new IOException(form.getClass().getName() + " left " + in.available() + " bytes of the state unread");
        }
        return state;
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
