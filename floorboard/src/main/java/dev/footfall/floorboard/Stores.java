package dev.footfall.floorboard;

import dev.footfall.geofences.Fault;
import dev.footfall.geofences.Floor;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.PackNews;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The stores of a folder: their packs and what their layouts draw, each version read once. */
final class Stores {
    private final Path folder;
    private final StorePacks packs;
    private final Map<PlanKey, FloorPlan> plans = new ConcurrentHashMap<>();
    /** What each layout version draws, by its hash. */
    private final Map<String, List<Drawing.Feature>> drawings = new ConcurrentHashMap<>();

    private record PlanKey(String layout, String floor) {}

    /** @throws IllegalArgumentException when it is no folder */
    Stores(Path folder) {
        this.folder = folder;
        this.packs = StorePacks.open(folder);
    }

    /** Every store that can be used. */
    List<StorePack> all() throws IOException {
        return packs.stores().stream().map(this::find).flatMap(Optional::stream).toList();
    }

    /** Reads every pack and draws every floor, so that the first visitor need not wait for it. */
    void readAll(long nowMillis) throws IOException {
        for (StorePack pack : all()) {
            for (Floor floor : pack.layoutAt(nowMillis).floors()) {
                plan(pack, floor, pack.layoutAt(nowMillis));
            }
        }
    }

    /** One line for each error of a store that cannot be used. */
    List<String> errors() throws IOException {
        return packs.faults().stream()
                .filter(Fault::isError)
                .map(Fault::toString)
                .toList();
    }

    StorePack store(String id) throws Refusal {
        return find(id).orElseThrow(() -> Refusal.notFound("There is no store '" + id + "' here."));
    }

    /** With the layouts as they now are; what came of their files is told where figures are made. */
    private Optional<StorePack> find(String id) {
        return packs.refreshed(id, PackNews.UNHEARD);
    }

    /** A floor of the layout that holds at an instant. */
    Floor floor(StorePack pack, String floor, long atMillis) throws Refusal {
        return pack.layoutAt(atMillis).findFloor(floor).orElseThrow(() -> noFloor(pack, floor));
    }

    /** A floor's drawing, by the layout that holds at an instant. */
    FloorPlan plan(StorePack pack, String floor, long atMillis) throws Refusal, IOException {
        return plan(pack, floor(pack, floor, atMillis), pack.layoutAt(atMillis));
    }

    private FloorPlan plan(StorePack pack, Floor floor, Layout layout) throws IOException {
        PlanKey key = new PlanKey(layout.hash(), floor.id());
        FloorPlan plan = plans.get(key);
        if (plan == null) {
            plan = FloorPlan.of(floor, layout.hash(), drawn(pack, layout));
            plans.put(key, plan);
        }
        return plan;
    }

    /** Refuses a floor that no version of the store's layout has. */
    void checkFloor(StorePack pack, String floor) throws Refusal {
        if (pack.layouts().stream().noneMatch(layout -> layout.findFloor(floor).isPresent())) {
            throw noFloor(pack, floor);
        }
    }

    /** Refuses a zone that no version of the store's layout has. */
    void checkZone(StorePack pack, String zone) throws Refusal {
        boolean known = pack.layouts().stream()
                .flatMap(layout -> layout.floors().stream())
                .flatMap(floor -> floor.zones().stream())
                .anyMatch(some -> some.id().equals(zone));
        if (!known) {
            throw Refusal.notFound("The store '" + pack.config().store() + "' has no zone '" + zone + "'.");
        }
    }

    private static Refusal noFloor(StorePack pack, String floor) {
        return Refusal.notFound("The store '" + pack.config().store() + "' has no floor '" + floor + "'.");
    }

    /** The walls, fixtures and receivers of a layout; none when its file is no longer the one that was read. */
    List<Drawing.Feature> drawn(StorePack pack, Layout layout) throws IOException {
        List<Drawing.Feature> known = drawings.get(layout.hash());
        if (known != null) {
            return known;
        }
        List<Drawing.Feature> read = List.of();
        for (Path file : layoutFiles(pack.config().store())) {
            byte[] content = Files.readAllBytes(file);
            if (sha256(content).startsWith(layout.hash())) {
                read = Drawing.read(content, layout.georeference());
            }
        }
        drawings.put(layout.hash(), read);
        return read;
    }

    private List<Path> layoutFiles(String store) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(store))) {
            return files.filter(file -> file.getFileName().toString().matches("layout(\\..+)?\\.geojson"))
                    .sorted()
                    .toList();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
