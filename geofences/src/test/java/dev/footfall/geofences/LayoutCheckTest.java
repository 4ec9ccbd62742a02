package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each fault of a layout is told with its place; all faults at once. */
class LayoutCheckTest {

    @TempDir
    private Path folder = Path.of("");

    private TestPack pack = new TestPack(folder);

    @BeforeEach
    void startFromASoundPack() {
        pack = new TestPack(folder);
    }

    @Test
    void check_soundPack_findsNothing() throws IOException {
        assertThat(pack.faults()).isEmpty();
    }

    /**
     * <pre>
     *   3,4 ·   · 1,4
     *        \ /
     *         ╳         the ring crosses itself at (2, 3.5)
     *        / \
     *   1,3 ·   · 3,3
     * </pre>
     */
    @Test
    void check_ringThatCrossesItself_namesThePoint() throws IOException {
        pack.add(TestPack.zone("bow", "0", "[[[1, 3], [3, 4], [1, 4], [3, 3], [1, 3]]]"));

        assertThat(pack.faults())
                .containsExactly("error: layout.geojson: features[4].geometry.coordinates (bow), line 6, at (2.0, 3.5):"
                        + " The outline is not valid: Self-intersection. Redraw it there.");
    }

    @Test
    void check_holeOutsideItsShell_namesThePoint() throws IOException {
        pack.add(TestPack.zone(
                "holed", "0", "[[[1, 3], [3, 3], [3, 4], [1, 4], [1, 3]], [[6, 3], [7, 3], [7, 4], [6, 4], [6, 3]]]"));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .contains("(holed)", "at (6.0, 3.0)", "Hole lies outside shell");
    }

    @Test
    void check_openRing_namesItsEnd() throws IOException {
        pack.add(TestPack.zone("open", "0", "[[[1, 3], [3, 3], [3, 4], [1, 4]]]"));

        assertThat(pack.faults())
                .containsExactly(
                        "error: layout.geojson: features[4].geometry.coordinates[0] (open), line 6, at (1.0, 4.0):"
                                + " The ring is not closed: repeat its first position (1.0, 3.0) at its end.");
    }

    @Test
    void check_ringOfTooFewPositions_isAnError() throws IOException {
        pack.add(TestPack.zone("flat", "0", "[[[1, 3], [3, 3], [1, 3]]]"));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .contains("(flat)", "has 3 positions but needs at least four");
    }

    @Test
    void check_positionThatIsNone_isAnError() throws IOException {
        pack.add(TestPack.zone("text", "0", "[[[1, 3], [3, \"3\"], [3, 4], [1, 4], [1, 3]]]"));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .contains("features[4].geometry.coordinates[0][1] (text)", "two numbers");
    }

    @Test
    void check_wrongGeometry_saysWhichIsRight() throws IOException {
        pack.add(TestPack.feature("dot", "Point", "[1, 1]", "\"kind\": \"zone\", \"floor\": \"0\""));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .contains("(dot)", "geometry of a zone must be a Polygon or MultiPolygon but is 'Point'");
    }

    @Test
    void check_missingGeometry_isAnError() throws IOException {
        pack.add("{\"type\": \"Feature\", \"id\": \"ghost\", \"properties\": {\"kind\": \"zone\", \"floor\": \"0\"},"
                + " \"geometry\": null}");

        assertThat(pack.faults()).singleElement().asString().contains("features[4] (ghost)", "geometry is missing");
    }

    /**
     * <pre>
     *   ┌────────┐
     *   │ floor  │    ───  the door
     *   └────────┘
     * </pre>
     */
    @Test
    void check_doorOffItsFloor_isAnError() throws IOException {
        pack.add(TestPack.door("far", "0", "[[12, 1], [14, 1]]"));

        assertThat(pack.faults())
                .containsExactly("error: layout.geojson: features[4] (far), line 6, at (12.0, 1.0):"
                        + " The door lies off its floor '0': move it, or name the right floor.");
    }

    @Test
    void check_doorPartlyOffItsFloor_isAWarning() throws IOException {
        pack.add(TestPack.door("long", "0", "[[9, 1], [14, 1]]"));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .startsWith("warning: ")
                .contains("(long)", "partly off");
    }

    @Test
    void check_doorOfThreePoints_isAnError() throws IOException {
        pack.add(TestPack.door("bent", "0", "[[1, 1], [2, 1], [3, 2]]"));

        assertThat(pack.faults()).singleElement().asString().contains("(bent)", "two different points but has 3");
    }

