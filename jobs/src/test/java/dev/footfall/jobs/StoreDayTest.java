package dev.footfall.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.geofences.StorePack;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Windows on days that are not 24 hours long, and off the whole hour: every window counts from the start of the store day, the last one of a day
 * may be short, and none crosses the cut. One customer looks in at each of some instants.
 */
class StoreDayTest {
    private final StoreOf store =
            StoreOf.drawing("""
            +-----+
            |wine |
            +-----+
            """);
    private final Path folder;

    StoreDayTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** Customers 1, 2, 3, … are seen once each. */
    private StoreRun seen(StorePack pack, String... times) {
        StoreRun run = new StoreRun(pack);
        long subject = 1;
        for (String time : times) {
            run.walks(subject++, time + " 1 1");
        }
        return run.end();
    }

    private StorePack in(String timezone, String dayCut) throws IOException {
        return store.says("timezone", timezone)
                .says("dayCut", "\"" + dayCut + "\"")
                .in(folder);
    }

    /** In Berlin the clock goes from 02:00 to 03:00 on 29 March 2026: the store day of the 28th, cut at 04:00, has 23 hours. */
    @Test
    void dayOf23Hours_endsAnHourEarlier() throws IOException {
        StoreRun run = seen(
                in("Europe/Berlin", "04:00"),
                "2026-03-28T04:00:00+01:00",
                "2026-03-29T01:59:59+01:00",
                "2026-03-29T03:00:00+02:00",
                "2026-03-29T03:59:59+02:00",
                "2026-03-29T04:00:00+02:00",
                "2026-03-30T03:59:59+02:00");

        assertThat(run.figures("visits window=1d: visits"))
                .containsExactly("2026-03-28T04:00+01:00 visits=4", "2026-03-29T04:00+02:00 visits=2");
        assertThat(run.figures("visits window=1h: visits"))
                .containsExactly(
                        "2026-03-28T04:00+01:00 visits=1",
                        "2026-03-29T01:00+01:00 visits=1",
                        "2026-03-29T03:00+02:00 visits=2",
                        "2026-03-29T04:00+02:00 visits=1",
                        "2026-03-30T03:00+02:00 visits=1");
    }

    /** On 25 October 2026 it goes back from 03:00 to 02:00: the hour from two to three is there twice, and the day of the 24th has 25 hours. */
    @Test
    void dayOf25Hours_hasTheRepeatedHourTwice() throws IOException {
        StoreRun run = seen(
                in("Europe/Berlin", "04:00"),
                "2026-10-24T04:00:00+02:00",
                "2026-10-25T02:30:00+02:00",
                "2026-10-25T02:30:00+01:00",
                "2026-10-25T03:59:59+01:00",
                "2026-10-25T04:00:00+01:00");

        assertThat(run.figures("visits window=1d: visits"))
                .containsExactly("2026-10-24T04:00+02:00 visits=4", "2026-10-25T04:00+01:00 visits=1");
        assertThat(run.figures("visits window=1h: visits"))
                .containsExactly(
                        "2026-10-24T04:00+02:00 visits=1",
                        "2026-10-25T02:00+02:00 visits=1",
                        "2026-10-25T02:00+01:00 visits=1",
                        "2026-10-25T03:00+01:00 visits=1",
                        "2026-10-25T04:00+01:00 visits=1");
    }

    /** Cut at 02:30, which the clock skips: the day begins at 03:30 instead, and ends at 02:30 the day after: 23 hours. */
    @Test
    void cutThatTheClockSkips_movesByTheHour() throws IOException {
        StoreRun run = seen(
                in("Europe/Berlin", "02:30"),
                "2026-03-29T03:29:59+02:00",
                "2026-03-29T03:30:00+02:00",
                "2026-03-30T02:29:59+02:00",
                "2026-03-30T02:30:00+02:00");

        assertThat(run.figures("visits window=1d: visits"))
                .containsExactly(
                        "2026-03-28T02:30+01:00 visits=1",
                        "2026-03-29T03:30+02:00 visits=2",
                        "2026-03-30T02:30+02:00 visits=1");
    }

