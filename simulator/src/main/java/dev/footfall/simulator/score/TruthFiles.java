package dev.footfall.simulator.score;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.footfall.events.Kind;
import dev.footfall.geofences.Door;
import dev.footfall.geofences.Layout;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.Zone;
import dev.footfall.simulator.score.Truth.Crossing;
import dev.footfall.simulator.score.Truth.Direction;
import dev.footfall.simulator.score.Truth.Occupancy;
import dev.footfall.simulator.score.Truth.Run;
import dev.footfall.simulator.score.Truth.StaffSpan;
import dev.footfall.simulator.score.Truth.Stay;
import dev.footfall.simulator.score.Truth.Visit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the folder of a truth: {@code truth.yaml} and the CSV files beside it, checked against the store pack. */
final class TruthFiles {
    private final Path folder;
    private final StorePack pack;
    private final Set<String> zones;
    private final Set<String> doors;
    private final Set<String> shelfCameras;
    private final Set<String> customers = new HashSet<>();

    private TruthFiles(Path folder, StorePack pack) {
        this.folder = folder;
        this.pack = pack;
        this.zones = onFloors(pack, layout -> layout.floors().stream()
                .flatMap(floor -> floor.zones().stream())
                .map(Zone::id));
        this.doors = onFloors(pack, layout -> layout.floors().stream()
                .flatMap(floor -> floor.doors().stream())
                .map(Door::id));
        this.shelfCameras = pack.config().devices().stream()
                .filter(device -> device.kind() == Kind.SHELF)
                .map(device -> device.id())
                .collect(Collectors.toSet());
    }

    /** Reads a truth of a store. */
    static Truth read(Path folder, StorePack pack) throws FaultyInputException, IOException {
        return new TruthFiles(folder, pack).read();
    }

    private enum Role {
        CUSTOMER,
        STAFF
    }

    private Truth read() throws FaultyInputException, IOException {
        Run run = run();
        List<Visit> visits = CsvRow.readAll(file("visits.csv"), this::visit).stream()
                .flatMap(Optional::stream)
                .toList();
        return new Truth(
                run,
                visits,
                CsvRow.readAll(file("stays.csv"), this::stay),
                CsvRow.readAll(file("crossings.csv"), this::crossing),
                CsvRow.readAll(file("occupancy.csv"), row -> new Occupancy(row.whole("time_ms"), row.whole("people"))),
                CsvRow.readAll(file("staff.csv"), row -> new StaffSpan(row.whole("from_ms"), row.whole("to_ms"))));
    }

    private Run run() throws FaultyInputException, IOException {
        Path file = file("truth.yaml");
        JsonNode yaml;
        try {
            yaml = new YAMLMapper().readTree(Files.readAllBytes(file));
        } catch (JsonProcessingException e) {
            throw new FaultyInputException(file + ": " + e.getOriginalMessage(), e);
        }
        String store = yaml.path("store").asText();
        if (!store.equals(pack.config().store())) {
            throw new FaultyInputException(file + ": store is '" + store + "' but must be '"
                    + pack.config().store() + "', the store of the pack");
        }
        try {
            return new Run(
                    store,
                    yaml.path("seed").asText("?"),
                    instant(yaml, "from"),
                    instant(yaml, "until"),
                    yaml.path("errors").asText("?"));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new FaultyInputException(file + ": " + e.getMessage(), e);
        }
    }

    private static long instant(JsonNode yaml, String key) {
        JsonNode value = yaml.path(key);
        return value.isIntegralNumber()
                ? value.longValue()
                : OffsetDateTime.parse(value.asText()).toInstant().toEpochMilli();
    }

    private Optional<Visit> visit(CsvRow row) throws FaultyInputException {
        Visit visit = new Visit(
                row.text("visit"),
                shelfCameras.contains(row.text("source")),
                row.whole("started_ms"),
                row.whole("ended_ms"));
        if (visit.durationMillis() < 0) {
            throw row.fault("ended_ms", "must not be before started_ms");
        }
        if (row.word("role", Role.class) == Role.STAFF) {
            return Optional.empty();
        }
        if (!customers.add(visit.id())) {
            throw row.fault("visit", "must be there once");
        }
        return Optional.of(visit);
    }

    private Stay stay(CsvRow row) throws FaultyInputException {
        Stay stay = new Stay(row.text("visit"), row.text("zone"), row.nanos("entered_ms"), row.nanos("left_ms"));
        if (stay.dwellNanos() < 0) {
            throw row.fault("left_ms", "must not be before entered_ms");
        }
        if (!customers.contains(stay.visit())) {
            throw row.fault("visit", "must be a customer's in visits.csv");
        }
        if (!zones.contains(stay.zone())) {
            throw row.fault("zone", "must be a zone of the layout");
        }
        return stay;
    }

    private Crossing crossing(CsvRow row) throws FaultyInputException {
        if (!doors.contains(row.text("door"))) {
            throw row.fault("door", "must be a door of the layout");
        }
        return new Crossing(
                row.whole("time_ms"), row.text("door"), row.word("direction", Direction.class), row.text("visit"));
    }

    private Path file(String name) throws FaultyInputException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new FaultyInputException(file + " is missing: name a folder that 'footfall simulate' wrote");
        }
        return file;
    }

    private static Set<String> onFloors(StorePack pack, Function<Layout, Stream<String>> ids) {
        return pack.layouts().stream().flatMap(ids).collect(Collectors.toSet());
    }
}
