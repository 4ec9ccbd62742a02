package dev.footfall.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class FrameCodecTest {
    private static final String HEADER =
            "'v':1,'store':'s','gateway':'g','epoch':'e','seq':5,'oldest':0,'watermark':1793696400000";

    @Test
    void header_ofATick_isTheTick() throws MalformedFrameException {
        Tick tick = new Tick("s", "g", "e", 4, 2, Long.MAX_VALUE);
        assertThat(FrameCodec.header(FrameCodec.encode(tick))).isEqualTo(tick);
    }

    @Test
    void decode_aTick_isRefused() {
        Tick tick = new Tick("s", "g", "e", 4, 2, 0);
        assertRefused(FrameCodec.encode(tick), false, "a tick, not a frame");
    }

    @Test
    void decode_jsonByHandInAnyOrder_isRead() throws MalformedFrameException {
        Frame frame = FrameCodec.decode(json(
                "{'door':{'in':[3,0],'out':1,'device':0,'time':[1793696400000,1000],'new':'x'},'new':[{}],'strings':['d'],"
                        + HEADER + "}"));
        assertThat(frame.door().rows()).isEqualTo(2);
        assertThat(frame.door().timeMillis(1)).isEqualTo(1793696401000L);
        assertThat(frame.door().in(0)).isEqualTo(3);
        assertThat(frame.door().out(1)).isEqualTo(1);
        assertThat(frame.door().device(1)).isEqualTo("d");
        assertThat(frame.door().index(1)).isEqualTo(1);
        assertThat(frame.track().rows()).isZero();
    }

    @Test
    void decode_anotherVersion_isItsOwnError() {
        byte[] bytes = json("{" + HEADER.replace("'v':1", "'v':2") + "}");
        UnknownFrameVersionException e =
                catchThrowableOfType(UnknownFrameVersionException.class, () -> FrameCodec.decode(bytes));
        assertThat(e.version()).isEqualTo(2);
        assertThatExceptionOfType(UnknownFrameVersionException.class).isThrownBy(() -> FrameCodec.header(bytes));
    }

    @Test
    void decode_badBodies_saysThatTheHeaderIsReadable() {
        assertRefused(group("'time':[1],'device':0,'in':0,'out':0"), true, "time out of range: 1");
        assertRefused(group("'time':[1793696400000],'device':1,'in':0,'out':0"), true, "refers to what the dictionary");
        assertRefused(group("'time':[1793696400000],'device':0,'in':0"), true, "no column out");
        assertRefused(group("'time':[1793696400000],'device':0,'in':[0,1],'out':0"), true, "in is not as long");
        assertRefused(group("'time':1793696400000,'device':0,'in':0,'out':0"), true, "without a list of times");
        assertRefused(group("'time':[1793696400000],'device':0,'in':-1,'out':0"), true, "in out of range: -1");
        assertRefused(group("'time':[1.5]"), true, "must be integers");
        assertRefused(json("{" + HEADER + ",'door':3}"), true, "door must be a map");
        assertRefused(json("{" + HEADER + ",'strings':[3]}"), true, "array of strings");
        assertRefused(json("{" + HEADER + ",'subjects':['xyz']}"), true, "hexadecimal");
        assertRefused(json("{" + HEADER + "} 1"), true, "something after the end");
    }

    @Test
    void decode_badHeaders_saysSo() {
        assertRefused(json(""), false, "not a map");
        assertRefused(json("[]"), false, "not a map");
        assertRefused(json("{}"), false, "both or neither");
        assertRefused(json("{" + HEADER.replace("'v':1,", "") + "}"), false, "header without v");
        assertRefused(json("{" + HEADER.replace("'oldest':0", "'oldest':6") + "}"), false, "oldest = 6");
        assertRefused(json("{" + HEADER.replace("'s'", "'a/b'") + "}"), false, "store = \"a/b\"");
        assertRefused(json("{" + HEADER.replace("'s'", "7") + "}"), false, "store must be a string");
        assertRefused(json("{" + HEADER + ",'next':5}"), true, "both or neither");
    }

    @Test
    void decode_everyTruncation_isRefusedWithTheHeaderAsSoonAsItIsThere() {
        byte[] whole = GoldenFrames.allKinds();
        for (int length = 0; length < whole.length; length++) {
            byte[] bytes = Arrays.copyOf(whole, length);
            assertThatExceptionOfType(MalformedFrameException.class)
                    .as("cut at %d", length)
                    .isThrownBy(() -> FrameCodec.decode(bytes));
        }
    }

    @Test
    void decode_claimedLengthsBeyondTheBytes_areRefusedWithoutAllocating() {
        // a map with one key of text "strings", then an array or a byte string that claims 2^31 - 1 elements
        for (int claim : new int[] {0x9A, 0x5A, 0x7A, 0xBA}) {
            byte[] bytes = {
                (byte) 0xA1,
                0x67,
                's',
                't',
                'r',
                'i',
                'n',
                'g',
                's',
                (byte) claim,
                0x7F,
                (byte) 0xFF,
                (byte) 0xFF,
                (byte) 0xFF
            };
            assertThatExceptionOfType(MalformedFrameException.class).isThrownBy(() -> FrameCodec.decode(bytes));
        }
    }

    @Test
    void builder_aRowOutOfRange_leavesNoTrace() throws MalformedFrameException {
        FrameBuilder builder = new FrameBuilder();
        assertThatExceptionOfType(OutOfRangeException.class)
                .isThrownBy(() -> builder.addTrack(1793696400000L, "d", 0, "f", 1, 2, false))
                .withMessageContaining("subject");
        assertThatExceptionOfType(OutOfRangeException.class)
                .isThrownBy(() -> builder.addTrack(1793696400000L, "d", 5, "f", 100_000_001, 2, false))
                .withMessageContaining("x = 100000001");
        builder.addTrack(1793696400000L, "d", 5, "f", 1, 2, true);
        Frame frame = FrameCodec.decode(builder.encode(new FrameHeader("s", "g", "e", 0, 0, 0)));
        assertThat(frame.rows()).isEqualTo(1);
        assertThat(frame.track().index(0)).isZero();
        assertThat(frame.track().staff(0)).isTrue();
        assertThat(frame.track().accuracyMillimetres(0)).isEqualTo(-1);
    }

    @Test
    void decode_aStayOverTheDayCut_hasThePseudonymsOfBothDays() throws MalformedFrameException {
        FrameBuilder builder = new FrameBuilder();
        ShelfStay stay = new ShelfStay("raw", "dairy", 1793696400000L, 1793696401000L, null);
        builder.addShelf(stay, "d", 5, 6);
        builder.addShelf(stay, "d", 7);
        Frame frame = FrameCodec.decode(builder.encode(new FrameHeader("s", "g", "e", 0, 0, 0)));
        assertThat(frame.shelf().subject(0)).isEqualTo(5);
        assertThat(frame.shelf().enteredSubject(0)).isEqualTo(6);
        assertThat(frame.shelf().subject(1)).isEqualTo(7);
        assertThat(frame.shelf().enteredSubject(1)).isEqualTo(7);
    }

    @Test
    void decode_aTextThatNoDeviceMaySend_isRefused() {
        String status = ",'status':{'time':[1793696400000],'device':0,'state':0,'firmware':1}}";
        assertRefused(json("{" + HEADER + ",'strings':['d','a\\nb']" + status), true, "firmware refers to");
        assertRefused(json("{" + HEADER + ",'strings':['d','ü']" + status), true, "firmware refers to");
    }

    private static byte[] group(String columns) {
        return json("{" + HEADER + ",'strings':['d'],'door':{" + columns + "}}");
    }

    private static byte[] json(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    private static void assertRefused(byte[] bytes, boolean headerReadable, String detail) {
        assertThatExceptionOfType(MalformedFrameException.class)
                .isThrownBy(() -> FrameCodec.decode(bytes))
                .withMessageContaining(detail)
                .satisfies(e -> assertThat(e.headerReadable()).isEqualTo(headerReadable));
    }
}
