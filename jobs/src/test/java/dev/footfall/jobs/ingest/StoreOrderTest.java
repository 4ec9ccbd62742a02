package dev.footfall.jobs.ingest;

import static dev.footfall.jobs.Times.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.FrameHeader;
import dev.footfall.events.MalformedFrameException;
import dev.footfall.events.Receipt;
import dev.footfall.events.ReceiptChannel;
import dev.footfall.events.ShelfStay;
import dev.footfall.events.Touchpoint;
import dev.footfall.jobs.Times;
import dev.footfall.jobs.batches.ShelfReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * In which order a store's events come, and each once: by (time, kind, device, id, gateway, number of the frame, place in it), whichever frame
 * came first; neighbours that are equal in everything are one event.
 */
class StoreOrderTest extends IngestedFrames {
    StoreOrderTest(@TempDir Path folder) throws IOException {
        super(folder);
    }

    @Test
    void observations_areInTheTotalOrder() throws MalformedFrameException {
        frame.addPosition(at("10:00:00"), "rtls", 1, "0", 50, 0, -1);
        frame.addTrack(at("10:00:00"), "cam-2", 1, "0", 40, 0, false);
        frame.addTrack(at("10:00:00"), "cam-1", 9, "0", 30, 0, false);
        frame.addTrack(at("10:00:00"), "cam-1", 8, "0", 20, 0, false);
        frame.addTrack(at("10:00:00"), "cam-1", 8, "0", 21, 0, false);
        frame.addTrack(at("09:59:59"), "cam-9", 8, "0", 10, 0, false);
        send("10:00:01");

        assertThat(batches())
                .containsExactly(
                        "09:59:59 8@10, 10:00 8@20, 10:00 8@21, 10:00 9@30, 10:00 1@40, 10:00 1@50, clock 10:00:01");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void order_doesNotDependOnTheOrderOfFrames(long seed) throws Exception {
        twoGateways();
        List<byte[]> frames = new ArrayList<>();
        for (String gateway : List.of("gw-1", "gw-2")) {
            for (int seq = 0; seq < 3; seq++) {
                seen("10:00:00", 7, seq);
                seen("10:00:0" + seq, 8, seq);
                counts("10:00:00", "a", seq);
                frames.add(frame.encode(new FrameHeader("shop", gateway, "e1", seq, 0, at("09:59:59"))));
            }
        }
        Collections.shuffle(frames, new Random(seed));
        for (byte[] bytes : frames) {
            send(bytes);
        }
        batches();

        tick("gw-1", at("10:00:05"));
        tick("gw-2", at("10:00:05"));

        assertThat(batches())
                .containsExactly(
                        "10:00 7@0, 10:00 7@1, 10:00 7@2, 10:00 7@0, 10:00 7@1, 10:00 7@2, 10:00 8@0, 10:00 8@0,"
                                + " 10:00:01 8@1, 10:00:01 8@1, 10:00:02 8@2, 10:00:02 8@2, 10:00 a+0, 10:00 a+1, 10:00 a+2,"
                                + " clock 10:00:05");
    }

    @Test
    void oneEvent_deliveredOften_isOne() throws Exception {
        twoGateways();
        counts("10:00:00", "a", 3);
        counts("10:00:00", "a", 3);
        send("gw-1", 0, "10:00:01");
        counts("10:00:00", "a", 3);
        send("gw-1", 1, "10:00:01");
        counts("10:00:00", "a", 3);
        send("gw-2", 0, "10:00:01");

        assertThat(batches()).containsExactly("10:00 a+3, clock 10:00:01");
    }

    @Test
    void eventsThatDifferInAnything_areSeveral() throws MalformedFrameException {
        counts("10:00:00", "a", 3);
        counts("10:00:00", "b", 3);
        counts("10:00:00", "a", 4);
        counts("10:00:00.001", "a", 3);
        counts("10:00:00", "a", 3);
        send("10:00:01");

        assertThat(batches()).containsExactly("10:00 a+3, 10:00 a+4, 10:00 b+3, 10:00:00.001 a+3, clock 10:00:01");
    }

    @Test
    void stay_isOneEventByBothItsTimes() throws MalformedFrameException {
        for (String entered : List.of("10:00:00", "10:00:00", "10:00:01")) {
            frame.addShelf(new ShelfStay("p", "wine", at(entered), at("10:00:09"), null), "shelf", 7);
        }
        send("10:00:10");

        assertThat(batches.get(0).shelves)
                .containsExactly(
                        new ShelfReport(7, 7, "wine", at("10:00:00"), at("10:00:09")),
                        new ShelfReport(7, 7, "wine", at("10:00:01"), at("10:00:09")));
    }

    @Test
    void receiptsAndTouchpoints_areEventsOfTheirTags() throws MalformedFrameException {
        frame.addTouchpoint(new Touchpoint(at("10:00:01"), "coupon", null, null, null, null, null), "app", 8);
        frame.addReceipt(new Receipt(at("10:00:00"), "till", ReceiptChannel.TILL, null, null, null, null), "till", 7);
        send("10:00:02");

        assertThat(batches.get(0).tagEvents)
                .extracting(event -> Times.text(event.timeMillis()) + " " + event.subject() + " " + event.event())
                .containsExactly("10:00 7 RECEIPT", "10:00:01 8 TOUCHPOINT");
    }
}
