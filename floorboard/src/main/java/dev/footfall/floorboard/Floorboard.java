package dev.footfall.floorboard;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;

/**
 * The floorboard: serves the page and what it is drawn from over HTTP, until it is closed.
 *
 * <table>
 * <caption>Addresses</caption>
 * <tr><td>{@code /}</td><td>the page</td></tr>
 * <tr><td>{@code /api/stores}</td><td>the stores, their floors and funnels, the time</td></tr>
 * <tr><td>{@code /api/stores/STORE/range/RANGE}</td><td>{@code live}, {@code today}, {@code yesterday} or a date, as windows</td></tr>
 * <tr><td>{@code /api/stores/STORE/range/RANGE/against/OTHER}</td><td>two ranges to be compared: {@code day} before, {@code week} before or a date</td></tr>
 * <tr><td>{@code /api/stores/STORE/floors/FLOOR?range=RANGE}</td><td>a floor's drawing in metres, by the layout that held last in the range</td></tr>
 * <tr><td>{@code /api/query/NAME?store=&floor=&zone=&window=&from=&to=}</td><td>InfluxDB's answer to a named query; only what its text names is needed</td></tr>
 * <tr><td>{@code /chain.html}</td><td>the page of all stores</td></tr>
 * <tr><td>{@code /api/chain/stores/RANGE}</td><td>every store with its place and its own day: {@code today}, {@code yesterday} or a date</td></tr>
 * <tr><td>{@code /api/chain/query/NAME?at=MILLIS}</td><td>InfluxDB's answer for the store days of all stores that begin then, a row each</td></tr>
 * <tr><td>{@code /stores/STORE/layout.geojson?floor=&at=MILLIS}</td><td>the layout in WGS 84, for pages of other hosts too</td></tr>
 * </table>
 *
 * <p>A refusal is JSON, {@code {"error": sentence}}: 400 for a value that may not be, 404 for what there is not, 421 for a
 * {@code Host} other than this machine's while it listens on a loopback address, 502 when InfluxDB is away or refuses.
 */
public final class Floorboard implements AutoCloseable {
    private final Site site;

    private Floorboard(Site site) {
        this.site = site;
    }

    /**
     * Starts serving, with every pack read. InfluxDB need not be there yet.
     *
     * @throws IOException when the port is in use or not allowed, or the host is not of this machine, the message
     *     names both; or when a pack cannot be read from disk
     * @throws IllegalArgumentException when {@code settings.stores()} is no folder
     */
    public static Floorboard start(FloorboardSettings settings) throws IOException {
        return start(settings, Clock.systemUTC());
    }

    static Floorboard start(FloorboardSettings settings, Clock clock) throws IOException {
        return new Floorboard(Site.open(settings, clock));
    }

    /** Where browsers on this machine reach it. */
    public URI url() {
        return site.url();
    }

    /** Stops serving; requests under way get a moment to end. */
    @Override
    public void close() {
        site.close();
    }
}
