package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a store's folder becomes: floors, versions, definitions. */
class StorePackTest {

    @TempDir
    private Path folder = Path.of("");

    private TestPack pack = new TestPack(folder);

    @BeforeEach
    void startFromASoundPack() {
        pack = new TestPack(folder);
    }

    @Test
    void read_zones_takeTheirOwnThresholdsOrTheStores() throws IOException {
        pack.add(TestPack.zone(
                "shelf",
                "0",
                "[[[1, 3], [3, 3], [3, 4], [1, 3]]]",
                "\"type\": \"shelf\", \"grace\": \"8s\", \"minStay\": 3, \"engagedAfter\": \"1m\", \"capacity\": 12"));

        Layout layout = pack.pack().layouts().get(0);
        Zone shelf = layout.findZone("shelf").orElseThrow();
        Zone till = layout.findZone("till").orElseThrow();

        assertThat(shelf.index()).isEqualTo(2);
        assertThat(shelf.type()).isEqualTo("shelf");
        assertThat(shelf.path()).isFalse();
        assertThat(shelf.graceMillis()).isEqualTo(8_000);
        assertThat(shelf.minStayMillis()).isEqualTo(3_000);
        assertThat(shelf.engagedAfterMillis()).isEqualTo(60_000);
        assertThat(shelf.capacity()).isEqualTo(12);
        assertThat(till.path()).isTrue();
        assertThat(till.graceMillis()).isEqualTo(5_000);
        assertThat(till.capacity()).isNull();
    }

    /**
     * <pre>
     *   │ fruit │           the door touches neither zone …
     *   ├───────┤ till      … until a zone reaches down to it
     *   └─main──┘
     * </pre>
     */
    @Test
    void read_zoneThatADoorTouches_hasADoor() throws IOException {
        pack.add(TestPack.zone("mat", "0", "[[[3, 0], [4, 0], [4, 1], [3, 1], [3, 0]]]"));

        Layout layout = pack.pack().layouts().get(0);

        assertThat(layout.findZone("mat").orElseThrow().hasDoor()).isTrue();
        assertThat(layout.findZone("fruit").orElseThrow().hasDoor()).isFalse();
    }

    @Test
    void read_floorsByNumberOrName_areNamedAsTheyAre() throws IOException {
        pack.add(TestPack.feature(
                "up", "Polygon", "[[[0, 0], [5, 0], [5, 5], [0, 0]]]", "\"kind\": \"floor\", \"floor\": -1"));

        Layout layout = pack.pack().layouts().get(0);

        assertThat(layout.floors()).extracting(Floor::id).containsExactly("0", "-1");
        assertThat(layout.findFloor("-1").orElseThrow().index()).isEqualTo(1);
        assertThat(layout.findFloor("2")).isEmpty();
        assertThat(layout.findFloor("0").orElseThrow().doors())
                .extracting(Door::id)
                .containsExactly("main");
    }

    @Test
    void layoutAt_severalVersions_holdFromTheirInstantOn() throws IOException {
        pack.write();
        pack.head("\"frame\": {\"unit\": \"m\"}, \"validFrom\": \"2026-11-22T09:00:00+01:00\"");
        pack.write("layout.2026-11-22T09.geojson", pack.layoutText());
        pack.head("\"frame\": {\"unit\": \"m\"}, \"validFrom\": 1770000000000");
        pack.write("layout.february.geojson", pack.layoutText());

        StorePack read = Objects.requireNonNull(pack.readAgain().pack());

        assertThat(read.layouts())
                .extracting(
                        layout -> Instant.ofEpochMilli(layout.validFromMillis()).toString())
                .containsExactly("2026-01-01T00:00:00Z", "2026-02-02T02:40:00Z", "2026-11-22T08:00:00Z");
        assertThat(read.layoutAt(0)).isSameAs(read.layouts().get(0));
        assertThat(read.layoutAt(1_769_999_999_999L)).isSameAs(read.layouts().get(0));
        assertThat(read.layoutAt(1_770_000_000_000L)).isSameAs(read.layouts().get(1));
        assertThat(read.layoutAt(Long.MAX_VALUE)).isSameAs(read.layouts().get(2));
        assertThat(read.layouts())
                .extracting(Layout::hash)
                .doesNotHaveDuplicates()
                .allMatch(hash -> hash.matches("[0-9a-f]{12}"));
    }