    @Test
    void check_doorOfOnePointTwice_isAnError() throws IOException {
        pack.add(TestPack.door("dot", "0", "[[1, 1], [1, 1]]"));

        assertThat(pack.faults()).singleElement().asString().contains("(dot)", "has 2 equal ones");
    }

    @Test
    void check_zoneOffItsFloor_isAnError() throws IOException {
        pack.add(TestPack.zone("away", "0", "[[[12, 1], [14, 1], [14, 2], [12, 2], [12, 1]]]"));

        assertThat(pack.faults())
                .containsExactly("error: layout.geojson: features[4] (away), line 6, at (13.0, 1.5):"
                        + " The zone lies off its floor '0': move it, or name the right floor.");
    }

    /**
     * <pre>
     *   ┌─────────┐
     *   │ floor ┌─┼──┐
     *   │       │ │  │  at: a point of the part that is off
     *   └───────┴─┴──┘
     * </pre>
     */
    @Test
    void check_zonePartlyOffItsFloor_isAWarning() throws IOException {
        pack.add(TestPack.zone("over", "0", "[[[9, 1], [12, 1], [12, 2], [9, 2], [9, 1]]]"));

        assertThat(pack.faults())
                .containsExactly("warning: layout.geojson: features[4] (over), line 6, at (11.0, 1.5):"
                        + " The zone lies partly off its floor '0'.");
        assertThat(pack.readAgain().pack()).isNotNull();
    }

    /**
     * <pre>
     *   ┌───┐ ┌──┐
     *   │   │ └──┘  in the corner that the floor leaves free: off the outline, but on the grid
     *   │   └────┐
     *   └────────┘
     * </pre>
     */
    @Test
    void check_zoneOffTheOutlineButWithinItsBox_isAWarning() throws IOException {
        pack.replace(0, TestPack.floor("0", "[[[0, 0], [20, 0], [20, 2], [10, 2], [10, 6], [0, 6], [0, 0]]]"))
                .add(TestPack.zone("free", "0", "[[[12, 3], [14, 3], [14, 5], [12, 5], [12, 3]]]"));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .startsWith("warning: ")
                .contains("(free)", "wholly off the outline");
    }

    @Test
    void check_unknownFloor_namesTheKnown() throws IOException {
        pack.add(TestPack.zone("attic", "9", "[[[1, 3], [3, 3], [3, 4], [1, 3]]]"));

        assertThat(pack.faults())
                .containsExactly("error: layout.geojson: features[4].properties.floor (attic), line 6:"
                        + " There is no floor '9'; known are 0.");
    }

    @Test
    void check_sameIdTwice_namesTheFirst() throws IOException {
        pack.add(TestPack.zone("till", "0", "[[[1, 3], [3, 3], [3, 4], [1, 3]]]"));

        assertThat(pack.faults())
                .containsExactly(
                        "error: layout.geojson: features[4] (till), line 6: The zone at features[2] has the same id: rename one.");
    }

    @Test
    void check_twoFloorsOfOneName_isAnError() throws IOException {
        pack.add(TestPack.feature(
                "again", "Polygon", "[[[0, 0], [10, 0], [10, 6], [0, 0]]]", "\"kind\": \"floor\", \"floor\": 0"));

        assertThat(pack.faults()).singleElement().asString().contains("(again)", "There are two floors '0'");
    }

    @Test
    void check_reservedZoneIds_areErrors() throws IOException {
        pack.add(TestPack.zone("start", "0", "[[[1, 3], [3, 3], [3, 4], [1, 3]]]"))
                .add(TestPack.zone("end", "0", "[[[1, 3], [3, 3], [3, 4], [1, 3]]]"));

        assertThat(pack.faults()).hasSize(2).allMatch(fault -> fault.contains("names an end of every flow"));
    }

    @Test
    void check_zoneIdThatIsNoIdentifier_isAnError() throws IOException {
        pack.add(TestPack.zone("Obst & Gemüse", "0", "[[[1, 3], [3, 3], [3, 4], [1, 3]]]"));

        assertThat(pack.faults()).singleElement().asString().contains("must be 1 to 64 characters", "Obst & Gemüse");
    }

