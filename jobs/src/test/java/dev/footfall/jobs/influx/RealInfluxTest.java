package dev.footfall.jobs.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.footfall.jobs.points.Point;
import dev.footfall.jobs.points.Standing;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Points go into a real InfluxDB of 1.x and come back as they were written, whatever happens to the server meanwhile. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(120)
class RealInfluxTest {
    private final WriteCounts counts = new WriteCounts();
    private final Semaphore retries = new Semaphore(0);

    @SuppressWarnings("NullAway.Init")
    private Influxd influxd;

    @BeforeAll
    void start(@TempDir Path folder) throws IOException {
        influxd = Influxd.start(folder);
    }

    @AfterAll
    void stop() throws IOException {
        influxd.close();
    }

    private InfluxSettings settings(String database) {
        return InfluxSettings.at(influxd.url().toString()).inDatabase(database);
    }

    private PointSender sender(String database) throws IOException {
        InfluxSettings settings = settings(database);
        InfluxEndpoint endpoint = InfluxEndpoint.of(settings, Map.of());
        Backoff hasty = new Backoff(10, 50, () -> 0, java.time.Clock.systemUTC());
        return new PointSender(new InfluxWriter(settings, endpoint, hasty, this::awaitServer, counts), endpoint);
    }

    /** In place of a pause: until the server answers. */
    private void awaitServer(long millis) {
        retries.release();
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> influxd.query("", "SHOW DATABASES")
                .has("results"));
    }

    private void write(String database, Iterable<Point> points) throws IOException, InterruptedException {
        try (PointSender sender = sender(database)) {
            for (Point point : points) {
                sender.add(point);
            }
            sender.confirmation().await();
        }
    }

    private static Point visits(String store, long timeMillis, long visits) {
        return new Point(
                "visits,store=" + store + ",window=1m",
                "visits=" + visits
                        + "i,bounces=0i,duration_ms_sum=7i,staff_seconds=0.000001,status=1i,definitions=\"d\"",
                timeMillis,
                Standing.LAST);
    }

    @Test
    void serverKilledAndStartedAgain_whileWriting_losesNothing_andDoublesNothing() throws Exception {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < 12 * PointSender.MOST_POINTS; i++) {
            points.add(visits("s" + i % 7, 60_000L * i, i));
        }
        int before = points.size() / 3;
        int without = before + PointSender.MOST_POINTS - 1;
        try (PointSender sender = sender("restarted")) {
            for (Point point : points.subList(0, before)) {
                sender.add(point);
            }
            influxd.kill();
            for (Point point : points.subList(before, without)) {
                sender.add(point);
            }
            do {
                sender.tick();
            } while (!retries.tryAcquire(20, TimeUnit.MILLISECONDS));
            influxd.restart();
            for (Point point : points.subList(without, points.size())) {
                sender.add(point);
            }
            sender.confirmation().await();
        }

        assertThat(InfluxPoints.finals(influxd.url(), "restarted"))
                .isEqualTo(points.stream().map(Point::line).sorted().toList());
        assertThat(counts.retries.sum()).isPositive();
    }

    @Test
    void valuesAndNames_comeBackAsTheyWereWritten() throws Exception {
        List<Point> points = List.of(
                visits("a\\ b", 0, Long.MAX_VALUE),
                visits("a\\,b\\=c", 1, -1),
                new Point(
                        "zone_flow,edge=start->a,store=a,window=1d",
                        "visits=1i,source=\"sta\\\"rt\",target=\"a\\\\\",status=2i,definitions=\"d\"",
                        1_763_812_345_678L,
                        Standing.LAST),
                new Point(
                        "heatmap,cell=1_2,floor=0,store=a,window=1h",
                        "seconds=86400.000001,visits=1i,status=1i,definitions=\"d\"",
                        -1,
                        Standing.LAST));
        write("values", points);

        assertThat(InfluxPoints.finals(influxd.url(), "values"))
                .containsExactlyInAnyOrderElementsOf(
                        points.stream().map(Point::line).toList());
    }

    @Test
    void conflictOfTypes_failsWithTheServersWords_andTheLine() throws Exception {
        write("conflict", List.of(new Point("visits,store=a", "visits=1.5", 0, Standing.PLAIN)));
        List<Point> points = List.of(
                new Point("footfall,store=a", "visits=1i", 0, Standing.PLAIN),
                new Point("visits,store=a", "visits=2i", 60_000, Standing.PLAIN));

        assertThatThrownBy(() -> write("conflict", points))
                .isInstanceOf(WriteFailedException.class)
                .hasMessageContaining("input field \"visits\" on measurement \"visits\" is type integer,"
                        + " already exists as type float")
                .hasMessageEndingWith("the line is: visits,store=a visits=2i 60000");
    }

    @Test
    void lineThatTheServerCannotRead_isShown() {
        assertThatThrownBy(() -> write(
                        "unreadable",
                        List.of(visits("a", 0, 1), new Point("visits,store=a", "visits=one", 5, Standing.PLAIN))))
                .isInstanceOf(WriteFailedException.class)
                .hasMessageContaining("unable to parse")
                .hasMessageEndingWith("the line is: visits,store=a visits=one 5");
    }

    @Test
    void pointsOlderThanTheDatabaseKeeps_areDropped_andTheOthersWritten() throws Exception {
        influxd.query("", "CREATE DATABASE \"forgetful\" WITH DURATION 1h");
        long now = System.currentTimeMillis();
        long before = counts.beyondRetention.sum();
        write("forgetful", List.of(visits("a", 0, 1), visits("a", now, 2)));

        assertThat(InfluxPoints.finals(influxd.url(), "forgetful"))
                .containsExactly(visits("a", now, 2).line());
        assertThat(counts.beyondRetention.sum() - before).isEqualTo(1);
    }

    @Test
    void server_saysWhichInfluxDbItIs() throws IOException {
        assertThat(new InfluxSink(settings("any")).ask()).isEqualTo(InfluxVersion.V1);
    }
}
