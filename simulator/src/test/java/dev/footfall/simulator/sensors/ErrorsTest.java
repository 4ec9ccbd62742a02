package dev.footfall.simulator.sensors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footfall.simulator.Demo;
import dev.footfall.simulator.Message;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import dev.footfall.simulator.Told;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErrorsTest {
    private static final long HOUR = 3_600_000;
    private static final String NOTHING_ELSE =
            "doorMissed: 0, doorTwice: 0, switchesPerHour: 0, lossesPerHour: 0, noise: 0, skew: 0, outagesPerDay: 0";

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit sets it before each test
    private Path folder;

    @Test
    void doorMissed_thatShareIsNotCounted() throws IOException {
        double all = sum(run("kiosk", "doorMissed: 0"), "in");
        double most = sum(run("kiosk", "doorMissed: 0.5"), "in");

        assertThat(all).isGreaterThan(60);
        assertThat(most).isCloseTo(all / 2, Percentage.withPercentage(25));
    }

    @Test
    void doorTwice_thatShareIsCountedTwice() throws IOException {
        assertThat(sum(run("kiosk", "doorTwice: 1"), "out")).isEqualTo(2 * sum(run("kiosk", "doorTwice: 0"), "out"));
    }

    @Test
    void losses_moreTracksAndFewerPoints() throws IOException {
        List<Told> whole = run("fashion", "lossesPerHour: 0");
        List<Told> torn = run("fashion", "lossesPerHour: 60");

        assertThat(tracks(torn)).isGreaterThan(3 * tracks(whole));
        assertThat(count(torn, "track")).isLessThan(count(whole, "track"));
    }

    @Test
    void switches_asManyTracksWithOtherPeople() throws IOException {
        List<Told> right = run("fashion", "switchesPerHour: 0");
        List<Told> wrong = run("fashion", "switchesPerHour: 600");

        assertThat(tracks(wrong)).isEqualTo(tracks(right));
        assertThat(count(wrong, "track")).isEqualTo(count(right, "track"));
        assertThat(wrong.stream().map(Told::json)).isNotEqualTo(right.stream().map(Told::json));
    }

    @Test
    void noise_hasThatDeviation() throws IOException {
        List<Told> right = run("fashion", "noise: 0");
        List<Told> noisy = run("fashion", "noise: 0.2");
        double squares = 0;
        int points = 0;
        for (int n = 0; n < right.size(); n++) {
            if (right.get(n).kind().equals("track")) {
                double off = right.get(n).json().get("x").asDouble()
                        - noisy.get(n).json().get("x").asDouble();
                squares += off * off;
                points++;
            }
        }
        assertThat(Math.sqrt(squares / points)).isCloseTo(0.2, Percentage.withPercentage(5));
    }

    @Test
    void skew_clocksAreOff_butNeverSoFarThatAMessageIsLate() throws IOException {
        List<Message> messages = messages("kiosk", "skew: 2000");
        boolean off = false;
        for (Message message : messages) {
            for (Told told : Told.in(message)) {
                long late = message.atMillis() - told.timeMillis();
                assertThat(late).isLessThan(3_000);
                off |= late < 0;
            }
        }
        assertThat(off).isTrue();
    }

    @Test
    void outages_deviceIsSilentBetweenOfflineAndOnline() throws IOException {
        List<Message> messages = messages("fashion", "outagesPerDay: 100, outageMinutes: 5");
        long silentSince = Long.MAX_VALUE;
        int outages = 0;
        for (Message message : messages) {
            for (Told told : Told.in(message)) {
                if (!told.device().equals("ceiling")) {
                    continue;
                }
                if (told.kind().equals("status")) {
                    boolean offline = told.json().get("state").asText().equals("offline");
                    silentSince = offline ? message.atMillis() : Long.MAX_VALUE;
                    outages += offline ? 1 : 0;
                    assertThat(message.retained()).isTrue();
                } else {
                    assertThat(message.atMillis()).isLessThan(silentSince);
                }
            }
        }
        assertThat(outages).isGreaterThan(1);
    }

    @Test
    void none_doesNotErr_whateverTheFileSays() throws IOException {
        Path store = Demo.copy("kiosk", Files.createTempDirectory(folder, "none"), "errors: {doorMissed: 1}");
        List<Told> told = new ArrayList<>();
        long begin = Demo.opening("kiosk") + 9 * HOUR;
        Simulation.of(store, SensorErrors.NONE, 4, begin)
                .advance(begin + HOUR, message -> told.addAll(Told.in(message)));

        assertThat(sum(told, "in")).isPositive();
    }

    private List<Told> run(String store, String errors) throws IOException {
        return messages(store, errors).stream()
                .flatMap(message -> Told.in(message).stream())
                .toList();
    }

    private List<Message> messages(String store, String errors) throws IOException {
        String key = errors.substring(0, errors.indexOf(':'));
        String others = NOTHING_ELSE.replaceFirst("(^|, )" + key + ": 0", "").replaceFirst("^, ", "");
        Path copy = Demo.copy(
                store, Files.createTempDirectory(folder, "store"), "errors: {" + others + ", " + errors + "}");
        List<Message> messages = new ArrayList<>();
        long begin = Demo.opening(store) + 9 * HOUR;
        Simulation.of(copy, SensorErrors.DEFAULT, 4, begin).advance(begin + 2 * HOUR, messages::add);
        return messages;
    }

    private static double sum(List<Told> told, String field) {
        return told.stream()
                .mapToDouble(event -> event.json().path(field).asDouble(0))
                .sum();
    }

    private static long tracks(List<Told> told) {
        return told.stream()
                .filter(event -> event.kind().equals("track"))
                .map(event -> event.json().get("id").asText())
                .distinct()
                .count();
    }

    private static long count(List<Told> told, String kind) {
        Predicate<Told> wanted = event -> event.kind().equals(kind);
        return told.stream().filter(wanted).count();
    }
}
