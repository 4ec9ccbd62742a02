package dev.footfall.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Frames lie in spools and archives for years: today's code writes the bytes it always wrote, and reads them. */
class GoldenFrameTest {

    @Test
    void encode_today_givesTheGoldenBytes() throws IOException {
        assertThat(GoldenFrames.allKinds()).isEqualTo(golden("frame-v1-all-kinds.cbor"));
        assertThat(GoldenFrames.tracks()).isEqualTo(golden("frame-v1-tracks.cbor"));
        assertThat(GoldenFrames.devices()).isEqualTo(golden("frame-v1-devices.cbor"));
        assertThat(GoldenFrames.shifted()).isEqualTo(golden("frame-v1-shifted.cbor"));
        assertThat(GoldenFrames.tick()).isEqualTo(golden("tick-v1.cbor"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"frame-v1-all-kinds", "frame-v1-tracks", "frame-v1-devices", "frame-v1-shifted"})
    void decode_goldenCborAndJson_isTheSameFrame(String name) throws IOException, MalformedFrameException {
        byte[] cbor = golden(name + ".cbor");
        byte[] json = golden(name + ".json");
        assertThat(FrameCodec.toJson(FrameCodec.decode(cbor))).isEqualTo(json);
        assertThat(FrameCodec.encode(FrameCodec.decode(json))).isEqualTo(cbor);
    }

    @ParameterizedTest
    @ValueSource(strings = {"frame-v1-all-kinds", "frame-v1-tracks", "frame-v1-devices", "frame-v1-shifted"})
    void schema_goldenJson_isValid(String name) throws IOException {
        assertThat(Schemas.read("frame").validate(new ObjectMapper().readTree(golden(name + ".json"))))
                .isEmpty();
    }

    @Test
    void decode_golden_hasTheValuesThatWentIn() throws IOException, MalformedFrameException {
        Frame frame = FrameCodec.decode(golden("frame-v1-all-kinds.cbor"));
        assertThat(frame.header()).isEqualTo(new FrameHeader("demo", "gw-1", "2026-11-03", 41, 7, 1_793_696_398_000L));
        assertThat(frame.rows()).isEqualTo(16);
        assertThat(frame.track().subject(0)).isEqualTo(0x0123456789ABCDEFL);
        assertThat(frame.track().index(1)).isEqualTo(9);
        assertThat(frame.shelf().leftMillis(1)).isEqualTo(ShelfColumns.OPEN);
        assertThat(frame.door().totals(1)).isTrue();
        assertThat(frame.receipt().findAmount(0)).hasValue(34.56);
        assertThat(frame.receipt().subject(1)).isZero();
        assertThat(frame.touchpoint().findLatitude(0)).hasValue(52.5200066);
        assertThat(FrameCodec.header(golden("tick-v1.cbor")))
                .isEqualTo(new Tick("demo", "gw-1", "2026-11-03", 42, 7, Long.MAX_VALUE));
    }

    @Test
    void decode_goldenDevices_hasTheTalliesThatWentIn() throws IOException, MalformedFrameException {
        long time = 1_793_696_400_000L;
        Frame frame = FrameCodec.decode(golden("frame-v1-devices.cbor"));
        assertThat(frame.rows()).isEqualTo(1);
        assertThat(frame.tallies())
                .containsExactly(
                        new DeviceTally("cam-2", time + 9_990, time - 86_400_000, 2, 3, -1_500L, DeviceState.OFFLINE),
                        new DeviceTally("door-1", time + 1_001, time + 1_001, 0, 1, null, DeviceState.ONLINE));
    }

    @Test
    void decode_frameWithoutTallies_hasNone() throws IOException, MalformedFrameException {
        assertThat(FrameCodec.decode(golden("frame-v1-all-kinds.cbor")).tallies())
                .isEmpty();
    }

    @Test
    void decode_goldenShifted_hasBothTimes() throws IOException, MalformedFrameException {
        long time = 1_793_696_400_000L;
        Frame frame = FrameCodec.decode(golden("frame-v1-shifted.cbor"));
        assertThat(frame.door().timeMillis(1)).isEqualTo(time + 1);
        assertThat(frame.door().saidMillis(1)).isEqualTo(time + 180_251);
        assertThat(frame.track().shiftMillis(0)).isZero();
        assertThat(frame.track().saidMillis(1)).isEqualTo(time - 29_980);
        assertThat(frame.shelf().saidMillis(0)).isEqualTo(frame.shelf().timeMillis(0));
    }

    @Test
    void decode_frameWithoutShifts_hasNone() throws IOException, MalformedFrameException {
        Frame frame = FrameCodec.decode(golden("frame-v1-all-kinds.cbor"));
        for (Columns columns : frame.columns()) {
            for (int row = 0; row < columns.rows(); row++) {
                assertThat(columns.shiftMillis(row)).isZero();
            }
        }
    }

    private static byte[] golden(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(GoldenFrameTest.class.getResourceAsStream("/golden/" + name))) {
            return in.readAllBytes();
        }
    }
}