    @Test
    void check_badDurationOfAZone_namesTheKey() throws IOException {
        pack.add(TestPack.zone("slow", "0", "[[[1, 3], [3, 3], [3, 4], [1, 3]]]", "\"grace\": \"5 parsecs\""));

        assertThat(pack.faults())
                .containsExactly(
                        "error: layout.geojson: features[4].properties.grace (slow), line 6: This must be a duration,"
                                + " a number with ms, s, m or h (bare: seconds), in whole milliseconds, but is '5 parsecs'.");
    }

    @Test
    void check_pathThatIsNoBoolean_isAnError() throws IOException {
        pack.add(TestPack.zone("yes", "0", "[[[1, 3], [3, 3], [3, 4], [1, 3]]]", "\"path\": \"yes\""));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .contains("properties.path (yes)", "true or false but is 'yes'");
    }

    @Test
    void check_anchorOfAnUnknownDevice_isAnError() throws IOException {
        pack.add(TestPack.feature(
                "a7", "Point", "[1, 1]", "\"kind\": \"anchor\", \"floor\": \"0\", \"device\": \"anchor-7\""));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .contains("(a7)", "There is no device 'anchor-7' in store.yaml");
    }

    @Test
    void check_unknownKind_isAWarning() throws IOException {
        pack.add(TestPack.feature("plant", "Point", "[1, 1]", "\"kind\": \"plant\""))
                .add(TestPack.feature("wall", "LineString", "[[1, 1], [2, 2]]", "\"kind\": \"wall\""));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .startsWith("warning: ")
                .contains("(plant)", "'plant'");
    }

    @Test
    void check_featureWithoutKind_isAnError() throws IOException {
        pack.add(TestPack.feature("what", "Point", "[1, 1]", "\"name\": \"what\""));

        assertThat(pack.faults()).singleElement().asString().contains("properties (what)", "'kind' is missing");
    }

    @Test
    void check_layoutWithoutFloor_isAnError() throws IOException {
        pack.write();
        pack.write("layout.geojson", "{\"type\": \"FeatureCollection\", \"features\": []}");

        assertThat(pack.readAgain().faults())
                .extracting(Fault::message)
                .anyMatch(message -> message.contains("no floor"));
    }

    @Test
    void check_floorOfTooManyCells_saysWhatToDo() throws IOException {
        pack.replace(0, TestPack.floor("0", "[[[0, 0], [2000, 0], [2000, 2000], [0, 2000], [0, 0]]]"));

        assertThat(pack.faults())
                .singleElement()
                .asString()
                .contains("(floor-0)", "2000 m by 2000 m", "more than 4000000 cells", "enlarge 'cellSize'");
    }

    @Test
    void check_positionOffTheEarth_asksForTheFrame() throws IOException {
        pack.head("").replace(0, TestPack.floor("0", "[[[0, 0], [1000, 0], [1000, 600], [0, 600], [0, 0]]]"));

        assertThat(pack.faults()).anyMatch(fault -> fault.contains("metres need the member 'frame'"));
    }

    @Test
    void check_floorOfWholeDegrees_asksForTheFrame() throws IOException {
        pack.head("");

        assertThat(pack.faults()).anyMatch(fault -> fault.contains("10.0° by 6.0° large: if these are metres"));
    }

    @Test
    void check_frameOfAnotherUnit_isAnError() throws IOException {
        pack.head("\"frame\": {\"unit\": \"ft\"}");

        assertThat(pack.faults())
                .containsExactly(
                        "error: layout.geojson: frame.unit, line 1: The unit must be \"m\": give coordinates in metres.");
    }

    @Test
    void check_anchorOfTheFrameWithoutLatitude_isAnError() throws IOException {
        pack.head("\"frame\": {\"unit\": \"m\", \"anchor\": {\"lon\": 200}}");

        assertThat(pack.faults())
                .containsExactly(
                        "error: layout.geojson: frame.anchor, line 1: 'lat' is missing: say it.",
                        "error: layout.geojson: frame.anchor.lon, line 1: This must be from -180.0 to 180.0 but is 200.");
    }

    @Test
    void check_validFromWithoutOffset_isAnError() throws IOException {
        pack.head("\"frame\": {\"unit\": \"m\"}, \"validFrom\": \"2026-01-01\"");

        assertThat(pack.faults()).singleElement().asString().contains("validFrom, line 1", "'2026-01-01'");
    }

    @Test
    void check_jsonSyntax_namesLineAndColumn() throws IOException {
        pack.write();
        pack.write("layout.geojson", "{\"type\": \"FeatureCollection\",\n \"features\": [NaN]}");

        assertThat(pack.readAgain().faults())
                .singleElement()
                .asString()
                .startsWith("error: layout.geojson: line 2, column ")
                .contains("This is not JSON");
    }

