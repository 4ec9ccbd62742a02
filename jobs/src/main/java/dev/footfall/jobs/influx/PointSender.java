package dev.footfall.jobs.influx;

import dev.footfall.jobs.points.Point;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * Sends points with one request under way at a time: the next fills up meanwhile, and whoever adds to a full one waits. Points are added by one thread;
 * another may wait until they are written. What a request failed of is thrown by every {@link #tick} and every wait that comes after.
 */
final class PointSender implements Closeable {
    /** Points in a request at most. */
    static final int MOST_POINTS = 5_000;

    /** What the server has still to confirm. */
    @FunctionalInterface
    interface Confirmation {
        /**
         * Comes back when it is written.
         *
         * @throws WriteFailedException when it cannot be
         */
        void await() throws IOException, InterruptedException;
    }

    private final InfluxWriter writer;
    private final Closeable server;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "influx-writer");
        made.setDaemon(true);
        return made;
    });
    private Request filling = new Request();
    /** The last one that was sent; written, failed or under way. */
    private @Nullable Request sent;
    /** Whether one is under way, or failed: nothing is sent then. */
    private boolean busy;
    /** Whether what is filling follows at once when the one under way is written. */
    private boolean inAHurry;

    /**
     * Sends by a writer.
     *
     * @param server closed with this, so that a request under way breaks off
     */
    PointSender(InfluxWriter writer, Closeable server) {
        this.writer = writer;
        this.server = server;
    }

    /** Points that are written together. */
    private final class Request implements Confirmation {
        final PointBatch points = new PointBatch();
        final FutureTask<?> writing = new FutureTask<>(this::write);

        private @Nullable Void write() throws IOException, InterruptedException {
            writer.write(points.lines());
            written();
            return null;
        }

        @Override
        public void await() throws IOException, InterruptedException {
            try {
                writing.get();
            } catch (ExecutionException failed) {
                if (failed.getCause() instanceof WriteFailedException fault) {
                    throw fault;
                }
                throw new IOException("writing points failed: " + failed.getCause(), failed.getCause());
            }
        }
    }

    /** Takes a point; waits when a request is full and the one before it is under way. */
    void add(Point point) throws IOException, InterruptedException {
        Confirmation before;
        synchronized (this) {
            filling.points.add(point);
            if (filling.points.size() < MOST_POINTS) {
                return;
            }
            before = lastSent();
            sendSoon();
        }
        before.await();
    }

    /** Sends what there is unless a request is under way: called now and then, so that no point waits for others. */
    synchronized void tick() throws IOException, InterruptedException {
        if (sent != null && sent.writing.isDone()) {
            sent.await();
        }
        if (!busy) {
            send();
        }
    }

    /**
     * What tells that everything added so far is written. What a request under way leaves over follows it at once, with what is added until then: no
     * more points are held because somebody waits.
     */
    synchronized Confirmation confirmation() {
        Confirmation before = lastSent();
        if (filling.points.size() == 0) {
            return before;
        }
        Confirmation rest = filling;
        sendSoon();
        return () -> {
            before.await();
            rest.await();
        };
    }

    private Confirmation lastSent() {
        return sent == null ? () -> {} : sent;
    }

    private void sendSoon() {
        if (busy) {
            inAHurry = true;
        } else {
            send();
        }
    }

    /** Called by the thread that writes. */
    private synchronized void written() {
        busy = false;
        if (inAHurry) {
            send();
        }
    }

    private void send() {
        inAHurry = false;
        if (filling.points.size() > 0) {
            busy = true;
            sent = filling;
            filling = new Request();
            thread.execute(sent.writing);
        }
    }

    @Override
    public void close() throws IOException {
        thread.shutdownNow();
        synchronized (this) {
            filling.writing.cancel(false);
        }
        server.close();
    }
}
