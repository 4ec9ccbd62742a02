package dev.footfall.simulator.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.simulator.Demo;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsFileTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    @SuppressWarnings("NullAway.Init") // set before each test
    private Path store;

    @BeforeEach
    void copy() throws IOException {
        store = Demo.copy("kiosk", folder);
    }

    @Test
    void of_noYaml_tellsFileAndLine() throws IOException {
        Files.writeString(store.resolve("simulation.yaml"), "staff: 0\nvisitsPerDay: [1\n");

        refused()
                .hasMessageStartingWith(store + ": simulation.yaml: line 3, column 1: this is not YAML: ")
                .hasMessageContaining("expected ',' or ']'");
        assertThatThrownBy(() -> Simulation.openingMillis(store, Demo.TUESDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(store + ": simulation.yaml: line 3");
    }

    @Test
    void of_noText_tellsFile() throws IOException {
        Files.write(store.resolve("simulation.yaml"), new byte[] {'a', ':', ' ', (byte) 0xff, (byte) 0xc0, '\n'});

        refused().hasMessageStartingWith(store + ": simulation.yaml: ").hasMessageContaining("this is not YAML");
    }

    @Test
    void of_unreadable_isNoFaultOfItsContent() throws IOException {
        Files.delete(store.resolve("simulation.yaml"));
        Files.createDirectory(store.resolve("simulation.yaml"));

        assertThatThrownBy(this::simulation).isInstanceOf(UncheckedIOException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulation.yaml is [\"a\"] but must be a map of keys; - a",
                "attraction is [\"coffee\"] but must be a map; attraction: [coffee]",
                "eachPerson is \"counter\" but must be a list; eachPerson: counter",
                "cameras.cam-coffee is \"coffee\" but must be a list; cameras: {cam-coffee: coffee}"
            })
    void of_otherShape_isRefused(String messageAndFile) throws IOException {
        int cut = messageAndFile.indexOf("; ");
        Files.writeString(store.resolve("simulation.yaml"), messageAndFile.substring(cut + 2));

        assertThatThrownBy(this::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(messageAndFile.substring(0, cut));
    }

    @Test
    void of_unknownIds_tellsAllOfThem() throws IOException {
        Files.writeString(
                store.resolve("simulation.yaml"),
                """
                entrances: [main, back]
                exits: [side]
                attraction: {coffee: 2, tea: 3, cake: 1}
                passing: {mian: 1500}
                eachPerson: [counter, conter, till-1]
                cameras: {cam-coffee: [coffee, cofee], cam-tea: [drinks]}
                """);

        refused()
                .hasMessage(
                        store
                                + """
                : simulation.yaml: entrances names back but must name doors of the layout
                simulation.yaml: exits names side but must name doors of the layout
                simulation.yaml: attraction names cake, tea but must name zones of the layout
                simulation.yaml: passing names mian but must name doors of the layout
                simulation.yaml: eachPerson names conter, till-1 but must name door counters of store.yaml
                simulation.yaml: cameras names cam-tea but must name shelf cameras of store.yaml
                simulation.yaml: cameras.cam-coffee names cofee but must name zones of the layout""");
    }

    @ParameterizedTest
    @CsvSource({
        "20:00, 06:00, 04:00",
        "02:00, 22:00, 04:00",
        "00:00, 23:59, 04:00",
        "05:00, 03:00, 02:00",
        "07:00, 22:00, 12:00"
    })
    void of_openWhileTheDayBegins_tellsBoth(String from, String to, String dayCut) throws IOException {
        open(from, to, dayCut);

        refused().hasMessageContaining("openingHours are " + from + " to " + to + " but dayCut is " + dayCut);
        assertThatThrownBy(() -> Simulation.openingMillis(store, Demo.TUESDAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(store + ": store.yaml: openingHours");
    }

    @ParameterizedTest
    @CsvSource({"04:00, 22:00, 04:00", "00:00, 04:00, 04:00", "00:00, 23:59, 00:00"})
    void of_opensOrClosesAsTheDayBegins_isFine(String from, String to, String dayCut) throws IOException {
        open(from, to, dayCut);

        assertThatCode(this::simulation).doesNotThrowAnyException();
    }

    @Test
    void of_openOverMidnight_isRefused() throws IOException {
        open("20:00", "02:00", "04:00");

        refused().hasMessageContaining("openingHours are 20:00 to 02:00 but must begin before they end");
    }

    private void open(String from, String to, String dayCut) throws IOException {
        Path file = store.resolve("store.yaml");
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("dayCut: .*", "dayCut: \"" + dayCut + "\"")
                        .replaceFirst(
                                "openingHours: .*", "openingHours: {from: \"" + from + "\", to: \"" + to + "\"}"));
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused() {
        return assertThatThrownBy(this::simulation).isInstanceOf(IllegalArgumentException.class);
    }

    private SettingsFile read() throws IOException {
        return SettingsFile.read(store, LocalTime.of(4, 0));
    }

    private Simulation simulation() {
        return Simulation.of(store, SensorErrors.NONE, 1, Demo.opening("kiosk"));
    }
}
