package dev.footfall.geofences;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a store's folder and checks that its files agree. */
final class PackReader {

    static final String STORE_FILE = "store.yaml";
    private static final String LAYOUT_FILE = "layout.geojson";
    private static final Pattern LAYOUT_FILES = Pattern.compile("layout(\\..+)?\\.geojson");
    private static final Pattern IMDF_FILES = Pattern.compile("layout(\\..+)?\\.imdf\\.zip");

    private final Path folder;
    private final FaultList folderFaults = new FaultList("");
    private final FaultList storeFaults = new FaultList(STORE_FILE);
    private final Map<String, FaultList> layoutFaults = new HashMap<>();
    private final List<Version> versions = new ArrayList<>();

    private record Version(String file, LayoutReader reader, FaultList faults) {}

    PackReader(Path folder) {
        this.folder = folder;
    }

    static boolean isLayoutFile(String name) {
        return LAYOUT_FILES.matcher(name).matches();
    }

    PackReading reading() {
        StoreConfigReader store = readStore();
        readLayouts(store == null ? Parameters.DEFAULTS : store.parameters());
        checkVersions();
        if (store != null) {
            checkReferences(store);
            checkVisitGap(store);
        }
        List<Fault> faults = faults();
        StoreConfig config = store == null ? null : store.config();
        if (config == null || faults.stream().anyMatch(Fault::isError)) {
            return new PackReading(null, faults);
        }
        List<Layout> layouts = versions.stream()
                .map(version -> version.reader.layout())
                .flatMap(Stream::ofNullable)
                .sorted(Comparator.comparingLong(Layout::validFromMillis))
                .toList();
        StoreCalendar calendar = new StoreCalendar(config.timezone(), config.dayCut());
        return new PackReading(new StorePack(config, layouts, calendar, Definitions.hash(config, layouts)), faults);
    }

    private List<Fault> faults() {
        List<Fault> faults = new ArrayList<>(folderFaults.all());
        faults.addAll(storeFaults.all());
        versions.forEach(version -> faults.addAll(version.faults.all()));
        return faults;
    }

    private @Nullable StoreConfigReader readStore() {
        Path file = folder.resolve(STORE_FILE);
        if (!Files.isRegularFile(file)) {
            storeFaults.error("", "The folder has no " + STORE_FILE + ": add one.");
            return null;
        }
        Optional<byte[]> bytes = bytes(file, storeFaults);
        return bytes.map(content -> StoreConfigReader.read(content, storeFaults))
                .orElse(null);
    }

    private void readLayouts(Parameters parameters) {
        List<Path> files = List.of();
        try (Stream<Path> all = Files.list(folder)) {
            files = all.sorted().toList();
        } catch (IOException e) {
            folderFaults.error("", "The folder cannot be listed: " + e.getMessage() + ".");
        }
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (isLayoutFile(name)) {
                FaultList faults = new FaultList(name);
                bytes(file, faults)
                        .ifPresent(content -> versions.add(
                                new Version(name, LayoutReader.read(content, parameters, faults), faults)));
                layoutFaults.put(name, faults);
            } else if (IMDF_FILES.matcher(name).matches()) {
                folderFaults.warning(name, "This build does not read IMDF: export the layout as GeoJSON.");
            }
        }
        if (layoutFaults.isEmpty()) {
            folderFaults.error(LAYOUT_FILE, "The folder has no " + LAYOUT_FILE + ": add one.");
        }
    }

    private static Optional<byte[]> bytes(Path file, FaultList faults) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            faults.error("", "The file cannot be read: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    private void checkVersions() {
        Map<Long, String> files = new HashMap<>();
        for (Version version : versions) {
            if (!version.reader.isReadable()) {
                continue;
            }
            Optional<Long> from = version.reader.validFromMillis();
            if (from.isEmpty() && !version.file.equals(LAYOUT_FILE)) {
                version.faults.error("validFrom", "A further version must say from when it holds: add 'validFrom'.");
            } else if (from.isPresent()) {
                String other = files.putIfAbsent(from.get(), version.file);
                if (other != null) {
                    version.faults.error("validFrom", other + " holds from the same instant: change one of the two.");
                }
            }
        }
        long frames = versions.stream()
                .filter(version -> version.reader.isInDegrees() && version.reader.layout() != null)
                .map(version -> version.reader.layout())
                .flatMap(Stream::ofNullable)
                .map(Layout::georeference)
                .distinct()
                .count();
        if (frames > 1) {
            folderFaults.warning(
                    "",
                    "The layouts in degrees have floors with different south-west corners, so their metres do not agree: "
                            + "give them a 'frame' with one anchor.");
        }
    }

    private void checkReferences(StoreConfigReader store) {
        boolean allReadable = !versions.isEmpty()
                && versions.size() == layoutFaults.size()
                && versions.stream().allMatch(version -> version.reader.isReadable());
        if (!allReadable) {
            return;
        }
        for (Reference reference : store.references()) {
            List<String> without = versions.stream()
                    .filter(version -> !version.reader.knows(reference))
                    .map(Version::file)
                    .toList();
            String what = reference.target().word() + " '" + reference.id() + "'";
            if (without.size() == versions.size()) {
                storeFaults.error(reference.where(), "No layout has a " + what + ": correct the name or draw it.");
            } else if (!without.isEmpty()) {
                storeFaults.warning(
                        reference.where(), "There is no " + what + " in " + String.join(", ", without) + ".");
            }
        }
        StoreConfig config = store.config();
        if (config == null) {
            return;
        }
        for (Version version : versions) {
            for (Reference reference : version.reader.references()) {
                boolean known =
                        config.devices().stream().anyMatch(device -> device.id().equals(reference.id()));
                if (!known) {
                    version.faults.error(
                            reference.where(),
                            "There is no device '" + reference.id() + "' in " + STORE_FILE + ": list it there.");
                }
            }
        }
    }

    private void checkVisitGap(StoreConfigReader store) {
        Parameters parameters = store.parameters();
        long grace = parameters.graceMillis();
        String whose = "grace";
        for (Version version : versions) {
            Layout layout = version.reader.layout();
            if (layout == null) {
                continue;
            }
            for (Floor floor : layout.floors()) {
                for (Zone zone : floor.zones()) {
                    if (zone.graceMillis() > grace) {
                        grace = zone.graceMillis();
                        whose = "grace of zone " + zone.id();
                    }
                }
            }
        }
        long least = grace + parameters.bridgeMillis();
        if (parameters.visitGapMillis() < least) {
            storeFaults.error(
                    store.visitGapPlace(),
                    "visitGap is " + Durations.text(parameters.visitGapMillis()) + " but must be at least "
                            + Durations.text(least) + ", " + whose + " (" + Durations.text(grace) + ") + bridge ("
                            + Durations.text(parameters.bridgeMillis()) + ").");
        }
    }
}
