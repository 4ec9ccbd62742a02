package dev.footfall.jobs.influx;

import dev.footfall.jobs.points.Point;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Sends points with one request under way at a time: the next fills up meanwhile, and whoever adds to a full one waits. All methods are
 * for one thread. What a request failed of is thrown by every call that comes after.
 */
final class PointSender implements Closeable {
    /** Points in a request at most. */
    static final int MOST_POINTS = 5_000;

    private final InfluxWriter writer;
    private final Closeable server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "influx-writer");
        made.setDaemon(true);
        return made;
    });
    private PointBatch next = new PointBatch();
    private @Nullable Future<?> underWay;

    /**
     * Sends by a writer.
     *
     * @param server closed with this, so that a request under way breaks off
     */
    PointSender(InfluxWriter writer, Closeable server) {
        this.writer = writer;
        this.server = server;
    }

    /** Takes a point; waits when a request is full and the one before it is under way. */
    void add(Point point) throws IOException, InterruptedException {
        next.add(point);
        if (next.size() >= MOST_POINTS) {
            await();
            send();
        }
    }

    /** Sends what there is unless a request is under way: called now and then, so that no point waits for others. */
    void tick() throws IOException, InterruptedException {
        if (underWay == null || underWay.isDone()) {
            await();
            send();
        }
    }

    /** Comes back when everything is written. */
    void drain() throws IOException, InterruptedException {
        await();
        send();
        await();
    }

    private void send() {
        if (next.size() > 0) {
            List<String> lines = next.lines();
            next = new PointBatch();
            underWay = thread.submit(() -> {
                writer.write(lines);
                return null;
            });
        }
    }

    private void await() throws IOException, InterruptedException {
        if (underWay == null) {
            return;
        }
        try {
            underWay.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof WriteFailedException fault) {
                throw fault;
            }
            throw new IOException("writing points failed: " + failed.getCause(), failed.getCause());
        }
    }

    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        server.close();
    }
}
