package dev.footfall.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.footfall.simulator.truth.TruthFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    private static final long HOUR = 3_600_000;
    private static final long BEGIN = Demo.opening("supermarket") + 9 * HOUR;

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    @Test
    void advance_sameSeed_sameBytesInHoweverManySteps() {
        String atOnce = digest(messages("supermarket", SensorErrors.DEFAULT, 7, BEGIN, HOUR, HOUR));
        String bySeconds = digest(messages("supermarket", SensorErrors.DEFAULT, 7, BEGIN, HOUR, 700));

        assertThat(bySeconds).isEqualTo(atOnce);
    }

    @Test
    void advance_otherSeed_otherBytes() {
        assertThat(digest(messages("kiosk", SensorErrors.NONE, 8, BEGIN, HOUR, HOUR)))
                .isNotEqualTo(digest(messages("kiosk", SensorErrors.NONE, 9, BEGIN, HOUR, HOUR)));
    }

    @Test
    void advance_messagesInOrderOfReceipt_andSoonAfterWhatTheyTell() {
        for (String store : List.of("supermarket", "fashion", "kiosk")) {
            List<Message> messages = messages(store, SensorErrors.NONE, 3, BEGIN, HOUR / 2, 60_000);

            assertThat(messages).extracting(Message::atMillis).isSorted();
            assertThat(messages).filteredOn(Message::retained).isNotEmpty();
            for (Message message : messages) {
                Told.in(message).forEach(told -> assertThat(message.atMillis() - told.timeMillis())
                        .isBetween(0L, 1_999L));
            }
        }
    }

    @Test
    void truth_whetherSensorsErrOrNot_isTheSame() throws IOException {
        for (SensorErrors errors : SensorErrors.values()) {
            TruthFiles truth = new TruthFiles();
            Simulation simulation =
                    Simulation.of(new SimulationSettings(Demo.store("fashion"), errors, 5, BEGIN, null), truth);
            simulation.advance(BEGIN + HOUR, message -> {});
            simulation.end(message -> {});
            truth.write(folder.resolve(errors.name()));
        }
        for (String file : List.of("visits", "stays", "crossings", "occupancy", "staff")) {
            assertThat(folder.resolve("DEFAULT").resolve(file + ".csv"))
                    .hasSameTextualContentAs(folder.resolve("NONE").resolve(file + ".csv"));
        }
        assertThat(Files.readAllLines(folder.resolve("NONE/stays.csv"))).hasSizeGreaterThan(100);
    }

    @Test
    void of_packWithErrors_tellsThem() throws IOException {
        Path store = Demo.copy("kiosk", folder);
        Files.writeString(store.resolve("layout.geojson"), "{}");

        assertThatThrownBy(() -> Simulation.of(store, SensorErrors.NONE, 1, BEGIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layout.geojson");
    }

    @Test
    void of_unknownSetting_tellsIt() throws IOException {
        Path store = Demo.copy("kiosk", folder, "visitPerDay: 3");

        assertThatThrownBy(() -> Simulation.of(store, SensorErrors.NONE, 1, BEGIN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("visitPerDay is not known");
    }

    private static List<Message> messages(
            String store, SensorErrors errors, long seed, long begin, long length, long step) {
        List<Message> messages = new ArrayList<>();
        Simulation simulation = Simulation.of(Demo.store(store), errors, seed, begin);
        for (long at = begin; at < begin + length; at += step) {
            simulation.advance(Math.min(at + step, begin + length), messages::add);
        }
        simulation.end(messages::add);
        return messages;
    }

    private static String digest(List<Message> messages) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            for (Message message : messages) {
                String line = message.atMillis() + message.topic() + message.retained();
                sha256.update(line.getBytes(StandardCharsets.UTF_8));
                sha256.update(message.payload());
            }
            return HexFormat.of().formatHex(sha256.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
