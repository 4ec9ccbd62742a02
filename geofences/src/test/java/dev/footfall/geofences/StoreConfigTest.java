package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.events.Kind;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code store.yaml} may say, and the place of what it may not. */
class StoreConfigTest {

    @TempDir
    private Path folder = Path.of("");

    private TestPack pack = new TestPack(folder);

    @BeforeEach
    void startFromASoundPack() {
        pack = new TestPack(folder);
    }

    @Test
    void read_littleSaid_hasTheDefaults() throws IOException {
        StoreConfig config = pack.pack().config();

        assertThat(config.timezone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(config.dayCut()).isEqualTo(LocalTime.of(4, 0));
        assertThat(config.parameters()).isEqualTo(Parameters.DEFAULTS);
        assertThat(config.gateways()).containsExactly("corner");
        assertThat(config.devices())
                .containsExactly(
                        new DeviceConfig("door-1", Kind.DOOR, 2_000, 60_000, 60_000, "main", null, null, null, null),
                        new DeviceConfig("cam-1", Kind.TRACK, 2_000, 60_000, 60_000, null, "0", null, null, null));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "door: main}|door: main, interval: 30s}|60000",
                "door: main}|door: main, interval: 15m}|900000",
                "door: main}|door: main, interval: 15m, heartbeat: 20s}|20000",
            })
    void read_heartbeatOfADoorCounter_isNoLessThanItsIntervalUnlessSaid(String from, String to, long heartbeatMillis)
            throws IOException {
        StoreConfig config = pack.inStore(from, to).pack().config();

        assertThat(config.devices().get(0).heartbeatMillis()).isEqualTo(heartbeatMillis);
    }

    @Test
    void read_parameters_areAllTaken() throws IOException {
        pack.inStore(
                "name:",
                """
                parameters:
                  bridge: 1
                  grace: 1500ms
                  minStay: "2s"
                  engagedAfter: 0.5m
                  visitGap: 1h
                  bounceUnder: 2.5
                  cellSize: 0.25
                  maxSpeed: 6
                  doorBand: "0.2"
                name:""");

        assertThat(pack.pack().config().parameters())
                .isEqualTo(new Parameters(1_000, 1_500, 2_000, 30_000, 3_600_000, 2_500, 250, 6_000, 200));
    }

    @ParameterizedTest
    @CsvSource({
        "04:00,04:00",
        "'\"04:00\"',04:00",
        "'''4:30''',04:30",
        "4:30,04:30",
        "23:59:30,23:59:30",
        "240,04:00",
        "14400,04:00",
        "00:00,00:00",
        "0,00:00"
    })
    void read_dayCut_howeverYamlTakesIt(String written, String meant) throws IOException {
        pack.inStore("name:", "dayCut: " + written + "\nname:");

        assertThat(pack.pack().config().dayCut()).isEqualTo(LocalTime.parse(meant));
    }

    @ParameterizedTest
    @CsvSource({"24:00", "four", "'[4]'", "86400", "04:60"})
    void read_dayCutThatIsNoTime_isAnError(String written) throws IOException {
        pack.inStore("name:", "dayCut: " + written + "\nname:");

        assertThat(pack.faults()).singleElement().asString().startsWith("error: store.yaml: dayCut, line 2");
    }

    @Test
    void read_idsThatLookLikeNumbers_staySpelledAsTheyAre() throws IOException {
        pack.inStore("store: corner", "store: 007")
                .inStore("id: cam-1", "id: 0x10")
                .inStore("'0'", "0");

        StoreConfig config = pack.pack().config();

        assertThat(config.store()).isEqualTo("007");
        assertThat(config.gateways()).containsExactly("007");
        assertThat(config.devices().get(1).id()).isEqualTo("0x10");
        assertThat(config.devices().get(1).floor()).isEqualTo("0");
    }

