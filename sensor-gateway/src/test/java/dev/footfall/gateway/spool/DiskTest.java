package dev.footfall.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What spools ask of the disk. */
class DiskTest {
    private static final int STORES = 8;
    private static final int ROUNDS = 200;

    /** Stores of one gateway begin at the same time, in one folder that is not there yet. */
    @Test
    void createFolders_byManyAtOnce_createsThemForAll(@TempDir Path root) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(STORES);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                Path common = root.resolve("spool-" + round).resolve("stores");
                List<Callable<Path>> beginning = new ArrayList<>();
                for (int store = 0; store < STORES; store++) {
                    Path own = common.resolve("store-" + store);
                    beginning.add(() -> {
                        Disk.createFolders(own);
                        return own;
                    });
                }
                for (Future<Path> begun : threads.invokeAll(beginning)) {
                    assertThat(begun.get()).isDirectory();
                }
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
