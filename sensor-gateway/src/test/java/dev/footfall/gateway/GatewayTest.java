package dev.footfall.gateway;

import static dev.footfall.gateway.TestStores.NEXT_CUT;
import static dev.footfall.gateway.TestStores.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.DeviceState;
import dev.footfall.events.DeviceTally;
import dev.footfall.events.Frame;
import dev.footfall.events.FrameHeader;
import dev.footfall.events.Reason;
import dev.footfall.events.Tick;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.privacy.StoreKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatewayTest {
    private final Collected sent = new Collected();
    private final Gateway gateway;

    GatewayTest(@TempDir Path folder) {
        gateway = Gateway.ofRecording(TestStores.write(folder), Framing.ofLive(), StoreKeys.unprotected(), sent, sent);
    }

    @Test
    void accept_aTrack_isARowInWholeMillimetresWithTheOnlyFloor() {
        publish(NOON, "shop/track/cam-1", "{'time':T,'id':'7','x':0.0625,'y':-0.0625,'role':'staff'}");
        gateway.close();
        Frame frame = sent.frames.get(0);
        assertThat(frame.header()).isEqualTo(new FrameHeader("shop", "shop", "recording", 0, 0, NOON - 3_000));
        assertThat(frame.track().xMillimetres(0)).isEqualTo(63);
        assertThat(frame.track().yMillimetres(0)).isEqualTo(-62);
        assertThat(frame.track().floor(0)).isEqualTo("0");
        assertThat(frame.track().staff(0)).isTrue();
        assertThat(frame.track().subject(0)).isNotZero();
        assertThat(sent.ticks()).containsExactly(new Tick("shop", "shop", "recording", 1, 0, Long.MAX_VALUE));
    }

    @Test
    void accept_pixels_areMappedByTheCalibrationOfTheDevice() {
        publish(NOON, "shop/track/cam-2", "{'time':T,'id':'7','u':200,'v':1000}");
        gateway.close();
        // (0.01·200, 0.01·1000) / (0.001·1000 + 1)
        assertThat(sent.frames.get(0).track().xMillimetres(0)).isEqualTo(1_000);
        assertThat(sent.frames.get(0).track().yMillimetres(0)).isEqualTo(5_000);
    }

    @Test
    void accept_anEmptyArray_isAMessageWithoutEvents() {
        publish(NOON, "shop/track/cam-1", "[]");
        gateway.close();
        assertThat(gateway.counts().messages()).isEqualTo(1);
        assertThat(gateway.counts().events()).isZero();
        assertThat(sent.rows()).isZero();
        assertThat(sent.tallies())
                .containsExactly(new DeviceTally("cam-1", NOON, NOON, 0, 0, null, DeviceState.ONLINE));
    }

    @Test
    void accept_aListedDevicesMessages_areTalliedOverTenSeconds() {
        publish(NOON + 40, "shop/track/cam-1", "[{'time':T,'id':'1','x':1,'y':1},{'time':T,'id':'2','x':1,'y':1}]");
        publish(NOON + 9_000, "shop/track/cam-1", "{'time':T,'id':'1','x':'one','y':1}");
        publish(NOON + 9_000, "shop/track/cam-9", "{'time':T,'id':'1','x':1,'y':1}");
        publish(NOON + 9_999, "shop/door/door-1", "{'time':" + (NOON + 12_000) + ",'in':1,'out':0}");
        assertThat(sent.tallies()).isEmpty();
        publish(NOON + 10_000, "shop/door/door-1", "{'time':T,'in':1,'out':0}");
        publish(NOON + 11_000, "shop/door/door-1", "{'time':T,'in':1,'out':0}");
        assertThat(sent.tallies())
                .containsExactly(
                        new DeviceTally("cam-1", NOON + 9_000, NOON + 9_000, 2, 1, 40L, DeviceState.ONLINE),
                        new DeviceTally("door-1", NOON + 9_999, NOON + 9_999, 1, 0, -2_001L, DeviceState.ONLINE));
    }

    @Test
    void accept_refusedMessagesAlone_areTalliedInAFrameOfTheirOwn() {
        publish(NOON, "shop/track/cam-1", "rubbish");
        publish(NOON + 10_000, "shop/track/cam-1", "rubbish");
        assertThat(sent.frames).isEmpty();
        publish(NOON + 20_000, "shop/door/door-1", "{'time':T,'in':1,'out':0}");
        assertThat(sent.rows()).isZero();
        assertThat(sent.tallies())
                .containsExactly(
                        new DeviceTally("cam-1", NOON, NOON, 0, 1, null, DeviceState.ONLINE),
                        new DeviceTally("cam-1", NOON + 10_000, NOON + 10_000, 0, 1, null, DeviceState.ONLINE));
    }

    /** A last will was written when the device connected, and is not a word of its own. */
    @Test
    void accept_aLastWill_saysOffline_andThatTheDeviceWasHeardLongAgo() {
        publish(NOON + 60_000, "shop/status/cam-1", "{'time':T,'state':'offline'}");
        publish(NOON + 60_000, "shop/status/door-1", "{'time':T,'state':'offline'}");
        publish(NOON + 60_001, "shop/door/door-1", "{'time':T,'in':1,'out':0}");
        gateway.close();
        assertThat(sent.tallies())
                .containsExactly(
                        new DeviceTally("cam-1", NOON + 60_000, NOON, 1, 0, null, DeviceState.OFFLINE),
                        new DeviceTally("door-1", NOON + 60_001, NOON + 60_001, 2, 0, 60_001L, DeviceState.ONLINE));
    }

    @Test
    void accept_everyOtherKind_arrivesInItsColumns() {
        publish(NOON, "shop/door/door-1", "{'time':T,'in':1,'out':2,'seconds':60}");
        publish(NOON, "shop/shelf/shelf-1", "{'id':'1','zone':'zone-0','entered':T}");
        publish(NOON, "shop/beacon/anchor-1", "{'time':T,'tag':'a','rssi':-70}");
        publish(NOON, "shop/position/rtls", "{'time':T,'tag':'a','x':1,'y':1,'accuracy':0.25}");
        publish(NOON, "shop/receipt/till-1", "{'time':T,'till':'1','channel':'till'}");
        publish(NOON, "shop/touchpoint/app", "{'time':T,'channel':'coupon','tag':'a'}");
        publish(NOON, "shop/status/cam-1", "{'time':T,'state':'online'}");
        gateway.close();
        assertThat(sent.letters).isEmpty();
        Frame frame = sent.frames.get(0);
        assertThat(frame.rows()).isEqualTo(7);
        assertThat(frame.position().accuracyMillimetres(0)).isEqualTo(250);
        assertThat(frame.receipt().subject(0)).isZero();
        assertThat(frame.beacon().subject(0))
                .isEqualTo(frame.position().subject(0))
                .isEqualTo(frame.touchpoint().subject(0))
                .isNotEqualTo(frame.shelf().subject(0));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
        unknown-topic     | shop/tracks/cam-1   | {'time':T,'id':'1','x':1,'y':1}
        unknown-topic     | shop/track          | {'time':T,'id':'1','x':1,'y':1}
        unknown-store     | shoppe/track/cam-1  | {'time':T,'id':'1','x':1,'y':1}
        unknown-device    | shop/track/cam-9    | {'time':T,'id':'1','x':1,'y':1}
        unknown-device    | shop/door/cam-1     | {'time':T,'in':1,'out':1}
        unknown-device    | shop/status/cam-9   | {'time':T,'state':'online'}
        unknown-floor     | shop/track/cam-1    | {'time':T,'id':'1','x':1,'y':1,'floor':'9'}
        unknown-floor     | tower/track/cam-1   | {'time':T,'id':'1','x':1,'y':1}
        unknown-zone      | shop/shelf/shelf-1  | {'id':'1','zone':'zone-9','entered':T}
        unknown-zone      | shop/touchpoint/app | {'time':T,'channel':'call','zone':'zone-9'}
        not-calibrated    | shop/track/cam-1    | {'time':T,'id':'1','u':1,'v':1}
        out-of-range      | shop/track/cam-2    | {'time':T,'id':'1','u':1,'v':-1000}
        interval-exceeded | shop/door/door-1    | {'time':T,'in':1,'out':1,'seconds':60.001}
        interval-exceeded | shop/door/door-1    | {'time':T,'totalIn':1,'totalOut':1,'seconds':61}
        clock-skew        | shop/track/cam-1    | {'time':LATE,'id':'1','x':1,'y':1}
        clock-skew        | shop/shelf/shelf-1  | {'id':'1','zone':'zone-0','entered':T,'left':LATE}
        malformed-json    | shop/track/cam-1    | {'time':T,'id':'1','x':NaN,'y':1}
        missing-field     | shop/track/cam-1    | {'time':T,'id':'1','x':1}
        """)
    void accept_whatDoesNotFit_isADeadLetterAndTheNextCounts(String code, String topic, String payload) {
        publish(NOON, topic, payload.replace("LATE", Long.toString(NOON + 600_001)));
        assertThat(sent.letters).hasSize(1);
        DeadLetter letter = sent.letters.get(0);
        assertThat(letter.reason().code()).isEqualTo(code);
        assertThat(letter.topic()).isEqualTo("footfall/v1/" + topic);
        assertThat(letter.timeMillis()).isEqualTo(NOON);
        assertThat(letter.detail()).isNotBlank();
        assertThat(gateway.counts().refused()).isEqualTo(Map.of(letter.reason(), 1L));

        publish(NOON, "shop/track/cam-1", "{'time':T,'id':'7','x':1,'y':1}");
        gateway.close();
        assertThat(sent.rows()).isEqualTo(1);
        assertThat(sent.letters).hasSize(1);
    }

    @Test
    void accept_aTimeOneMinuteAhead_isTaken() {
        publish(NOON, "shop/track/cam-1", "{'time':" + (NOON + 60_000) + ",'id':'1','x':1,'y':1}");
        assertThat(sent.letters).isEmpty();
    }

    @Test
    void accept_oneBadEventOfAnArray_refusesTheMessageWhole() {
        publish(
                NOON,
                "shop/track/cam-1",
                "[{'time':T,'id':'1','x':1,'y':1},{'time':T,'id':'1','x':1,'y':1,'floor':'9'}]");
        gateway.close();
        assertThat(sent.rows()).isZero();
        assertThat(sent.reasons()).containsExactly(Reason.UNKNOWN_FLOOR);
        assertThat(gateway.counts().devices()).hasSize(1);
        assertThat(gateway.counts().devices().get(new Counts.Origin("shop", "cam-1")))
                .satisfies(device -> assertThat(device.refused()).containsOnlyKeys(Reason.UNKNOWN_FLOOR));
    }

    @Test
    void accept_twoMebibytes_keepsTheirBeginning() {
        gateway.accept(NOON, "footfall/v1/shop/track/cam-1", new byte[2 << 20]);
        assertThat(sent.reasons()).containsExactly(Reason.TOO_LARGE);
        assertThat(sent.letters.get(0).payload()).hasSize(DeadLetter.MAX_LARGE_PAYLOAD_BYTES);
    }

    @Test
    void accept_theFloorOfTheDevice_isTakenWhereTheEventSaysNone() {
        publish(NOON, "tower/track/cam-2", "{'time':T,'id':'1','x':1,'y':1}");
        publish(NOON, "tower/track/cam-2", "{'time':T,'id':'1','x':1,'y':1,'floor':0}");
        gateway.close();
        assertThat(sent.frames.get(0).track().floor(0)).isEqualTo("1");
        assertThat(sent.frames.get(0).track().floor(1)).isEqualTo("0");
    }

    @Test
    void accept_aSecondLater_cutsTheOpenFrame() {
        publish(NOON, "shop/track/cam-1", "{'time':T,'id':'1','x':1,'y':1}");
        publish(NOON + 999, "shop/track/cam-1", "{'time':T,'id':'2','x':1,'y':1}");
        assertThat(sent.frames).isEmpty();
        publish(NOON + 1_000, "shop/track/cam-1", "{'time':T,'id':'3','x':1,'y':1}");
        assertThat(sent.frames).hasSize(1);
        assertThat(sent.frames.get(0).rows()).isEqualTo(2);
        assertThat(sent.frames.get(0).header().watermarkMillis()).isEqualTo(NOON + 999 - 3_000);
    }

    @Test
    void accept_bothSidesOfTheDayCut_areNeverInOneFrameNorUnderOnePseudonym() {
        publish(NEXT_CUT, "shop/track/cam-1", "{'time':" + (NEXT_CUT - 1) + ",'id':'1','x':1,'y':1}");
        publish(NEXT_CUT, "shop/track/cam-1", "{'time':" + NEXT_CUT + ",'id':'1','x':1,'y':1}");
        gateway.close();
        assertThat(sent.frames).hasSize(2);
        assertThat(sent.frames.get(0).track().subject(0))
                .isNotEqualTo(sent.frames.get(1).track().subject(0));
    }

    @Test
    void accept_aStayOverTheDayCut_hasThePseudonymsOfBothDays() {
        String stay = "{'id':'1','zone':'zone-0','entered':" + (NEXT_CUT - 10);
        publish(NEXT_CUT, "shop/shelf/shelf-1", stay + "}");
        publish(NEXT_CUT, "shop/shelf/shelf-1", stay + ",'left':" + NEXT_CUT + "}");
        gateway.close();
        Frame open = sent.frames.get(0);
        Frame over = sent.frames.get(1);
        assertThat(over.shelf().enteredSubject(0)).isEqualTo(open.shelf().subject(0));
        assertThat(over.shelf().subject(0)).isNotEqualTo(open.shelf().subject(0));
    }

    @Test
    void accept_forAStoreOfTwoGateways_sendsTheDataUnderTheFirstAndTicksUnderTheOther() {
        publish(NOON, "tower/track/cam-2", "{'time':T,'id':'1','x':1,'y':1}");
        gateway.close();
        assertThat(sent.heads)
                .containsExactly(
                        new FrameHeader("tower", "gw-1", "recording", 0, 0, NOON - 2_000),
                        new Tick("tower", "gw-2", "recording", 0, 0, NOON - 2_000),
                        new Tick("tower", "gw-1", "recording", 1, 0, Long.MAX_VALUE),
                        new Tick("tower", "gw-2", "recording", 0, 0, Long.MAX_VALUE));
    }

    @Test
    void accept_aClockThatIsAhead_isPutRightAtOnce_andBothTimesAreKept() {
        publish(NOON, "shop/track/cam-1", at(NOON + 300_000));
        publish(NOON + 1_000, "shop/track/cam-1", at(NOON + 300_900));
        gateway.close();
        assertThat(sent.letters).isEmpty();
        Frame frame = sent.frames.get(0);
        assertThat(frame.track().timeMillis(0)).isEqualTo(NOON);
        assertThat(frame.track().saidMillis(0)).isEqualTo(NOON + 300_000);
        assertThat(sent.frames.get(1).track().timeMillis(0)).isEqualTo(NOON + 900);
        assertThat(sent.tallies()).extracting(DeviceTally::skewMillis).containsExactly(-300_000L);
    }

    @Test
    void accept_aClockThatIsFarAhead_isRefusedAndTold() {
        publish(NOON, "shop/track/cam-1", at(NOON + 3_600_000));
        gateway.close();
        assertThat(sent.reasons()).containsExactly(Reason.CLOCK_SKEW);
        assertThat(sent.letters.get(0).detail()).contains("2026-11-03T10:00:00Z", "2026-11-03T09:00:00Z", "cam-1");
        assertThat(sent.tallies()).extracting(DeviceTally::skewMillis).containsExactly(-3_600_000L);
    }

    /** One clock has each device, whatever it sends; and what it was by the rows of an earlier run it is. */
    @Test
    void restoreClocks_fromShiftedRows_goesOnWithTheirCorrection() {
        publish(NOON, "shop/track/cam-1", at(NOON + 300_000));
        gateway.close();
        gateway.restoreClocks("shop", sent.frames.get(0));
        publish(NOON + 1_000, "shop/track/cam-1", at(NOON + 200_000));
        publish(NOON + 2_000, "shop/status/cam-1", "{'time':" + (NOON + 300_000) + ",'state':'online'}");
        gateway.close();
        Frame frame = sent.frames.get(1);
        assertThat(frame.track().shiftMillis(0)).isEqualTo(-300_000);
        assertThat(sent.frames.get(2).status().shiftMillis(0)).isEqualTo(-300_000);
    }

    private static String at(long timeMillis) {
        return "{'time':" + timeMillis + ",'id':'1','x':1,'y':1}";
    }

    private void publish(long atMillis, String topic, String payload) {
        String text = payload.replace('\'', '"').replace("T,", NOON + ",").replace("T}", NOON + "}");
        gateway.accept(atMillis, "footfall/v1/" + topic, text.getBytes(StandardCharsets.UTF_8));
    }
}