    @Test
    void read_twoVersionsFromOneInstant_isAnError() throws IOException {
        pack.write();
        pack.write("layout.again.geojson", pack.layoutText());

        assertThat(pack.readAgain().faults())
                .singleElement()
                .asString()
                .contains("validFrom", "holds from the same instant");
    }

    @Test
    void read_furtherVersionWithoutValidFrom_isAnError() throws IOException {
        pack.write();
        pack.head("\"frame\": {\"unit\": \"m\"}");
        pack.write("layout.new.geojson", pack.layoutText());

        assertThat(pack.readAgain().faults())
                .singleElement()
                .asString()
                .startsWith("error: layout.new.geojson: validFrom");
    }

    @Test
    void read_onlyVersionWithoutValidFrom_holdsSinceEver() throws IOException {
        pack.head("\"frame\": {\"unit\": \"m\"}");

        assertThat(pack.pack().layouts().get(0).validFromMillis()).isEqualTo(Layout.SINCE_EVER);
    }

    @Test
    void read_zoneOfAFunnelMissingInOneVersion_isAWarning() throws IOException {
        pack.write();
        pack.head("\"frame\": {\"unit\": \"m\"}, \"validFrom\": \"2026-11-22T09:00:00Z\"")
                .replace(2, TestPack.zone("checkout", "0", "[[[5, 0], [10, 0], [10, 6], [5, 6], [5, 0]]]"));
        pack.write("layout.new.geojson", pack.layoutText());

        assertThat(pack.readAgain().faults())
                .singleElement()
                .asString()
                .startsWith("warning: store.yaml: funnels[0].steps[1].zone")
                .contains("There is no zone 'till' in layout.new.geojson");
    }

    /**
     * <pre>
     *   52.5005 ┌────────┐ 13.4010
     *           │        │          0.001° of longitude are 67.9 m here, 0.0005° of latitude 55.6 m
     *   52.5000 ●────────┘
     *        13.4000              the south-west corner is the origin
     * </pre>
     */
    @Test
    void read_layoutInDegrees_hasMetresFromTheCornerOfItsFloors() throws IOException {
        pack.head("\"validFrom\": \"2026-01-01T00:00:00Z\"")
                .replace(0, TestPack.floor("0", degrees(13.4000, 52.5000, 13.4010, 52.5005)))
                .replace(1, TestPack.zone("fruit", "0", degrees(13.4005, 52.5000, 13.4010, 52.5005)))
                .replace(2, TestPack.zone("till", "0", degrees(13.4000, 52.5000, 13.4005, 52.5005)))
                .replace(3, TestPack.door("main", "0", "[[13.4001, 52.5], [13.4002, 52.5]]"));

        Layout layout = pack.pack().layouts().get(0);
        Floor floor = layout.floors().get(0);

        assertThat(floor.grid().originXMillimetres()).isZero();
        assertThat(floor.grid().originYMillimetres()).isZero();
        assertThat(floor.outline().getEnvelopeInternal().getMaxX()).isCloseTo(67.9, within(0.05));
        assertThat(floor.outline().getEnvelopeInternal().getMaxY()).isCloseTo(55.6, within(0.05));
        assertThat(floor.grid().longitude(0, 0)).isCloseTo(13.4, within(1e-5));
        assertThat(floor.zoneIndex().zonesAt(50, 20, new int[2])).isEqualTo(1);
        assertThat(layout.georeference().latitude()).isEqualTo(52.5);
    }

    @Test
    void read_faultInDegrees_isToldInDegrees() throws IOException {
        pack.head("")
                .replace(0, TestPack.floor("0", degrees(13.4000, 52.5000, 13.4010, 52.5005)))
                .replace(1, TestPack.zone("fruit", "0", degrees(13.4005, 52.5000, 13.4020, 52.5005)))
                .replace(2, TestPack.zone("till", "0", degrees(13.4000, 52.5000, 13.4005, 52.5005)))
                .replace(3, TestPack.door("main", "0", "[[13.4001, 52.5], [13.4002, 52.5]]"));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .contains("(fruit)", "at (13.4015, 52.50025)", "partly off");
    }

