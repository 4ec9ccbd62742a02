package dev.footfall.jobs.influx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.jobs.points.Point;
import dev.footfall.jobs.points.Standing;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Points become requests: in order, one under way, the last of a series and time, all of them by the time a checkpoint is done. */
@Timeout(30)
class PointSenderTest {
    private static final InfluxSettings SETTINGS = InfluxSettings.at("http://nowhere:1");

    private final List<List<String>> taken = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger atOnce = new AtomicInteger();

    private PointSender sender(PointServer server) {
        return new PointSender(
                new InfluxWriter(SETTINGS, server, Backoff.ofSeconds(), millis -> {}, new WriteCounts()), () -> {});
    }

    private void take(List<String> lines) {
        assertThat(atOnce.incrementAndGet()).isEqualTo(1);
        taken.add(lines);
        atOnce.decrementAndGet();
    }

    private static Point visits(long visits, long timeMillis) {
        return new Point("visits,store=a", "visits=" + visits + "i", timeMillis, Standing.LAST);
    }

    @Test
    void points_areWrittenInTheirOrder_inRequestsOfAtMostSomeThousand() throws Exception {
        try (PointSender sender = sender(this::take)) {
            for (int i = 0; i < 2 * PointSender.MOST_POINTS + 1; i++) {
                sender.add(visits(i, i));
            }
            sender.confirmation().await();
        }

        assertThat(taken).extracting(List::size).containsExactly(PointSender.MOST_POINTS, PointSender.MOST_POINTS, 1);
        List<String> all = new ArrayList<>();
        taken.forEach(all::addAll);
        for (int i = 0; i < all.size(); i++) {
            assertThat(all.get(i)).isEqualTo(visits(i, i).line());
        }
    }

    @Test
    void pointOfTheSameSeriesAndTime_replacesTheOneBefore() throws Exception {
        try (PointSender sender = sender(this::take)) {
            sender.add(visits(1, 1_000));
            sender.add(visits(5, 2_000));
            sender.add(visits(2, 1_000));
            sender.confirmation().await();
        }

        assertThat(taken)
                .containsExactly(
                        List.of(visits(2, 1_000).line(), visits(5, 2_000).line()));
    }

    @Test
    void nextRequest_fillsWhileOneIsUnderWay() throws Exception {
        Semaphore arrived = new Semaphore(0);
        Semaphore go = new Semaphore(0);
        try (PointSender sender = sender(lines -> {
            arrived.release();
            go.acquireUninterruptibly();
            take(lines);
        })) {
            sender.add(visits(1, 1_000));
            sender.tick();
            arrived.acquire();
            sender.add(visits(2, 1_000));
            sender.tick();
            sender.add(visits(3, 1_000));
            sender.tick();
            go.release(2);
            sender.confirmation().await();
        }

        assertThat(taken)
                .containsExactly(
                        List.of(visits(1, 1_000).line()),
                        List.of(visits(3, 1_000).line()));
    }

    @Test
    void failure_isThrownByWhateverComesNext_andAgain() throws Exception {
        try (PointSender sender = sender(lines -> {
            throw new RefusedException(400, "no", null, null);
        })) {
            sender.add(visits(1, 1_000));
            assertThatThrownBy(() -> sender.confirmation().await()).isInstanceOf(WriteFailedException.class);
            assertThatThrownBy(sender::tick).isInstanceOf(WriteFailedException.class);
            assertThatThrownBy(() -> sender.confirmation().await()).isInstanceOf(WriteFailedException.class);
        }
    }

    @Test
    void closing_breaksOffARequestThatIsTriedForEver() throws Exception {
        Semaphore paused = new Semaphore(0);
        Semaphore ended = new Semaphore(0);
        PointSender sender = new PointSender(
                new InfluxWriter(
                        SETTINGS,
                        lines -> {
                            throw new IOException("nobody there");
                        },
                        Backoff.ofSeconds(),
                        millis -> {
                            paused.release();
                            try {
                                new Semaphore(0).acquire();
                            } finally {
                                ended.release();
                            }
                        },
                        new WriteCounts()),
                () -> {});
        sender.add(visits(1, 1_000));
        sender.tick();
        paused.acquire();
        sender.close();

        ended.acquire();
    }
}
