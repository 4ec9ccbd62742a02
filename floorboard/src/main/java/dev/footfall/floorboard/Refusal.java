package dev.footfall.floorboard;

/** An answer other than the one asked for: an HTTP status and a sentence for people. */
final class Refusal extends Exception {
    private static final long serialVersionUID = 1;

    static final int BAD_REQUEST = 400;
    static final int NOT_FOUND = 404;
    static final int MISDIRECTED = 421;
    static final int BAD_GATEWAY = 502;

    private final int status;

    private Refusal(int status, String message) {
        super(message);
        this.status = status;
    }

    static Refusal badRequest(String message) {
        return new Refusal(BAD_REQUEST, message);
    }

    static Refusal notFound(String message) {
        return new Refusal(NOT_FOUND, message);
    }

    static Refusal misdirected(String message) {
        return new Refusal(MISDIRECTED, message);
    }

    static Refusal badGateway(String message) {
        return new Refusal(BAD_GATEWAY, message);
    }

    int status() {
        return status;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
