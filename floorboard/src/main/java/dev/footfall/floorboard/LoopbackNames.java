package dev.footfall.floorboard;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The names by which a server on a loopback address may be asked. Any other is one that somebody lets point at this machine, so that
 * their page may read what only this machine should (DNS rebinding).
 */
final class LoopbackNames {
    private static final Pattern HOST =
            Pattern.compile("(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

    private LoopbackNames() {}

    /**
     * Checks a request's header {@code Host}, a name or address with a port or without.
     *
     * @throws Refusal when it is none of this machine's, or absent
     */
    static void check(@Nullable String host) throws Refusal {
        if (host == null || !HOST.matcher(host).matches()) {
            throw Refusal.misdirected(
                    "This floorboard answers to localhost, 127.0.0.1 and [::1] only, but was asked for "
                            + (host == null ? "no host" : "'" + host + "'")
                            + "; a proxy before it must send 'Host: localhost'.");
        }
    }
}
