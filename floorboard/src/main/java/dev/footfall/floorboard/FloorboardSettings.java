package dev.footfall.floorboard;

import java.nio.file.Path;

/**
 * What a floorboard needs to know.
 *
 * @param host name or address of the interface that it listens on; a loopback address keeps it to this machine
 * @param port 0 for any
 * @param stores the folder of store packs
 * @param influx where the points are
 */
public record FloorboardSettings(String host, int port, Path stores, InfluxAccess influx) {
    private static final int HIGHEST_PORT = 65_535;

    public FloorboardSettings {
        if (host.isBlank()) {
            throw new IllegalArgumentException("host is blank but must name an interface");
        }
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("port is " + port + " but must be 0 to " + HIGHEST_PORT);
        }
    }
}
