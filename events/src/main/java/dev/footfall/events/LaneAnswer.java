package dev.footfall.events;

import java.util.Optional;

/**
 * What a group of jobs says to a gateway on {@link Topics#acks}: JSON {@code {"epoch", "next", "run"}}, retained, for a {@link Mark}, or
 * {@code {"epoch", "from", "run"}}, not retained, for a {@link Request}.
 */
public sealed interface LaneAnswer {
    /** The spool whose numbers are meant. */
    String epoch();

    /** Which start of the reader speaks: another number means that it began anew. */
    long run();

    /** Every frame below {@code next} is safe: it is part of a completed checkpoint. */
    record Mark(String epoch, long next, long run) implements LaneAnswer {
        public Mark {
            Identifiers.check("epoch", epoch);
            check("next", next);
        }
    }

    /** The frame {@code from} did not come: send it and what follows once more. Confirms nothing. */
    record Request(String epoch, long from, long run) implements LaneAnswer {
        public Request {
            Identifiers.check("epoch", epoch);
            check("from", from);
        }
    }

    private static void check(String field, long number) {
        if (number < 0) {
            throw new OutOfRangeException(field, number, "at least 0");
        }
    }

    /** The answer as JSON. */
    default byte[] toJson() {
        return LaneAnswerJson.write(this);
    }

    /** Reads an answer; empty when it is none. Keys that are not known are passed over. */
    static Optional<LaneAnswer> parse(byte[] json) {
        return LaneAnswerJson.parse(json);
    }
}
