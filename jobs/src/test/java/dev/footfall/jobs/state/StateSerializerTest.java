package dev.footfall.jobs.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.jobs.dwell.Dwell;
import dev.footfall.jobs.footfall.Footfall;
import dev.footfall.jobs.funnel.Funnels;
import dev.footfall.jobs.heatmap.HeatMap;
import dev.footfall.jobs.ingest.StoreIngest;
import dev.footfall.jobs.paths.Paths;
import dev.footfall.jobs.positions.TrackJoiner;
import dev.footfall.jobs.visits.Visits;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * How Flink keeps a state: each value says the version it was written in; a savepoint names the form, which reads every version up to its own
 * and refuses later ones.
 */
class StateSerializerTest {
    private static final int TODAY = 3;

    /** A state of one number. */
    private static final class Total implements Persistent {
        private int value;

        Total(int value) {
            this.value = value;
        }

        @Override
        public void write(DataOutput out) throws IOException {
            out.writeInt(value);
        }
    }

    /** Versions before 2 wrote half of it. */
    public static final class Form implements StateForm<Total> {
        private static final long serialVersionUID = 1L;

        @Override
        public int version() {
            return TODAY;
        }

        @Override
        public Total create() {
            return new Total(0);
        }

        @Override
        public Total read(DataInput in, int version) throws IOException {
            return new Total(version < 2 ? in.readInt() * 2 : in.readInt());
        }
    }

    private final StateSerializer<Total> serializer = new StateSerializer<>(new Form());

    private static byte[] written(int version, int value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(16);
        out.writeInt(version);
        out.writeInt(value);
        return out.getCopyOfBuffer();
    }

    /** A copy is asked for when the state is about to change while a checkpoint writes it. */
    @Test
    void copy_takesTheStateAlong_andLeavesItsBytes() throws IOException {
        Total state = new Total(42);
        Held<Total> before = new Held<>(state);

        Held<Total> after = serializer.copy(before);
        state.value = 43;

        assertThat(after.state()).isSameAs(state);
        assertThat(written(before)).isEqualTo(written(TODAY, 42));
        assertThat(written(after)).isEqualTo(written(TODAY, 43));
        assertThatThrownBy(before::state).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void copyOfWhatWasLeft_isTheStateOfThen() throws IOException {
        Held<Total> before = new Held<>(new Total(42));
        serializer.copy(before).state().value = 43;

        assertThat(serializer.copy(before).state().value).isEqualTo(42);
    }

    @Test
    void copyOfBytes_isInTodaysVersion() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(16);
        serializer.copy(new DataInputDeserializer(written(1, 21)), out);

        assertThat(out.getCopyOfBuffer()).isEqualTo(written(TODAY, 42));
    }

    @Test
    void earlierVersion_isReadByItsRules() throws IOException {
        assertThat(read(1, 21)).isEqualTo(42);
        assertThat(read(2, 42)).isEqualTo(42);
    }

    private int read(int version, int value) throws IOException {
        return serializer
                .deserialize(new DataInputDeserializer(written(version, value)))
                .state()
                .value;
    }

    private byte[] written(Held<Total> held) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(16);
        serializer.serialize(held, out);
        return out.getCopyOfBuffer();
    }

    @Test
    void laterVersion_isRefused() {
        assertThatThrownBy(() -> read(TODAY + 1, 42))
                .isInstanceOf(IOException.class)
                .hasMessage("state of " + Form.class.getName()
                        + " was written in version 4 by a newer build; this one reads up to 3");
    }

    static StateForm<?>[] forms() {
        return new StateForm<?>[] {
            new StoreIngest.Form(),
            new TrackJoiner.Form(),
            new Visits.Form(),
            new Footfall.Form(),
            new HeatMap.Form(),
            new Dwell.Form(),
            new Paths.Form(),
            new Funnels.Form()
        };
    }

    @ParameterizedTest
    @MethodSource("forms")
    <S extends Persistent> void snapshot_throughFlinksHands_restoresTheForm(StateForm<S> form) throws IOException {
        StateSerializer<S> before = new StateSerializer<>(form);
        DataOutputSerializer out = new DataOutputSerializer(64);
        TypeSerializerSnapshot.writeVersionedSnapshot(out, before.snapshotConfiguration());
        TypeSerializerSnapshot<Held<S>> snapshot = TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
        TypeSerializer<Held<S>> after = snapshot.restoreSerializer();

        assertThat(after).isEqualTo(before).hasSameHashCodeAs(before);
        assertThat(before.snapshotConfiguration()
                        .resolveSchemaCompatibility(snapshot)
                        .isCompatibleAsIs())
                .isTrue();
        DataOutputSerializer value = new DataOutputSerializer(64);
        before.serialize(before.createInstance(), value);
        byte[] bytes = value.getCopyOfBuffer();
        DataOutputSerializer again = new DataOutputSerializer(64);
        after.serialize(after.deserialize(new DataInputDeserializer(bytes)), again);
        assertThat(again.getCopyOfBuffer()).isEqualTo(bytes);
    }

    @Test
    @SuppressWarnings({"unchecked", "rawtypes"}) // what a wrong wiring of uids would do
    void otherForm_isAnotherState() {
        TypeSerializerSnapshot visits = new StateSerializer<>(new Visits.Form()).snapshotConfiguration();

        assertThat(serializer
                        .snapshotConfiguration()
                        .resolveSchemaCompatibility(visits)
                        .isIncompatible())
                .isTrue();
    }

    @Test
    void formThatThisBuildDoesNotHave_isRefusedByName() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        out.writeUTF("dev.footfall.jobs.gone.Gone$Form");

        assertThatThrownBy(() -> new StateSerializerSnapshot<Total>()
                        .readSnapshot(
                                1,
                                new DataInputDeserializer(out.getCopyOfBuffer()),
                                getClass().getClassLoader()))
                .isInstanceOf(IOException.class)
                .hasMessage("the savepoint holds a state of form dev.footfall.jobs.gone.Gone$Form,"
                        + " which this build does not have");
    }
}
