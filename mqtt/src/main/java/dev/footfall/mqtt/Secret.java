package dev.footfall.mqtt;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where a secret is: in a file or an environment variable, never on a command line. Only the place is kept, and printed; the secret
 * is read when it is needed.
 *
 * @param inFile whether {@code place} is a file, else an environment variable
 * @param place path of the file, or name of the variable
 */
public record Secret(boolean inFile, String place) implements Serializable {

    /** A secret that is all of a file, but for line ends at its end. */
    public static Secret ofFile(Path file) {
        return new Secret(true, file.toString());
    }

    /** A secret that is the value of an environment variable. */
    public static Secret ofVariable(String name) {
        return new Secret(false, name);
    }

    /**
     * Reads it.
     *
     * @throws IOException when it cannot be read or is empty, with the place and never the secret
     */
    public String read() throws IOException {
        String secret = inFile ? Files.readString(Path.of(place)).stripTrailing() : System.getenv(place);
        if (secret == null || secret.isEmpty()) {
            throw new IOException(this + (secret == null ? " is not set" : " is empty"));
        }
        return secret;
    }

    @Override
    public String toString() {
        return (inFile ? "file " : "environment variable ") + place;
    }
}
