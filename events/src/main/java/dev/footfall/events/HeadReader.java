package dev.footfall.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gathers the keys of a frame's or a tick's head, whatever their order. */
final class HeadReader {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, Long> numbers = new HashMap<>();

    /** Takes the value that the parser stands on, if the key belongs to a head. */
    boolean take(String key, JsonParser in) throws IOException, MalformedFrameException {
        switch (key) {
            case "store", "gateway", "epoch" -> texts.put(key, text(key, in));
            case "seq", "next", "oldest", "watermark" -> numbers.put(key, number(key, in));
            case "v" -> numbers.put(key, version(in));
            default -> {
                return false;
            }
        }
        return true;
    }

    /** Whether all keys of a frame's header, or of a tick, are there. */
    boolean isComplete() {
        return texts.size() == 3
                && numbers.containsKey("v")
                && numbers.containsKey("oldest")
                && numbers.containsKey("watermark")
                && (numbers.containsKey("seq") || numbers.containsKey("next"));
    }

    FrameHead head() throws MalformedFrameException {
        if (numbers.containsKey("seq") == numbers.containsKey("next")) {
            throw new MalformedFrameException(false, -1, "a frame has seq, a tick has next, this has both or neither");
        }
        try {
            Long seq = numbers.get("seq");
            return seq != null
                    ? new FrameHeader(
                            text("store"), text("gateway"), text("epoch"), seq, number("oldest"), number("watermark"))
                    : new Tick(
                            text("store"),
                            text("gateway"),
                            text("epoch"),
                            number("next"),
                            number("oldest"),
                            number("watermark"));
        } catch (OutOfRangeException e) {
            throw new MalformedFrameException(false, -1, "header: " + e.getMessage());
        }
    }

    private String text(String key) throws MalformedFrameException {
        return present(key, texts.get(key));
    }

    private long number(String key) throws MalformedFrameException {
        if (!numbers.containsKey("v")) {
            throw missing("v");
        }
        return present(key, numbers.get(key));
    }

    private static <T> T present(String key, @Nullable T value) throws MalformedFrameException {
        if (value == null) {
            throw missing(key);
        }
        return value;
    }

    private static MalformedFrameException missing(String key) {
        return new MalformedFrameException(false, -1, "header without " + key);
    }

    private static String text(String key, JsonParser in) throws IOException, MalformedFrameException {
        if (in.currentToken() != JsonToken.VALUE_STRING) {
            throw wrongType(key, in, "a string");
        }
        return in.getText();
    }

    private static long version(JsonParser in) throws IOException, MalformedFrameException {
        long version = number("v", in);
        if (version != FrameLayout.VERSION) {
            throw new UnknownFrameVersionException(
                    version, in.currentTokenLocation().getByteOffset());
        }
        return version;
    }

    private static long number(String key, JsonParser in) throws IOException, MalformedFrameException {
        if (in.currentToken() != JsonToken.VALUE_NUMBER_INT) {
            throw wrongType(key, in, "an integer");
        }
        return in.getLongValue();
    }

    private static MalformedFrameException wrongType(String key, JsonParser in, String wanted) {
        return new MalformedFrameException(
                false, in.currentTokenLocation().getByteOffset(), "header: " + key + " must be " + wanted);
    }
}
