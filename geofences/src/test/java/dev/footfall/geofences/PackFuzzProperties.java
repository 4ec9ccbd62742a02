package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.fuzz.Fuzz;
import dev.footfall.events.fuzz.Spoiler;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/** Whatever lies in a store's folder as layout or {@code store.yaml} is read, or refused with faults that say where. */
class PackFuzzProperties {
    private static final String SEED = "20261122";
    /** A byte may be a value with its place and its fault; geometry is worked with to find out whether it is sound. */
    private static final int BYTES_PER_BYTE = 5_000;

    private final Fuzz layouts =
            new Fuzz("layout.geojson", new Spoiler(layouts(), words()), BYTES_PER_BYTE, PackFuzzProperties::readLayout);
    private final Fuzz stores =
            new Fuzz("store.yaml", new Spoiler(stores(), words()), BYTES_PER_BYTE, PackFuzzProperties::readStore);

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> layouts() {
        TestPack pack = new TestPack(Path.of(""));
        String metres = pack.layoutText();
        String everything = pack.head(
                        "\"frame\": {\"unit\": \"m\", \"anchor\": {\"lon\": 13.4, \"lat\": 52.5, \"bearing\": 30}}, \"validFrom\": \"2026-11-22T09:00:00+01:00\"")
                .add(
                        TestPack.feature(
                                "isles",
                                "MultiPolygon",
                                "[[[[1, 1], [2, 1], [2, 2], [1, 1]]], [[[3, 3], [4.5, 3], [4.5, 4.5], [3, 4.5], [3, 3]], [[3.5, 3.5], [4, 3.5], [4, 4], [3.5, 3.5]]]]",
                                "\"kind\": \"zone\", \"floor\": \"0\", \"type\": \"shelf\", \"grace\": \"8s\", \"minStay\": 3, \"engagedAfter\": \"1m\", \"capacity\": 12"))
                .add(TestPack.feature("wall-1", "LineString", "[[0, 0], [10, 0]]", "\"kind\": \"wall\""))
                .add(TestPack.feature(
                        "a", "Point", "[3, 3]", "\"kind\": \"anchor\", \"floor\": \"0\", \"device\": \"door-1\""))
                .layoutText();
        String degrees = new TestPack(Path.of(""))
                .head("")
                .replace(
                        0,
                        TestPack.floor(
                                "0",
                                "[[[13.4, 52.5], [13.401, 52.5], [13.401, 52.5005], [13.4, 52.5005], [13.4, 52.5]]]"))
                .replace(
                        1,
                        TestPack.zone(
                                "fruit", "0", "[[[13.4, 52.5], [13.4005, 52.5], [13.4005, 52.5005], [13.4, 52.5]]]"))
                .replace(
                        2,
                        TestPack.zone(
                                "till", "0", "[[[13.4005, 52.5], [13.401, 52.5], [13.401, 52.5005], [13.4005, 52.5]]]"))
                .replace(3, TestPack.door("main", "0", "[[13.4001, 52.5], [13.4002, 52.5]]"))
                .layoutText();
        return List.of(bytes(metres), bytes(everything), bytes(degrees));
    }

    private static List<byte[]> stores() {
        return List.of(
                bytes(TestPack.STORE),
                bytes(
                        """
                store: corner
                name: Corner shop
                timezone: America/Los_Angeles
                dayCut: "04:00"
                parameters: {bridge: 5s, grace: 5s, minStay: 5s, engagedAfter: 15s, visitGap: 5m, bounceUnder: 60s, cellSize: 0.5, maxSpeed: 6.0, doorBand: 0.3}
                gateways: [gw-1, gw-2]
                devices:
                - {id: door-1, kind: door, door: main, interval: 1m, slack: 2s}
                - {id: cam-3, kind: track, floor: "0", homography: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]}
                - {id: anchor-7, kind: beacon, x: 12.0, y: 4.5, floor: "0"}
                funnels:
                - {id: promo, steps: [{zone: fruit}, {zone: [fruit, till], minDwell: 5s}, 'door:in', receipt], within: 45m}
                """));
    }

    private static List<String> words() {
        return List.of(
                "floor",
                "zone",
                "door",
                "kind",
                "floor",
                "frame",
                "validFrom",
                "Polygon",
                "coordinates",
                "features",
                "homography",
                "timezone",
                "steps",
                "23h",
                "1e9h",
                "? ",
                "- ",
                ": ",
                "%YAML 9.9\n",
                "!!set ");
    }

    private static Optional<String> readLayout(byte[] input) {
        FaultList faults = new FaultList("layout.geojson");
        LayoutReader reader = LayoutReader.read(input, Parameters.DEFAULTS, faults);
        Layout layout = reader.layout();
        if (layout == null) {
            return refusal(faults);
        }
        for (Floor floor : layout.floors()) {
            Grid grid = floor.grid();
            if (floor.outline().isEmpty() || grid.column((int) (grid.centreXMetres(0) * 1_000)) != 0) {
                throw new IllegalStateException("a floor without a cell: " + grid);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> readStore(byte[] input) {
        FaultList faults = new FaultList("store.yaml");
        return StoreConfigReader.read(input, faults).config() == null ? refusal(faults) : Optional.empty();
    }

    private static Optional<String> refusal(FaultList faults) {
        return Optional.of(faults.all().stream()
                .filter(Fault::isError)
                .findFirst()
                .map(Fault::message)
                .orElseThrow(() -> new IllegalStateException("refused without a fault")));
    }

    @Provide
    Arbitrary<byte[]> someLayouts() {
        return layouts.inputs();
    }

    @Provide
    Arbitrary<byte[]> someStores() {
        return stores.inputs();
    }

    @Property(tries = 2_000, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anyLayout_isReadOrRefused(@ForAll("someLayouts") byte[] input) {
        layouts.judge(input);
    }

    @Property(tries = 2_000, seed = SEED, shrinking = ShrinkingMode.OFF)
    void anyStoreFile_isReadOrRefused(@ForAll("someStores") byte[] input) {
        stores.judge(input);
    }

    /** Every value has a place; the place is not written down for each. */
    @Example
    void longKeyOverManyValues_takesMemoryInProportion() {
        layouts.judge(bytes("{\"" + "k".repeat(30_000) + "\": [" + "0,".repeat(15_000) + "0]}"));
    }

    @Example
    void moreStepsThanAFunnelMayHave_areRefused() {
        assertThat(refusal(TestPack.STORE + "  - zone: till\n".repeat(63)))
                .hasValue("A funnel has at most 64 'steps' but this has 65.");
    }

    @Example
    void moreGatewaysThanAStoreMayHave_areRefused() {
        String gateways =
                IntStream.rangeClosed(0, 1_000).mapToObj(i -> "gw-" + i).collect(Collectors.joining(", "));

        assertThat(refusal(TestPack.STORE + "gateways: [" + gateways + "]\n"))
                .hasValue("A store has at most 1000 'gateways' but this has 1001.");
    }

    private static Optional<String> refusal(String store) {
        return readStore(bytes(store));
    }

    /** In degrees nobody checks each position in metres. */
    @Example
    void floorOverHalfTheEarth_isRefused() {
        String layout = new String(layouts().get(2), StandardCharsets.UTF_8);

        assertThat(readLayout(bytes(layout.replaceFirst("13.401, 52.5005", "113.401, 52.5005"))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("large: if these are metres"));
    }

    @Example
    void longRun_ifAskedFor() {
        layouts.runIfAsked(0.02);
        stores.runIfAsked(0.02);
    }
}