    /** In Lord Howe the clock moves by half an hour, so a day of 23.5 hours ends with half a 1h window. */
    @Test
    void lastWindowOfADay_mayBeShort() throws IOException {
        StoreRun run = seen(
                in("Australia/Lord_Howe", "04:00"),
                "2026-10-04T03:20:00+11:00",
                "2026-10-04T03:30:00+11:00",
                "2026-10-04T03:59:59+11:00",
                "2026-10-04T04:00:00+11:00",
                "2026-10-04T04:45:00+11:00");

        assertThat(run.figures("visits window=1d: visits"))
                .containsExactly("2026-10-03T04:00+10:30 visits=3", "2026-10-04T04:00+11:00 visits=2");
        assertThat(run.figures("visits window=1h: visits"))
                .as("the day's 24th hour begins at 03:30 and has 30 minutes")
                .containsExactly(
                        "2026-10-04T02:30+11:00 visits=1",
                        "2026-10-04T03:30+11:00 visits=2",
                        "2026-10-04T04:00+11:00 visits=2");
        assertThat(run.figures("visits window=15m: visits"))
                .containsExactly(
                        "2026-10-04T03:15+11:00 visits=1",
                        "2026-10-04T03:30+11:00 visits=1",
                        "2026-10-04T03:45+11:00 visits=1",
                        "2026-10-04T04:00+11:00 visits=1",
                        "2026-10-04T04:45+11:00 visits=1");
    }

    /** Five and a half hours before UTC: local hours begin at half past there. */
    @Test
    void halfHourZone_countsFromItsOwnCut() throws IOException {
        StoreRun run = seen(
                in("Asia/Kolkata", "04:00"),
                "2026-05-04T03:59:59+05:30",
                "2026-05-04T04:00:00+05:30",
                "2026-05-04T10:29:59+05:30",
                "2026-05-04T10:30:00+05:30");

        assertThat(run.figures("visits window=1d: visits"))
                .containsExactly("2026-05-03T04:00+05:30 visits=1", "2026-05-04T04:00+05:30 visits=3");
        assertThat(run.figures("visits window=1h: visits"))
                .containsExactly(
                        "2026-05-04T03:00+05:30 visits=1",
                        "2026-05-04T04:00+05:30 visits=1",
                        "2026-05-04T10:00+05:30 visits=2");
    }

    /** A cut at half past: so do the hours of that store begin. */
    @Test
    void cutOffTheHour_movesAllWindows() throws IOException {
        StoreRun run = seen(in("Asia/Tokyo", "04:30"), "2026-05-04T10:29:59+09:00", "2026-05-04T10:30:00+09:00");

        assertThat(run.figures("visits window=1h: visits"))
                .containsExactly("2026-05-04T09:30+09:00 visits=1", "2026-05-04T10:30+09:00 visits=1");
    }

    /** Tokyo has no summer time: every day has 24 hours, in March and in October too. */
    @Test
    void zoneWithoutSummerTime_hasDaysOf24Hours() throws IOException {
        StoreRun run = seen(
                in("Asia/Tokyo", "04:00"),
                "2026-03-29T04:00:00+09:00",
                "2026-03-30T03:59:59+09:00",
                "2026-10-25T04:00:00+09:00",
                "2026-10-26T03:59:59+09:00");

        assertThat(run.figures("visits window=1d: visits"))
                .containsExactly("2026-03-29T04:00+09:00 visits=2", "2026-10-25T04:00+09:00 visits=2");
    }

    /** Whoever is inside over the cut is so in both days: two visits, two stays, and nobody is carried over in the occupancy. */
    @Test
    void movementOverTheCut_isCutInEveryFigure() throws IOException {
        StoreRun run = new StoreRun(in("Europe/Berlin", "04:00"))
                .walks(
                        1,
                        """
                        2026-03-29T03:59:57+02:00 1 1
                        2026-03-29T03:59:59+02:00 1 1
                        2026-03-29T04:00:01+02:00 1 1
                        2026-03-29T04:00:04+02:00 1 1""")
                .end();

        assertThat(run.figures("visits window=1d: visits duration_ms_sum"))
                .containsExactly(
                        "2026-03-28T04:00+01:00 visits=1 duration_ms_sum=2000",
                        "2026-03-29T04:00+02:00 visits=1 duration_ms_sum=3000");
        assertThat(run.figures("zone_dwell zone=wine floor=0 window=1d: stays seconds censored"))
                .containsExactly(
                        "2026-03-28T04:00+01:00 stays=1 seconds=2.0 censored=1",
                        "2026-03-29T04:00+02:00 stays=1 seconds=3.0 censored=1");
        assertThat(run.figures("heatmap window=1d: seconds"))
                .containsExactly(
                        "2026-03-28T04:00+01:00 cell=2_2 floor=0 seconds=2.0",
                        "2026-03-29T04:00+02:00 cell=2_2 floor=0 seconds=3.0");
    }
}
