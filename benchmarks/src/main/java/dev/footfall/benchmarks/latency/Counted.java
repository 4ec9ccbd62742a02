package dev.footfall.benchmarks.latency;

import com.fasterxml.jackson.databind.JsonNode;
import dev.footfall.servers.Influxd;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/** Looks again and again how many people a store's door has counted on the running day, and when each number was there first. */
final class Counted implements AutoCloseable {
    private static final String DATABASE = "footfall";
    private static final long LOOK_EVERY_MILLIS = 20;

    private final Influxd influx;
    private final String query;
    private final Thread thread = new Thread(this::look, "counted");
    private volatile boolean closed;
    private volatile IOException fault = new IOException();
    private volatile boolean failed;
    private volatile int people;
    private long[] seenNanos = new long[1024];

    /** Makes the database, which the job makes only when it first writes. */
    Counted(Influxd influx, String store) throws IOException {
        influx.query("", "CREATE DATABASE " + DATABASE);
        this.influx = influx;
        this.query = "SELECT \"in\" FROM footfall WHERE store = '" + store + "' AND \"window\" = '1d'";
        thread.setDaemon(true);
        thread.start();
    }

    private void look() {
        try {
            while (!closed) {
                int now = ask();
                long nanos = System.nanoTime();
                synchronized (this) {
                    if (now >= seenNanos.length) {
                        seenNanos = Arrays.copyOf(seenNanos, now * 2);
                    }
                    Arrays.fill(seenNanos, people + 1, Math.max(people, now) + 1, nanos);
                }
                people = Math.max(people, now);
                TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (IOException e) {
            fault = e;
            failed = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int ask() throws IOException {
        int all = 0;
        for (JsonNode series : influx.query(DATABASE, query).findPath("series")) {
            for (JsonNode row : series.path("values")) {
                all += row.path(1).asInt();
            }
        }
        return all;
    }

    /** How many by now. */
    int people() throws IOException {
        if (failed && !closed) {
            throw new IOException("InfluxDB cannot be asked: " + fault.getMessage(), fault);
        }
        return people;
    }

    /** How many at most so far. */
    int mostPeople() {
        return people;
    }

    /** When so many were there first, by {@link System#nanoTime}. */
    synchronized long seenNanos(int number) {
        return seenNanos[number];
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
