import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Downloads one file for mvnw and checks it: {@code java Download.java ADDRESS FILE SHA512}. Exit 1, and no file, if it
 * cannot be had or is not the one meant. Written in Java because a JDK is all that mvnw presumes.
 */
final class Download {
    private static final int CONNECT_MILLIS = 20_000;
    private static final int SILENCE_MILLIS = 60_000;

    public static void main(String[] arguments) throws Exception {
        String address = arguments[0];
        Path file = Path.of(arguments[1]);
        String expected = arguments[2];
        String actual;
        try {
            actual = fetch(address, file);
        } catch (IOException | IllegalArgumentException cause) {
            Files.deleteIfExists(file);
            System.err.println("mvnw: cannot download " + address + ": " + cause);
            System.exit(1);
            return;
        }
        if (!actual.equals(expected)) {
            Files.delete(file);
            System.err.println("mvnw: " + address + " is not the file it should be: its SHA-512 is " + actual
                    + ", not " + expected + " of .mvn/wrapper/maven-wrapper.properties");
            System.exit(1);
        }
    }

    /** Copies what lies at the address into the file and returns its SHA-512. */
    private static String fetch(String address, Path file) throws Exception {
        URLConnection connection = URI.create(address).toURL().openConnection();
        connection.setConnectTimeout(CONNECT_MILLIS);
        connection.setReadTimeout(SILENCE_MILLIS);
        MessageDigest digest = MessageDigest.getInstance("SHA-512");
        try (InputStream in = new DigestInputStream(connection.getInputStream(), digest)) {
            Files.copy(in, file);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
