package dev.footfall.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The states that the golden files hold; its main writes those of today's versions, for a new version of a state only. */
final class GoldenStates {
    /** The first version of every state. */
    static final int FIRST = 1;

    private GoldenStates() {}

    /** Writes the states of today's code to a folder, but for those whose version is there. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Path packs = Files.createTempDirectory("golden-states");
        for (Map.Entry<String, byte[]> state : busy(packs).chain().save().entrySet()) {
            Path file = folder.resolve(file(state.getKey(), version(state.getValue())));
            if (!Files.exists(file)) {
                Files.write(file, state.getValue());
            }
        }
    }

    private static String file(String operator, int version) {
        return "state-v" + version + "-" + operator + ".bin";
    }

    private static int version(byte[] state) {
        return ByteBuffer.wrap(state).getInt();
    }

    /** A run that has come to the moment of the golden states. */
    static StoreRun busy(Path folder) throws IOException {
        StoreRun run = new StoreRun(BusyStore.pack(folder, "shop"), Cadence.LIVE);
        BusyStore.untilHalfPastFour(run);
        return run;
    }

    /** The golden states in the versions of states that today's code wrote. */
    static Map<String, byte[]> ofToday(Map<String, byte[]> today) throws IOException {
        Map<String, byte[]> states = new TreeMap<>();
        for (Map.Entry<String, byte[]> state : today.entrySet()) {
            states.put(state.getKey(), read(state.getKey(), version(state.getValue())));
        }
        return states;
    }

    /** The golden states of those operators in one version, or the last one before it that a state had. */
    static Map<String, byte[]> of(Iterable<String> operators, int version) throws IOException {
        Map<String, byte[]> states = new TreeMap<>();
        for (String operator : operators) {
            byte[] state = null;
            for (int earlier = version; state == null && earlier >= FIRST; earlier--) {
                state = find(operator, earlier);
            }
            states.put(operator, state == null ? read(operator, version) : state);
        }
        return states;
    }

    private static byte[] read(String operator, int version) throws IOException {
        byte[] state = find(operator, version);
        if (state == null) {
            throw new IOException("no golden file " + file(operator, version) + ": a new version needs one");
        }
        return state;
    }

    private static byte @Nullable [] find(String operator, int version) throws IOException {
        try (InputStream in = GoldenStates.class.getResourceAsStream("/golden/" + file(operator, version))) {
            return in == null ? null : in.readAllBytes();
        }
    }
}
