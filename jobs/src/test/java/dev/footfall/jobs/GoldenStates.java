package dev.footfall.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The states that the golden files hold; its main writes those files, for a new version of a state only. */
final class GoldenStates {
    private GoldenStates() {}

    /** Writes the states of today's code to a folder. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path packs = Files.createTempDirectory("golden-states");
        for (Map.Entry<String, byte[]> state : busy(packs).chain().save().entrySet()) {
            Files.write(folder.resolve(file(state.getKey())), state.getValue());
        }
    }

    private static String file(String operator) {
        return "state-v1-" + operator + ".bin";
    }

    /** A run that has come to the moment of the golden states. */
    static StoreRun busy(Path folder) throws IOException {
        StoreRun run = new StoreRun(BusyStore.pack(folder, "shop"), Cadence.LIVE);
        BusyStore.untilHalfPastFour(run);
        return run;
    }

    /** The golden states of those operators. */
    static Map<String, byte[]> read(Iterable<String> operators) throws IOException {
        Map<String, byte[]> states = new TreeMap<>();
        for (String operator : operators) {
            try (InputStream in = Objects.requireNonNull(
                    GoldenStates.class.getResourceAsStream("/golden/" + file(operator)), operator)) {
                states.put(operator, in.readAllBytes());
            }
        }
        return states;
    }
}
