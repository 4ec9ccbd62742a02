package dev.footfall.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs {@code layout check} on store packs in files. The store drawn here has one floor of 10 × 6 m and two zones:
 *
 * <pre>
 *   6 ┌───────────────┐
 *     │ aisle │ till  │
 *   0 └───────────────┘
 *     0       5      10
 * </pre>
 */
class LayoutCheckCommandTest {
    private static final String AISLE = "[[0,0],[5,0],[5,6],[0,6],[0,0]]";
    private static final String TILL = "[[5,0],[10,0],[10,6],[5,6],[5,0]]";

    private final Path stores;

    LayoutCheckCommandTest(@TempDir Path stores) {
        this.stores = stores;
    }

    @Test
    void check_soundStore_saysSo() throws IOException {
        Path store = store("demo", AISLE, TILL, "till");

        CommandLineRun answer = CommandLineRun.of("layout", "check", store.toString());

        assertThat(answer.out()).isEqualToIgnoringNewLines("1 checked: 0 errors, 0 warnings");
        assertThat(answer.err()).isEmpty();
        assertThat(answer.code()).isZero();
    }

    @Test
    void check_severalFaults_printsAllWithTheirFilesAndEndsWith1() throws IOException {
        String bowTie = "[[0,0],[5,6],[5,0],[0,6],[0,0]]";
        Path store = store("demo", bowTie, TILL, "cellar");

        CommandLineRun answer = CommandLineRun.of("layout", "check", store.toString());

        assertThat(answer.out().lines())
                .anyMatch(line -> line.startsWith(store.resolve("layout.geojson") + ": ")
                        && line.contains("aisle")
                        && line.contains(": error: "))
                .anyMatch(line -> line.startsWith(store.resolve("store.yaml") + ": ")
                        && line.contains("funnels")
                        && line.contains(": error: ")
                        && line.contains("cellar"));
        assertThat(answer.out().lines().reduce((first, last) -> last))
                .hasValueSatisfying(summary -> assertThat(summary).matches("1 checked: [2-9] errors, 0 warnings"));
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void check_zonePartlyOffItsFloor_isAWarningAndEndsWith0() throws IOException {
        Path store = store("demo", AISLE, "[[5,0],[12,0],[12,6],[5,6],[5,0]]", "till");

        CommandLineRun answer = CommandLineRun.of("layout", "check", store.toString());

        assertThat(answer.out()).contains(": warning: ").endsWith(lines("1 checked: 0 errors, 1 warning"));
        assertThat(answer.code()).isZero();
    }

    @Test
    void check_bothFilesOfAStore_printsAFaultOnce() throws IOException {
        Path store = store("demo", AISLE, TILL, "cellar");

        CommandLineRun answer = CommandLineRun.of(
                "layout",
                "check",
                store.resolve("layout.geojson").toString(),
                store.resolve("store.yaml").toString());

        assertThat(answer.out().lines().filter(line -> line.contains("cellar"))).hasSize(1);
        assertThat(answer.code()).isEqualTo(1);
    }

    @Test
    void check_fileThatIsNotThere_checksTheOthersAndEndsWith2() throws IOException {
        Path store = store("demo", AISLE, TILL, "cellar");
        Path absent = stores.resolve("absent");

        CommandLineRun answer = CommandLineRun.of("layout", "check", absent.toString(), store.toString());

        assertThat(answer.out()).contains("cellar").contains("1 checked: 1 error, 0 warnings");
        assertThat(answer.err()).contains(absent + " cannot be read: there is no such file or folder");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void check_noFile_isAUsageError() {
        CommandLineRun answer = CommandLineRun.of("layout", "check");

        assertThat(answer.err()).contains("FILE").contains("Usage: footfall layout check");
        assertThat(answer.code()).isEqualTo(2);
    }

    @Test
    void check_realStores_haveNoErrors() throws IOException {
        Path real = sharedData().resolve("stores");
        if (!Files.isDirectory(real)) {
            System.out.println("absent: " + real);
            return;
        }
        List<String> arguments = new ArrayList<>(List.of("layout", "check"));
        try (Stream<Path> folders = Files.list(real)) {
            folders.filter(Files::isDirectory).sorted().forEach(folder -> arguments.add(folder.toString()));
        }

        CommandLineRun answer = CommandLineRun.of(arguments.toArray(String[]::new));

        assertThat(answer.out()).contains(" checked: 0 errors, ").doesNotContain(": error: ");
        assertThat(answer.code()).isZero();
    }

    private Path store(String id, String aisle, String till, String funnelZone) throws IOException {
        Path folder = Files.createDirectories(stores.resolve(id));
        Files.writeString(
                folder.resolve("store.yaml"),
                """
                store: %s
                name: A shop
                timezone: Europe/Berlin
                dayCut: "04:00"
                devices:
                  - {id: cam-1, kind: track, floor: "0"}
                funnels:
                  - {id: buy, steps: [{zone: aisle}, {zone: %s}], within: 45m}
                """
                        .formatted(id, funnelZone));
        Files.writeString(
                folder.resolve("layout.geojson"),
                """
                {"type": "FeatureCollection", "frame": {"unit": "m"}, "validFrom": "2026-01-01T00:00:00Z", "features": [
                  {"type": "Feature", "id": "ground", "properties": {"kind": "floor", "floor": "0", "name": "Ground"},
                   "geometry": {"type": "Polygon", "coordinates": [[[0,0],[10,0],[10,6],[0,6],[0,0]]]}},
                  {"type": "Feature", "id": "aisle", "properties": {"kind": "zone", "floor": "0", "name": "Aisle", "type": "department"},
                   "geometry": {"type": "Polygon", "coordinates": [%s]}},
                  {"type": "Feature", "id": "till", "properties": {"kind": "zone", "floor": "0", "name": "Till", "type": "checkout"},
                   "geometry": {"type": "Polygon", "coordinates": [%s]}}
                ]}
                """
                        .formatted(aisle, till));
        return folder;
    }

    private static Path sharedData() {
        String told = System.getenv("FOOTFALL_SHARED_DATA");
        return told != null ? Path.of(told) : Path.of(System.getProperty("footfall.project", ".."), "../shared/data");
    }

    private static String lines(String text) {
        return text + System.lineSeparator();
    }
}
