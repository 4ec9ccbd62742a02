package dev.footfall.mqtt;

/**
 * Who is told what happens to a connection. Calls come from threads of the connection and must not block, nor call {@link Connection#publish} or
 * {@link Connection#close}.
 */
public interface Listener {
    /** Takes a message, which stays the broker's until it is acknowledged. May be called before {@link #connected}, when a session is resumed. */
    void received(Incoming message);

    /** The connection is up and all filters are subscribed. */
    default void connected() {}

    /** The connection was up and is lost; it is being made again. */
    default void disconnected(String why) {}

    /** An attempt to connect failed; the next one follows. */
    default void unreachable(String why) {}
}
