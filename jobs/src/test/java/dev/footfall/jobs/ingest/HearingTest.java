package dev.footfall.jobs.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HexFormat;
import java.util.List;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.junit.jupiter.api.Test;

/** Who was heard when, and how it is written down. */
class HearingTest {
    private static final Patience PATIENCE = new Patience(100);
    private static final List<String> LISTED = List.of("a", "b", "c");

    private final Hearing hearing = new Hearing();

    @Test
    void silence_countsFromTheLastWord_orTheStart() {
        hearing.heard("a", 1_050);
        hearing.heard("b", 20);

        assertThat(hearing.heardOf(LISTED, PATIENCE, 1_000, 1_099)).containsExactly("a", "b", "c");
        assertThat(hearing.nextSilenceMillis(LISTED, PATIENCE, 1_000, 1_099)).hasValue(1_100);
        assertThat(hearing.heardOf(LISTED, PATIENCE, 1_000, 1_100)).containsExactly("a");
        assertThat(hearing.nextSilenceMillis(LISTED, PATIENCE, 1_000, 1_100)).hasValue(1_150);
        assertThat(hearing.heardOf(LISTED, PATIENCE, 1_000, 1_150)).isEmpty();
        assertThat(hearing.nextSilenceMillis(LISTED, PATIENCE, 1_000, 1_150)).isEmpty();
    }

    @Test
    void written_areTheGoldenBytes_andReadTheSame() throws IOException {
        hearing.heard("gw-2", 5);
        hearing.heard("gw-1", 3);
        hearing.timerIsSet(258);
        String golden = "0000000000000102" + "00000002" + "0004" + "67772d31" + "0000000000000003" + "0004" + "67772d32"
                + "0000000000000005";

        assertThat(HexFormat.of().formatHex(written(hearing))).isEqualTo(golden);
        Hearing read = Hearing.read(new DataInputDeserializer(HexFormat.of().parseHex(golden)));
        assertThat(HexFormat.of().formatHex(written(read))).isEqualTo(golden);
    }

    private static byte[] written(Hearing hearing) throws IOException {
        DataOutputSerializer out = new DataOutputSerializer(64);
        hearing.write(out);
        return out.getCopyOfBuffer();
    }
}
