package dev.footfall.local.torture;

import dev.footfall.local.DemoStores;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import dev.footfall.simulator.SimulationSettings;
import dev.footfall.simulator.truth.Truth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The shops that are simulated: the demo shops, of which one has two gateways that both hear every device. */
final class Shops {
    /** The gateway of all shops. */
    static final String EAST = "east";
    /** The second gateway of one of them. */
    static final String WEST = "west";

    static final String OF_BOTH = "fashion";
    static final List<String> ALL = List.of("fashion", "kiosk", "supermarket");

    /** A Monday noon in the shops' city, so that a run of ten minutes has the night and the day cut in it. */
    static final long START_MILLIS = Instant.parse("2026-03-02T11:00:00Z").toEpochMilli();

    private static final ZoneId CITY = ZoneId.of("Europe/Berlin");
    private static final Map<String, Integer> VISITS_PER_DAY =
            new TreeMap<>(Map.of("fashion", 20, "kiosk", 80, "supermarket", 20));

    private final Path folder;

    /** Makes their packs in a folder. */
    Shops(Path folder) throws IOException {
        this.folder = folder;
        DemoStores.copy(folder, CITY);
        for (String shop : ALL) {
            Path config = folder.resolve(shop).resolve("store.yaml");
            String gateways = shop.equals(OF_BOTH) ? EAST + ", " + WEST : EAST;
            Files.writeString(config, Files.readString(config) + "\ngateways: [" + gateways + "]\n");
        }
    }

    Path folder() {
        return folder;
    }

    /** Begins to simulate all of them, without errors of their sensors: what goes wrong is made here, and known. */
    List<Simulation> simulations(long seed) {
        List<Simulation> simulations = new ArrayList<>();
        for (String shop : ALL) {
            simulations.add(Simulation.of(
                    new SimulationSettings(
                            folder.resolve(shop), SensorErrors.NONE, seed, START_MILLIS, VISITS_PER_DAY.get(shop)),
                    Truth.NONE));
        }
        return simulations;
    }
}
