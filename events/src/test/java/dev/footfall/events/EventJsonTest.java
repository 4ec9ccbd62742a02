package dev.footfall.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventJsonTest {
    private final EventJson json = new EventJson();

    @Test
    void decode_doorCount_takesAbsentPassingAndSecondsAsZero() throws MalformedEventException {
        assertThat(decode(Kind.DOOR, "{'time':1793696400000,'in':3,'out':1}"))
                .containsExactly(new DoorCount(1793696400000L, 3, 1, 0, 0));
    }

    @Test
    void decode_seconds_areRoundedToMilliseconds() throws MalformedEventException {
        assertThat(decode(Kind.DOOR, "{'time':1793696400000,'totalIn':3,'totalOut':1,'passing':9,'seconds':0.0605}"))
                .containsExactly(new DoorTotals(1793696400000L, 3, 1, 9, 61));
    }

    @Test
    void decode_unknownFieldsAtAnyDepth_ignoresThem() throws MalformedEventException {
        assertThat(
                        decode(
                                Kind.TRACK,
                                "[{'time':1793696400000,'id':'7','x':1,'y':-2.5,'role':'staff','tag':5,'more':{'id':[1,{'x':null}]}}]"))
                .containsExactly(new TrackPoint(1793696400000L, "7", 1, -2.5, null, Role.STAFF));
    }

    @Test
    void decode_floorAsNumber_isItsText() throws MalformedEventException {
        assertThat(decode(Kind.POSITION, "{'time':1793696400000,'tag':'a','x':0,'y':0,'floor':-1}"))
                .containsExactly(new Position(1793696400000L, "a", 0, 0, "-1", null));
    }

    @Test
    void decode_wholeNumberWrittenWithPoint_isWhole() throws MalformedEventException {
        assertThat(decode(Kind.DOOR, "{'time':1793696400000.0,'in':3e0,'out':1.0}"))
                .containsExactly(new DoorCount(1793696400000L, 3, 1, 0, 0));
    }

    @Test
    void decode_emptyArray_isNoEvent() throws MalformedEventException {
        assertThat(decode(Kind.TRACK, " [ ] ")).isEmpty();
    }

    @Test
    void decode_rfc3339_isTheInstant() throws MalformedEventException {
        assertThat(decode(Kind.DOOR, "{'time':'2026-11-03T14:30:00.0409+05:30','in':0,'out':0}"))
                .containsExactly(new DoorCount(1793696400040L, 0, 0, 0, 0));
    }

    @Test
    void placeMillis_ofShelfStay_isItsEndIfOver() {
        assertThat(new ShelfStay("1", "z", 1793696400000L, null, null).placeMillis())
                .isEqualTo(1793696400000L);
        assertThat(new ShelfStay("1", "z", 1793696400000L, 1793696400001L, null).placeMillis())
                .isEqualTo(1793696400001L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        malformed-json     | DOOR       | ``
        malformed-json     | DOOR       | {'time':1793696400000,'in':1,'out':1
        malformed-json     | DOOR       | {'time':1793696400000,'in':1,'out':1} x
        malformed-json     | DOOR       | {'time':1793696400000,'in':1,'in':1,'out':1}
        malformed-json     | DOOR       | {'time':1793696400000,'in':1,'out':1,'more':{'a':1,'a':2}}
        malformed-json     | TRACK      | {'time':1793696400000,'id':'1','x':NaN,'y':0}
        malformed-json     | TRACK      | [{'time':1793696400000,'id':'1','x':1,'y':0},]
        wrong-type         | DOOR       | 3
        wrong-type         | DOOR       | [[]]
        wrong-type         | DOOR       | null
        wrong-type         | DOOR       | {'time':1793696400000,'in':'1','out':1}
        wrong-type         | DOOR       | {'time':1793696400000,'in':1.5,'out':1}
        wrong-type         | DOOR       | {'time':1793696400000,'in':null,'out':1}
        wrong-type         | DOOR       | {'time':true,'in':1,'out':1}
        wrong-type         | TRACK      | {'time':1793696400000,'id':1,'x':1,'y':0}
        wrong-type         | TRACK      | {'time':1793696400000,'id':'1','x':'1','y':0}
        wrong-type         | SHELF      | {'id':'1','zone':'z','entered':1793696400000,'left':null}
        wrong-type         | RECEIPT    | {'time':1793696400000,'till':'1','channel':'till','member':1}
        missing-field      | DOOR       | {}
        missing-field      | DOOR       | {'time':1793696400000,'in':1}
        missing-field      | DOOR       | {'time':1793696400000,'totalOut':1}
        missing-field      | TRACK      | {'time':1793696400000,'id':'1','u':1}
        missing-field      | TOUCHPOINT | {'time':1793696400000,'channel':'coupon','lat':1}
        conflicting-fields | DOOR       | {'time':1793696400000,'in':1,'out':1,'totalIn':1,'totalOut':1}
        conflicting-fields | TRACK      | {'time':1793696400000,'id':'1','x':1,'y':0,'u':1,'v':1}
        out-of-range       | DOOR       | {'time':1793696400000,'in':-1,'out':1}
        out-of-range       | DOOR       | {'time':1793696400000,'in':1000000001,'out':1}
        out-of-range       | DOOR       | {'time':1793696400000,'in':99999999999999999999,'out':1}
        out-of-range       | DOOR       | {'time':1793696400000,'in':1,'out':1,'seconds':-1}
        out-of-range       | DOOR       | {'time':1793696400000,'in':1,'out':1,'seconds':1e999}
        out-of-range       | DOOR       | {'time':946684799999,'in':1,'out':1}
        out-of-range       | DOOR       | {'time':4102444800001,'in':1,'out':1}
        out-of-range       | DOOR       | {'time':'2026-02-30T00:00:00Z','in':1,'out':1}
        out-of-range       | DOOR       | {'time':'2026-02-03 00:00:00Z','in':1,'out':1}
        out-of-range       | DOOR       | {'time':'yesterday','in':1,'out':1}
        out-of-range       | TRACK      | {'time':1793696400000,'id':'','x':1,'y':0}
        out-of-range       | TRACK      | {'time':1793696400000,'id':'a/b','x':1,'y':0}
        out-of-range       | TRACK      | {'time':1793696400000,'id':'1','x':100000.1,'y':0}
        out-of-range       | TRACK      | {'time':1793696400000,'id':'1','x':1,'y':-1e300}
        out-of-range       | TRACK      | {'time':1793696400000,'id':'1','x':1,'y':0,'role':'Staff'}
        out-of-range       | SHELF      | {'id':'1','zone':'z','entered':1793696400000,'left':1793696399999}
        out-of-range       | BEACON     | {'time':1793696400000,'tag':'1','rssi':-151}
        out-of-range       | POSITION   | {'time':1793696400000,'tag':'1','x':1,'y':1,'accuracy':-0.1}
        out-of-range       | RECEIPT    | {'time':1793696400000,'till':'1','channel':'shop'}
        out-of-range       | TOUCHPOINT | {'time':1793696400000,'channel':'coupon','lat':1,'lon':180.1}
        out-of-range       | STATUS     | {'time':1793696400000,'state':'idle'}
        """)
    void decode_whatIsWrong_namesTheReason(String code, Kind kind, String payload) {
        assertRefused(kind, payload, code);
    }

    @Test
    void decode_deepNesting_isTooDeepWhereverItIs() {
        String deep = "[".repeat(10_000) + "]".repeat(10_000);
        assertRefused(Kind.TRACK, deep, "too-deep");
        assertRefused(Kind.TRACK, "{'more':" + deep + "}", "too-deep");
        assertRefused(Kind.TRACK, "{'x':" + deep + "}", "too-deep");
        assertRefused(Kind.TRACK, "{'a':".repeat(10_000), "too-deep");
    }

    @Test
    void decode_aNumberOfThousandsOfDigits_isOutOfRange() {
        assertRefused(Kind.DOOR, "{'more':" + "9".repeat(5000) + "}", "out-of-range");
    }

    @Test
    void decode_twoMebibytes_isTooLarge() {
        assertRefused(Kind.TRACK, " ".repeat(2 << 20), "too-large");
    }

    @Test
    void decode_otherEncodings_areNotUtf8OrMalformed() {
        String payload = "{\"time\":1793696400000,\"in\":1,\"out\":1}";
        assertRefused(Kind.DOOR, payload.getBytes(StandardCharsets.UTF_16LE), "malformed-json");
        assertRefused(Kind.DOOR, payload.replace("}", ",\"Tür\":1}").getBytes(StandardCharsets.ISO_8859_1), "not-utf8");
    }

    @Test
    void decode_afterARefusedMessage_remembersNothingOfIt() throws MalformedEventException {
        assertRefused(Kind.DOOR, "[{'time':1793696400000,'in':1,'out':1,'passing':5},{'seconds':9}]", "missing-field");
        assertThat(decode(Kind.DOOR, "{'time':1793696400000,'in':1,'out':1}"))
                .containsExactly(new DoorCount(1793696400000L, 1, 1, 0, 0));
    }

    private List<SensorEvent> decode(Kind kind, String payload) throws MalformedEventException {
        return json.decode(kind, payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private void assertRefused(Kind kind, String payload, String code) {
        assertRefused(kind, payload.replace('\'', '"').getBytes(StandardCharsets.UTF_8), code);
    }

    private void assertRefused(Kind kind, byte[] payload, String code) {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> json.decode(kind, payload))
                .satisfies(e -> assertThat(e.reason().code()).isEqualTo(code));
    }
}