    @Test
    void read_funnelSteps_inEveryForm() throws IOException {
        pack.inStore(
                "  - zone: fruit\n  - zone: till\n",
                """
                  - door:in
                  - {zone: [fruit, till], minDwell: 5s}
                  - {zone: till, name: pay}
                  - {door: in}
                  - {event: receipt, name: bought}
                  - touchpoint
                  within: 45m
                """
                        .indent(2)
                        .replace("    within", "  within"));

        FunnelConfig funnel = pack.pack().config().funnels().get(0);

        assertThat(funnel.withinMillis()).isEqualTo(45 * 60_000);
        assertThat(funnel.steps())
                .containsExactly(
                        new StepConfig("1-door:in", Set.of(), StepEvent.DOOR_IN, 0),
                        new StepConfig("2-fruit+till", Set.of("fruit", "till"), null, 5_000),
                        new StepConfig("3-pay", Set.of("till"), null, 0),
                        new StepConfig("4-door:in", Set.of(), StepEvent.DOOR_IN, 0),
                        new StepConfig("5-bought", Set.of(), StepEvent.RECEIPT, 0),
                        new StepConfig("6-touchpoint", Set.of(), StepEvent.TOUCHPOINT, 0));
    }

    @Test
    void read_homography_mapsPixels() throws IOException {
        pack.inStore("kind: track,", "kind: track, homography: [[0.01, 0, 1], [0, -0.01, 5], [0, 0, 1]],");

        assertThat(pack.pack().config().devices().get(1).calibration()).satisfies(calibration -> {
            assertThat(Objects.requireNonNull(calibration).xMetres(100, 200)).isEqualTo(2);
            assertThat(calibration.yMetres(100, 200)).isEqualTo(3);
        });
    }

    @Test
    void read_homographyThatCannotBeInverted_isAnError() throws IOException {
        pack.inStore("kind: track,", "kind: track, homography: [[1, 0, 1], [2, 0, 2], [0, 0, 1]],");

        assertThat(pack.faults()).singleElement().asString().contains("devices[1].homography (cam-1)", "invertible");
    }

    @Test
    void read_homographyOfTwoRows_isAnError() throws IOException {
        pack.inStore("kind: track,", "kind: track, homography: [[1, 0, 1], [2, 0, 2]],");

        assertThat(pack.faults()).singleElement().asString().contains("three rows of three numbers");
    }

    @Test
    void read_oneDeviceOfTwoKinds_isListedTwice() throws IOException {
        pack.inStore("funnels:", "- {id: cam-1, kind: shelf}\nfunnels:");

        assertThat(pack.pack().config().devices())
                .extracting(DeviceConfig::kind)
                .containsExactly(Kind.DOOR, Kind.TRACK, Kind.SHELF);
    }

    @Test
    void read_oneDeviceTwice_isAnError() throws IOException {
        pack.inStore("funnels:", "- {id: cam-1, kind: track}\nfunnels:");

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .contains("devices[2], line 7", "'cam-1' of kind track is listed twice");
    }

    @Test
    void read_unknownAdapter_isAWarningAndTheRestCounts() throws IOException {
        pack.inStore("funnels:", "- {id: x-1, adapter: xovis, topic: \"xovis/+/data\", door: main}\nfunnels:");

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .startsWith("warning: ")
                .contains("(x-1)", "no adapter 'xovis'");
        assertThat(pack.pack().config().devices()).hasSize(2);
    }

    @Test
    void read_yamlSyntax_namesTheLine() throws IOException {
        pack.inStore("timezone: Europe/Berlin", "timezone: [Europe/Berlin");

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .startsWith("error: store.yaml: line ")
                .contains("This is not YAML");
    }

    @Test
    void read_tabInYaml_namesTheLine() throws IOException {
        pack.inStore("  steps:", "\tsteps:");

        assertThat(pack.faults()).singleElement().asString().startsWith("error: store.yaml: line 9, column 1: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bridge: 0|parameters.bridge, line 2|from 1ms to 24h",
                "grace: -1s|parameters.grace, line 2|must be a duration",
                "minStay: 1500us|parameters.minStay, line 2|must be a duration",
                "cellSize: 0.0005|parameters.cellSize, line 2|from 0.01 to 1000.0",
                "cellSize: 0.3333|parameters.cellSize, line 2|at most three decimals",
                "maxSpeed: fast|parameters.maxSpeed, line 2|must be a number",
                "brigde: 5s|parameters.brigde, line 2|Nothing reads 'brigde' here; known are bridge, grace",
                "visitGap: 9s|parameters.visitGap, line 2|at least 10s, grace (5s) + bridge (5s)",
            })
    void read_badParameter_isAnErrorWithItsKey(String parameter, String where, String message) throws IOException {
        pack.inStore("name:", "parameters: {" + parameter + "}\nname:");

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .startsWith("error: store.yaml: " + where)
                .contains(message);
    }