    @Test
    void check_notUtf8_isAnError() throws IOException {
        pack.write();
        Files.write(folder.resolve("layout.geojson"), "{\"type\": \"\u00ff\"}".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(pack.readAgain().faults()).singleElement().asString().contains("layout.geojson", "This is not JSON");
    }

    @Test
    void check_keyTwice_isAnError() throws IOException {
        pack.add(TestPack.zone("twice", "0", "[[[1, 3], [3, 3], [3, 4], [1, 3]]]", "\"path\": true, \"path\": false"));

        assertThat(pack.faults()).singleElement().asString().contains("features[4].properties.path", "twice: keep one");
    }

    @Test
    void check_manyFaults_areAllToldAtOnce() throws IOException {
        pack.add(TestPack.zone("bow", "0", "[[[1, 3], [3, 4], [1, 4], [3, 3], [1, 3]]]"))
                .add(TestPack.door("far", "0", "[[12, 1], [14, 1]]"))
                .add(TestPack.zone("till", "7", "[[[1, 3], [3, 3], [3, 4], [1, 3]]]"))
                .inStore("zone: fruit", "zone: fruits")
                .inStore("name: Corner shop", "name: Corner shop\nparameters: {visitGap: 1s, graze: 5s}");

        assertThat(pack.faults())
                .hasSize(7)
                .anyMatch(fault -> fault.contains("(bow)"))
                .anyMatch(fault -> fault.contains("(far)"))
                .anyMatch(fault -> fault.contains("There is no floor '7'"))
                .anyMatch(fault -> fault.contains("has the same id"))
                .anyMatch(fault -> fault.contains("No layout has a zone 'fruits'"))
                .anyMatch(fault -> fault.contains("Nothing reads 'graze' here"))
                .anyMatch(fault -> fault.contains("visitGap is 1s but must be at least 10s"));
    }

    @Test
    void check_oneFileOfAPack_tellsItsOwnFaultsInTheCompanyOfTheOthers() throws IOException {
        pack.add(TestPack.door("far", "0", "[[12, 1], [14, 1]]"))
                .inStore("zone: fruit", "zone: fruits")
                .write();

        assertThat(LayoutCheck.check(folder)).hasSize(2);
        assertThat(LayoutCheck.check(folder.resolve("layout.geojson")))
                .extracting(Fault::file)
                .containsExactly("layout.geojson");
        assertThat(LayoutCheck.check(folder.resolve("store.yaml")))
                .extracting(Fault::file)
                .containsExactly("store.yaml");
    }

    @Test
    void check_looseFiles_areCheckedAlone() throws IOException {
        pack.write("new.geojson", pack.layoutText()).write("new.yaml", TestPack.STORE);

        assertThat(LayoutCheck.check(folder.resolve("new.geojson"))).isEmpty();
        assertThat(LayoutCheck.check(folder.resolve("new.yaml"))).isEmpty();
    }

    @Test
    void check_missingFile_isAnError() {
        assertThat(LayoutCheck.check(folder.resolve("none.geojson")))
                .isEqualTo(List.of(new Fault(Severity.ERROR, "none.geojson", "", "There is no such file or folder.")));
    }

    @Test
    void check_onlyImdf_saysWhatToDo() throws IOException {
        pack.write("store.yaml", TestPack.STORE).write("layout.imdf.zip", "PK");

        assertThat(pack.readAgain().faults())
                .extracting(Fault::toString)
                .containsExactly(
                        "warning: layout.imdf.zip: This build does not read IMDF: export the layout as GeoJSON.",
                        "error: layout.geojson: The folder has no layout.geojson: add one.");
    }

    @Test
    void check_layoutThatCannotBeRead_isAnError() throws IOException {
        pack.write("store.yaml", TestPack.STORE);
        Files.createDirectory(folder.resolve("layout.geojson"));

        assertThat(pack.readAgain().faults())
                .singleElement()
                .asString()
                .startsWith("error: layout.geojson: The file cannot be read");
    }

    @Test
    void check_emptyFolder_saysWhatIsMissing() {
        assertThat(LayoutCheck.check(folder))
                .extracting(Fault::message)
                .containsExactly(
                        "The folder has no store.yaml: add one.", "The folder has no layout.geojson: add one.");
    }
}
