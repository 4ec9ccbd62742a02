package dev.footfall.benchmarks.flink;

import dev.footfall.benchmarks.peer.PeerFigure;
import dev.footfall.benchmarks.peer.PeerJob;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The ways from traffic to figures. */
enum Way {
    /** The topology, two tasks side by side. */
    TOPOLOGY("topology, 2 tasks"),
    /** The idiomatic job, two tasks side by side. */
    PEER("idiomatic Flink job, 2 tasks"),
    /** A single thread without Flink. */
    FLOOR("single thread without Flink");

    /** When the days of the simulated stores begin, after midnight in UTC. */
    private static final Duration DAY_BEGINS = Duration.ofHours(3);

    private static final List<String> SPANS = List.of("1m", "15m", "1h", "1d");

    private final String words;

    Way(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Goes it. */
    LocalJob.Run run(Traffic traffic, String ledger, Path folder) throws Exception {
        return switch (this) {
            case TOPOLOGY -> Engine.run(traffic.packs(), traffic.frames(), ledger, Traffic.PARALLELISM, folder);
            case FLOOR -> SingleThread.run(traffic.packs(), traffic.frames(), ledger);
            case PEER -> peer(traffic, ledger, folder);
        };
    }

    private static LocalJob.Run peer(Traffic traffic, String ledger, Path folder) throws Exception {
        StorePack pack =
                StorePacks.open(traffic.packs()).find(traffic.stores().get(0)).orElseThrow();
        // all stores are alike
        Floor floor = pack.layouts().get(0).floors().get(0);
        String floorId = floor.id();
        int columns = floor.grid().columns();
        LedgerSink<PeerFigure> sink = new LedgerSink<>(ledger, (figure, into) -> put(figure, into, floorId, columns));
        PeerJob job = new PeerJob(traffic.packs(), pack.config().parameters(), DAY_BEGINS, sink);
        List<Path> files = new ArrayList<>();
        for (int number = 0; number < Traffic.PARALLELISM; number++) {
            files.add(JsonEvents.file(traffic.json(), number));
        }
        return LocalJob.run(
                PeerJob.configuration(), Traffic.PARALLELISM, folder, environment -> job.build(environment, files));
    }

    private static void put(PeerFigure figure, Ledger ledger, String floor, int columns) {
        boolean isCell = figure.measurement.equals("heatmap");
        if (isCell) {
            ledger.countCells(1);
        }
        if (!ledger.isKeeping()) {
            return;
        }
        String name = figure.measurement + " " + figure.store + " " + figure.window + " " + figure.startMillis;
        switch (figure.measurement) {
            case "heatmap" ->
                ledger.put(
                        name + " " + floor + " " + figure.place % columns + "_" + figure.place / columns,
                        figure.values[0],
                        figure.values[1 + SPANS.indexOf(figure.window)]);
            case "stays" -> ledger.put(name + " " + figure.name, figure.values[0], figure.values[3]);
            case "footfall" -> ledger.put(name + " " + figure.name, figure.values.clone());
            default -> ledger.put(name, figure.values.clone());
        }
    }
}
