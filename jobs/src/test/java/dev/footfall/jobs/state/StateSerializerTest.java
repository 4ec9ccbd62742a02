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
    private record Total(int value) implements Persistent {
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

    private static DataInputDeserializer written(int version, int value) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(16);
        out.writeInt(version);
        out.writeInt(value);
        return new DataInputDeserializer(out.getCopyOfBuffer());
    }

    @Test
    void state_writtenAndRead_isTheSame() throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(16);
        serializer.serialize(new Total(42), out);

        assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
                .isEqualTo(new Total(42));
    }

    @Test
    void copies_areTheSame_andOthers() throws IOException {
        Total state = new Total(42);

        assertThat(serializer.copy(state)).isEqualTo(state).isNotSameAs(state);
        DataOutputSerializer out = new DataOutputSerializer(16);
        serializer.copy(written(1, 21), out);
        assertThat(serializer.deserialize(new DataInputDeserializer(out.getCopyOfBuffer())))
                .isEqualTo(state);
    }

    @Test
    void earlierVersion_isReadByItsRules() throws IOException {
        assertThat(serializer.deserialize(written(1, 21))).isEqualTo(new Total(42));
        assertThat(serializer.deserialize(written(2, 42))).isEqualTo(new Total(42));
    }

    @Test
    void laterVersion_isRefused() {
        assertThatThrownBy(() -> serializer.deserialize(written(TODAY + 1, 42)))
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
        TypeSerializerSnapshot<S> snapshot = TypeSerializerSnapshot.readVersionedSnapshot(
                new DataInputDeserializer(out.getCopyOfBuffer()), getClass().getClassLoader());
        TypeSerializer<S> after = snapshot.restoreSerializer();

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