    /** The longest grace of any zone counts. */
    @Test
    void read_visitGapBelowAZonesGrace_namesTheZone() throws IOException {
        pack.replace(1, TestPack.zone("fruit", "0", "[[[0, 2], [5, 2], [5, 6], [0, 6], [0, 2]]]", "\"grace\": \"6m\""));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .contains(
                        "store.yaml",
                        "visitGap is 5m but must be at least 365s, grace of zone fruit (6m) + bridge (5s)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "store: corner|store: a/b|store, line 1|1 to 64 characters",
                "store: corner|shop: corner|line 1|'store' is missing",
                "name: Corner shop|capacity: 0|capacity, line 2|whole number from 1",
                "name: Corner shop|capacity: 2.5|capacity, line 2|whole number from 1",
                "name: Corner shop|capacity: many|capacity, line 2|must be a number",
                "Europe/Berlin|Europe/Bärlin|timezone, line 3|IANA time zone",
                "timezone: Europe/Berlin|owner: me|line 1|'timezone' is missing",
                "kind: track|kind: radar|devices[1].kind (cam-1), line 6|known are door, track",
                ", kind: track||devices[1] (cam-1), line 6|'kind' is missing",
                "door: main|floor: '0'|devices[0] (door-1), line 5|must say the 'door'",
                "door: main|door: side|devices[0].door (door-1), line 5|No layout has a door 'side'",
                "floor: '0'|floor: '1'|devices[1].floor (cam-1), line 6|No layout has a floor '1'",
                "floor: '0'|slack: 2 weeks|devices[1].slack (cam-1), line 6|must be a duration",
                "floor: '0'|heartbeat: 500ms|devices[1].heartbeat (cam-1), line 6|must be from 1s to 24h",
                "zone: till|zone: tills|funnels[0].steps[1].zone, line 11|No layout has a zone 'tills'",
                "zone: till|zone: []|funnels[0].steps[1].zone, line 11|at least one zone",
                "zone: till|zon: till|funnels[0].steps[1].zon, line 11|Nothing reads 'zon' here",
                "- zone: till|- door:out|funnels[0].steps[1], line 11|'door:out' is no event",
                "zone: till|{event: receipt, minDwell: 5s}|funnels[0].steps[1], line 11|no dwell",
                "id: buy|id: buy it|funnels[0].id, line 8|1 to 64 characters",
            })
    void read_badValue_isAnErrorWithItsPlace(String from, String to, String where, String message) throws IOException {
        pack.inStore(from, to == null ? "" : to);

        assertThat(pack.faults())
                .as(from + " → " + to)
                .anyMatch(fault -> fault.startsWith("error: store.yaml: " + where) && fault.contains(message));
    }

    @Test
    void read_unknownTopKey_isAWarning() throws IOException {
        pack.inStore("name:", "colour: red\nopeningHours: {mo: 8-20}\nexperiments: []\nname:");

        assertThat(pack.faults()).singleElement().asString().startsWith("warning: store.yaml: colour, line 2");
    }

    @Test
    void read_capacity_changesNoDefinitions() throws IOException {
        StorePack unsaid = pack.pack();
        StorePack said = pack.inStore("name:", "capacity: 250\nname:").pack();

        assertThat(unsaid.config().capacity()).isNull();
        assertThat(said.config().capacity()).isEqualTo(250);
        assertThat(said.definitions()).isEqualTo(unsaid.definitions());
    }

    @Test
    void read_gateways_asListed() throws IOException {
        pack.inStore("name:", "gateways: [gw-1, gw-2]\nname:");

        assertThat(pack.pack().config().gateways()).isEqualTo(List.of("gw-1", "gw-2"));
    }
}
