package dev.footfall.jobs.influx;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Points of a store are read, written and taken away in a real InfluxDB of 1.x; those of others stay. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PointDatabaseTest {
    private static final List<String> LINES = List.of(
            "paths,rank=01,store=shop,window=1d path=\"a \\\"b\\\"\\\\->c, d=e\",visits=2i 1000",
            "paths,rank=02,store=shop,window=1d path=\"c\",visits=1i 1000",
            "paths,rank=01,store=shop,window=1d path=\"z\",visits=1i 2000",
            "paths,rank=01,store=other,window=1d path=\"z\",visits=1i 1000",
            "zone_dwell,floor=0,store=shop,window=1h,zone=a\\,\\ b\\=c'd seconds=12.5,completeness=1.0 1500");

    @SuppressWarnings("NullAway.Init")
    private Influxd influxd;

    @SuppressWarnings("NullAway.Init")
    private PointDatabase database;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        influxd = Influxd.start(folder);
        database = PointDatabase.of(InfluxSettings.at(influxd.url().toString()).givingUpAfter(10_000));
    }

    @AfterAll
    void stop() throws IOException {
        database.close();
        influxd.close();
    }

    private List<StoredPoint> read(String measurement, String store, long from, long until) throws IOException {
        List<StoredPoint> points = new ArrayList<>();
        database.read(measurement, store, from, until, points::add);
        return points;
    }

    @Test
    void points_areReadAsWritten_andTakenAwayOneByOne() throws Exception {
        assertThat(read("paths", "shop", 0, 5_000)).isEmpty();
        database.write(LINES);

        assertThat(read("paths", "shop", 1_000, 2_000))
                .containsExactlyInAnyOrder(
                        new StoredPoint(
                                "paths,rank=01,store=shop,window=1d",
                                1_000,
                                Map.of("path", "a \"b\"\\->c, d=e", "visits", "2")),
                        new StoredPoint(
                                "paths,rank=02,store=shop,window=1d", 1_000, Map.of("path", "c", "visits", "1")));
        for (String line : LINES) {
            int time = line.lastIndexOf(' ');
            int series = line.startsWith("zone") ? line.indexOf(" seconds") : line.indexOf(" path");
            String store = line.contains("store=other") ? "other" : "shop";
            assertThat(read(line.substring(0, line.indexOf(',')), store, 0, 5_000))
                    .contains(new StoredPoint(
                            line.substring(0, series),
                            Long.parseLong(line, time + 1, line.length(), 10),
                            LineFields.read(line.substring(series + 1, time))));
        }

        assertThat(database.canDelete()).isTrue();
        database.delete(read("paths", "shop", 1_000, 2_000));
        database.delete(read("zone_dwell", "shop", 0, 5_000));

        assertThat(read("paths", "shop", 0, 5_000)).hasSize(1).allMatch(point -> point.timeMillis() == 2_000);
        assertThat(read("paths", "other", 0, 5_000)).hasSize(1);
        assertThat(read("zone_dwell", "shop", 0, 5_000)).isEmpty();
    }

    @Test
    void databaseThatIsNotThere_holdsNothing() throws Exception {
        InfluxSettings settings = InfluxSettings.at(influxd.url().toString()).inDatabase("nowhere");
        try (PointDatabase nowhere = PointDatabase.of(settings)) {
            nowhere.read("paths", "shop", 0, 5_000, point -> {
                throw new AssertionError(point);
            });
        }
    }
}
