package dev.footfall.gateway.live;

import dev.footfall.mqtt.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The secret of the pseudonyms: the one that was given, else one that was made at the first start and is kept beside the spools. */
final class KeptSecret {
    private static final String FILE = "secret";
    private static final int BYTES = 32;
    private static final FileAttribute<Set<PosixFilePermission>> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private KeptSecret() {}

    static byte[] of(@Nullable Secret given, Path spool) throws IOException {
        if (given != null) {
            return given.read().getBytes(StandardCharsets.UTF_8);
        }
        Path file = Files.createDirectories(spool).resolve(FILE);
        if (!Files.exists(file)) {
            byte[] random = new byte[BYTES];
            new SecureRandom().nextBytes(random);
            Path made = Files.createTempFile(spool, FILE, ".new", OURS_ALONE);
            Files.writeString(made, HexFormat.of().formatHex(random));
            Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Secret.ofFile(file).read().getBytes(StandardCharsets.UTF_8);
    }
}
