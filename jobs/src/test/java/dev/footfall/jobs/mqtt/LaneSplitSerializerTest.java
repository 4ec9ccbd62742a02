package dev.footfall.jobs.mqtt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Splits lie in checkpoints that the next build goes on from: today's code reads what the first version wrote, and writes the same. */
class LaneSplitSerializerTest {
    private static final LaneSplit SPLIT = new LaneSplit(
            11,
            List.of(
                    new LanePosition("berlin", "gw-1", "mh9x2k.3f", 0),
                    new LanePosition("berlin", "gw-2", "mh9x2k.77", 4_294_967_301L),
                    new LanePosition("lima", "lima", "older", 17),
                    new LanePosition("lima", "lima", "newer", 3)));

    private final LaneSplitSerializer serializer = new LaneSplitSerializer();

    /** Writes the golden file; for a new version only. */
    public static void main(String[] arguments) throws IOException {
        Files.write(Path.of(arguments[0]), new LaneSplitSerializer().serialize(SPLIT));
    }

    private static byte[] golden() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                LaneSplitSerializerTest.class.getResourceAsStream("/golden/lane-split-v1.bin"))) {
            return in.readAllBytes();
        }
    }

    @Test
    void written_areTheGoldenBytes() throws IOException {
        assertThat(serializer.serialize(SPLIT)).isEqualTo(golden());
    }

    @Test
    void golden_read_isTheSplit() throws IOException {
        assertThat(serializer.deserialize(1, golden())).isEqualTo(SPLIT);
    }

    @Test
    void golden_goneOnFromByALedger_isTheSameAgain() throws IOException {
        LaneLedger ledger = LaneLedger.from(serializer.deserialize(1, golden()).positions());

        assertThat(serializer.serialize(new LaneSplit(11, ledger.positions()))).isEqualTo(golden());
    }

    @Test
    void otherVersion_isRefused() {
        assertThatThrownBy(() -> serializer.deserialize(2, golden()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version 2");
    }

    @Test
    void damaged_isRefused() throws IOException {
        byte[] longer = Arrays.copyOf(golden(), golden().length + 1);

        assertThatThrownBy(() -> serializer.deserialize(1, longer)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> serializer.deserialize(1, Arrays.copyOf(longer, 20)))
                .isInstanceOf(IOException.class);
    }

    @Test
    void unassignedLanes_writtenAndRead_areTheSame() throws IOException {
        UnassignedLanes unassigned = new UnassignedLanes(16, List.of(LaneSplit.unread(3), SPLIT));
        UnassignedLanesSerializer lanes = new UnassignedLanesSerializer();

        assertThat(lanes.deserialize(1, lanes.serialize(unassigned))).isEqualTo(unassigned);
    }
}