    @Test
    void read_versionsInDegreesWithOtherCorners_isAWarning() throws IOException {
        pack.head("\"validFrom\": \"2026-01-01T00:00:00Z\"")
                .replace(0, TestPack.floor("0", degrees(13.4000, 52.5000, 13.4010, 52.5005)))
                .replace(1, TestPack.zone("fruit", "0", degrees(13.4005, 52.5000, 13.4010, 52.5005)))
                .replace(2, TestPack.zone("till", "0", degrees(13.4000, 52.5000, 13.4005, 52.5005)))
                .replace(3, TestPack.door("main", "0", "[[13.4001, 52.5], [13.4002, 52.5]]"))
                .write();
        pack.head("\"validFrom\": \"2026-02-01T00:00:00Z\"")
                .replace(0, TestPack.floor("0", degrees(13.3999, 52.5000, 13.4010, 52.5005)))
                .write("layout.wider.geojson", pack.layoutText());

        assertThat(pack.readAgain().faults())
                .singleElement()
                .asString()
                .startsWith(
                        "warning: layout.wider.geojson: Its floors have another south-west corner than those of layout.geojson");
    }

    @Test
    void definitions_nameOfTheStore_doesNotChangeThem() throws IOException {
        String before = pack.pack().definitions();

        assertThat(before).matches("[0-9a-f]{8}");
        assertThat(pack.inStore("Corner shop", "Shop at the corner").pack().definitions())
                .isEqualTo(before);
        assertThat(pack.inStore("name:", "parameters: {grace: 5000ms}\nname:")
                        .pack()
                        .definitions())
                .isEqualTo(before);
    }

    @Test
    void definitions_anythingThatShapesFigures_changesThem() throws IOException {
        String before = pack.pack().definitions();
        Path other = Files.createDirectory(folder.resolve("other"));

        assertThat(new TestPack(other)
                        .inStore("name:", "parameters: {grace: 6s}\nname:")
                        .pack()
                        .definitions())
                .isNotEqualTo(before);
        assertThat(new TestPack(other)
                        .inStore("name:", "dayCut: 05:00\nname:")
                        .pack()
                        .definitions())
                .isNotEqualTo(before);
        assertThat(new TestPack(other)
                        .inStore("Europe/Berlin", "Europe/Paris")
                        .pack()
                        .definitions())
                .isNotEqualTo(before);
        assertThat(new TestPack(other)
                        .inStore("door: main}", "door: main, interval: 5m}")
                        .pack()
                        .definitions())
                .isNotEqualTo(before);
        assertThat(new TestPack(other)
                        .inStore("door: main}", "door: main, heartbeat: 5m}")
                        .pack()
                        .definitions())
                .isNotEqualTo(before);
        assertThat(new TestPack(other)
                        .inStore("zone: till", "{zone: till, minDwell: 1s}")
                        .pack()
                        .definitions())
                .isNotEqualTo(before);
        assertThat(new TestPack(other)
                        .replace(
                                1,
                                TestPack.zone(
                                        "fruit", "0", "[[[0, 2], [5, 2], [5, 6], [0, 6], [0, 2]]]", "\"minStay\": 9"))
                        .pack()
                        .definitions())
                .isNotEqualTo(before);
    }

    @Test
    void storePacks_find_readsOnlyGoodPacksByName() throws IOException {
        new TestPack(Files.createDirectory(folder.resolve("corner"))).write();
        new TestPack(Files.createDirectory(folder.resolve("broken")))
                .inStore("zone: till", "zone: tills")
                .write();
        StorePacks packs = StorePacks.open(folder);

        assertThat(packs.stores()).containsExactly("broken", "corner");
        assertThat(packs.find("corner"))
                .hasValueSatisfying(found -> assertThat(found.config().store()).isEqualTo("corner"));
        assertThat(packs.find("broken")).isEmpty();
        assertThat(packs.find("../corner")).isEmpty();
        assertThat(packs.find("none")).isEmpty();
        assertThat(packs.faults())
                .filteredOn(Fault::isError)
                .extracting(Fault::file)
                .containsExactly("broken/store.yaml");
    }

    @Test
    void storePacks_storeNamedUnlikeItsFolder_isAnError() throws IOException {
        new TestPack(Files.createDirectory(folder.resolve("kiosk"))).write();
        StorePacks packs = StorePacks.open(folder);

        assertThat(packs.find("kiosk")).isEmpty();
        assertThat(packs.faults())
                .singleElement()
                .asString()
                .isEqualTo(
                        "error: kiosk/store.yaml: store: The folder is named 'kiosk' but the store 'corner': name both alike.");
    }

    private static String degrees(double west, double south, double east, double north) {
        return "[[[%s, %s], [%s, %s], [%s, %s], [%s, %s], [%s, %s]]]"
                .formatted(west, south, east, south, east, north, west, north, west, south);
    }
}
