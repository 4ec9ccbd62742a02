package dev.footfall.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a project whose script is made up: the real one is used by the other tests. */
class DebianPackagesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path cache;

    @BeforeEach
    void makeFolders() throws IOException {
        cache = folder.resolve("cache");
        Files.createDirectories(folder.resolve("scripts"));
    }

    @Test
    void unpacked_askedTwice_unpacksOnce() throws IOException {
        script("mkdir -p \"$2\" && echo \"$1\" >> \"$2/../calls\"");
        Path first = unpacked();
        assertThat(unpacked())
                .isEqualTo(first)
                .isEqualTo(cache.resolve("thing"))
                .isDirectory();
        assertThat(cache.resolve("calls")).hasContent("thing");
    }

    @Test
    void unpacked_askedByMany_unpacksOnce() throws Exception {
        script("mkdir -p \"$2\" && echo \"$1\" >> \"$2/../calls\"");
        Thread[] threads = new Thread[8];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                try {
                    unpacked();
                } catch (IOException fault) {
                    throw new AssertionError(fault);
                }
            });
            threads[i].start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(cache.resolve("calls")).hasContent("thing");
    }

    @Test
    void unpacked_scriptFails_tellsItsLastWordsAndLeavesNothing() throws IOException {
        script("mkdir -p \"$2\" && touch \"$2/half\" && echo 'no such package' >&2 && exit 1");
        assertThatThrownBy(this::unpacked)
                .isInstanceOf(IOException.class)
                .hasMessageContaining("thing")
                .hasMessageContaining("no such package");
        assertThat(cache.resolve("thing")).doesNotExist();
        script("test ! -e \"$2\" && mkdir \"$2\"");
        assertThat(unpacked()).isEmptyDirectory();
    }

    private Path unpacked() throws IOException {
        return DebianPackages.unpacked("thing", cache, () -> folder);
    }

    private void script(String text) throws IOException {
        Files.writeString(folder.resolve("scripts/debian-unpack.sh"), text);
    }
}
