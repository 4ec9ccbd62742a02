package dev.footfall.jobs.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.jobs.state.Held;
import dev.footfall.jobs.state.StateSerializer;
import java.io.IOException;
import java.util.HexFormat;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** Records are numbered over restarts, so the numbering's written form stays what it is. */
class NumberingTest {
    private static final String GOLDEN_V1 = "00000001" + "00000000000f4240" + "0000000000000003" + "0000000000000001";

    private static Numbering busy() {
        Numbering numbering = new Numbering();
        numbering.since(1_000_000);
        numbering.mark(3_600_000);
        for (int i = 0; i < 3; i++) {
            numbering.take();
        }
        return numbering;
    }

    private static String hex(Numbering numbering) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        new StateSerializer<>(new Numbering.Form()).serialize(new Held<>(numbering), out);
        return HexFormat.of().formatHex(out.getCopyOfBuffer());
    }

    @Test
    void written_isTheGoldenForm() throws IOException {
        assertThat(hex(busy())).isEqualTo(GOLDEN_V1);
    }

    @Test
    void read_goesOnAsIfNothingHadBeen() throws IOException {
        Numbering read = new StateSerializer<>(new Numbering.Form())
                .deserialize(new DataInputDeserializer(HexFormat.of().parseHex(GOLDEN_V1)))
                .state();

        assertThat(hex(read)).isEqualTo(GOLDEN_V1);
        assertThat(read.since(5)).isEqualTo(1_000_000);
        assertThat(read.mark(7_199_999)).isFalse();
        assertThat(read.mark(7_200_000)).isTrue();
        assertThat(read.take()).isEqualTo(3);
    }

    @Test
    void clockThatHasNotBegun_isNotMarked() {
        assertThat(new Numbering().mark(Long.MIN_VALUE)).isFalse();
    }
}
