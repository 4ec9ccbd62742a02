package dev.footfall.gateway.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever is done with a spool, and wherever the power goes: what was committed is there, and nothing is there by half. */
class SpoolProperties {
    private static final SpoolSettings SMALL = new SpoolSettings(1 << 20, 512);

    enum Does {
        EVENTS,
        FRAME,
        COMMIT,
        TRIM,
        REOPEN
    }

    record Step(Does does, int size) {}

    @Property(tries = 60, seed = "20261122")
    void steps_inAnyOrder_keepWhatAListKeeps(@ForAll("steps") List<Step> steps, @ForAll Random random)
            throws Exception {
        Path folder = Files.createTempDirectory("spool").resolve("store");
        Run run = new Run(folder, random);
        for (Step step : steps) {
            run.does(step);
            assertThat(run.spool.bytes()).isGreaterThanOrEqualTo(Folders.bytes(folder));
        }
        run.does(new Step(Does.COMMIT, 0));
        assertThat(run.spool.bytes()).isEqualTo(Folders.bytes(folder));
        run.does(new Step(Does.REOPEN, 0));
        run.spool.close();
        Disk.deleteTree(Disk.folderOf(folder));
    }

    @Property(tries = 60, seed = "20261122")
    void open_afterACrashWhileCommitting_findsAllThatWasCommittedAndNothingByHalf(
            @ForAll("steps") List<Step> steps,
            @ForAll("group") List<Step> group,
            @ForAll Random random,
            @ForAll boolean holes)
            throws Exception {
        Path folder = Files.createTempDirectory("spool").resolve("store");
        Run run = new Run(folder, random);
        for (Step step : steps) {
            run.does(step);
        }
        run.does(new Step(Does.COMMIT, 0));
        List<SpoolModel> possible = new ArrayList<>(List.of(SpoolModel.copyOf(run.model)));
        for (Step step : group) {
            run.does(step);
            possible.add(SpoolModel.copyOf(run.model));
        }
        Path last = Folders.last(folder);
        long safe = Files.size(last);
        run.does(new Step(Does.COMMIT, 0));
        long whole = Files.size(last);
        String epoch = run.spool.epoch();
        long oldest = run.spool.oldest();

        for (int crash = 0; crash < 10; crash++) {
            Path crashed = Folders.copy(folder, folder.resolveSibling("crashed-" + crash));
            tear(crashed.resolve(last.getFileName()), safe, whole, holes, random);
            try (StoreSpool spool = StoreSpool.open(crashed, SMALL)) {
                assertThat(spool.recovery().damage()).isNull();
                assertThat(spool.epoch()).isEqualTo(epoch);
                assertThat(spool.oldest()).isEqualTo(oldest);
                assertThat(possible).anyMatch(model -> isIn(model, spool));
                byte[] frame = random(random, 10);
                spool.appendFrame(frame);
                spool.commit();
                assertThat(spool.frame(spool.next() - 1)).isEqualTo(frame);
            }
            try (StoreSpool spool = StoreSpool.open(crashed, SMALL)) {
                assertThat(spool.recovery().findWarning()).isEmpty();
            }
        }
        run.spool.close();
        Disk.deleteTree(Disk.folderOf(folder));
    }

    private static boolean isIn(SpoolModel model, StoreSpool spool) {
        try {
            return model.isIn(spool);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Ends the file anywhere in the last group, and may leave a hole in that: pages reach the disk in any order. */
    private static void tear(Path file, long safe, long whole, boolean hole, Random random) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(safe + random.nextInt((int) (whole - safe) + 1));
        }
        byte[] bytes = Files.readAllBytes(file);
        if (hole && bytes.length > safe) {
            int from = (int) safe + random.nextInt(bytes.length - (int) safe);
            Arrays.fill(bytes, from, Math.min(bytes.length, from + 30), (byte) 0);
            Files.write(file, bytes);
        }
    }

    private static byte[] random(Random random, int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A spool and what it should hold. */
    private static final class Run {
        final Path folder;
        final Random random;
        final SpoolModel model = new SpoolModel();
        SpoolModel committed = new SpoolModel();
        StoreSpool spool;

        Run(Path folder, Random random) throws IOException {
            this.folder = folder;
            this.random = random;
            this.spool = StoreSpool.open(folder, SMALL);
        }

        void does(Step step) throws IOException {
            byte[] bytes = random(random, step.size());
            switch (step.does()) {
                case EVENTS -> {
                    spool.appendEvents(bytes);
                    model.events(bytes);
                }
                case FRAME -> {
                    spool.appendFrame(bytes);
                    model.frame(bytes);
                }
                case COMMIT -> {
                    spool.commit();
                    committed = SpoolModel.copyOf(model);
                    model.assertFrames(spool);
                }
                case TRIM -> {
                    long needed = random.nextInt(committed.next() + 1);
                    long before = spool.oldest();
                    spool.trim(needed);
                    assertThat(spool.oldest()).isBetween(before, Math.max(before, needed));
                    committed.assertFrames(spool);
                }
                case REOPEN -> {
                    spool.commit();
                    String epoch = spool.epoch();
                    long oldest = spool.oldest();
                    spool.close();
                    spool = StoreSpool.open(folder, SMALL);
                    assertThat(spool.epoch()).isEqualTo(epoch);
                    assertThat(spool.oldest()).isEqualTo(oldest);
                    assertThat(spool.recovery().findWarning()).isEmpty();
                    assertThat(model.isIn(spool)).isTrue();
                    committed = SpoolModel.copyOf(model);
                }
            }
            assertThat(spool.next()).isEqualTo(model.next());
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return steps(Does.values()).list().ofMaxSize(60);
    }

    @Provide
    Arbitrary<List<Step>> group() {
        return steps(Does.EVENTS, Does.FRAME).list().ofMinSize(1).ofMaxSize(6);
    }

    private static Arbitrary<Step> steps(Does... does) {
        return Combinators.combine(Arbitraries.of(does), Arbitraries.integers().between(0, 200))
                .as(Step::new);
    }
}
