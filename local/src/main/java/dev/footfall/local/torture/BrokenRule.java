package dev.footfall.local.torture;

import dev.footfall.jobs.archive.Archive;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A rule of the chain, broken from outside: what the parts rely on is made untrue. A run with one must find the harm; if it did not, the rule would not matter, or
 * the run would show nothing.
 */
enum BrokenRule {
    /** What a gateway acknowledged is on its disk: the disk of one that was killed has forgotten half of it. */
    DURABLE_SPOOL {
        @Override
        void inTheMiddle(Parts parts) throws Exception {
            Line up = parts.upOf(parts.gateways.get(0));
            JvmPart gateway = parts.gateways.get(0);
            up.become(Line.State.CUT);
            TimeUnit.SECONDS.sleep(LONG_ENOUGH_SECONDS);
            gateway.kill();
            for (Path journal : journals(parts.spoolOf(gateway))) {
                try (FileChannel channel = FileChannel.open(journal, StandardOpenOption.WRITE)) {
                    channel.truncate(channel.size() / 2);
                }
            }
            gateway.startAndWait();
            up.become(Line.State.OPEN);
        }
    },
    /** A job goes on from its last checkpoint: it begins anew. */
    RESTORED_STATE {
        @Override
        void inTheMiddle(Parts parts) throws Exception {
            parts.jobs.killJobManager();
            parts.jobs.startJobManagerAndBeginAnew();
        }
    },
    /** A gateway forgets what a checkpoint has: it is told so while none has. */
    MARKS_AFTER_CHECKPOINTS {
        @Override
        void inTheMiddle(Parts parts) throws Exception {
            try (FalseMarks marks = new FalseMarks(parts.storeBrokerUri(), parts.jobsBroker.uri())) {
                parts.jobs.killJobManager();
                TimeUnit.SECONDS.sleep(LONG_ENOUGH_SECONDS);
                marks.publish();
                TimeUnit.SECONDS.sleep(LONG_ENOUGH_SECONDS);
                marks.publish();
                parts.jobs.startJobManagerAndRestore();
            }
        }
    },
    /** A point is written when the database says so: for a while somebody else says so, and throws it away. */
    CONFIRMED_WRITES {
        @Override
        void inTheMiddle(Parts parts) throws Exception {
            try (NoDatabase liar = new NoDatabase()) {
                parts.jobsToInflux.leadTo(liar.port());
                TimeUnit.SECONDS.sleep(LONG_ENOUGH_SECONDS);
                parts.jobsToInflux.leadTo(parts.influxd.url().getPort());
            }
        }
    },
    /** The archive has every frame: a file of it is gone. */
    WHOLE_ARCHIVE {
        @Override
        void atTheEnd(Parts parts) throws IOException {
            Files.delete(largest(parts.jobs.archive()));
        }
    },
    /** The archive has every frame once: a file of it is there twice. */
    ONCE_IN_ARCHIVE {
        @Override
        void atTheEnd(Parts parts) throws IOException {
            Path file = largest(parts.jobs.archive());
            Files.copy(file, file.resolveSibling("again-" + file.getFileName()));
        }
    };

    private static final int LONG_ENOUGH_SECONDS = 10;

    /** Shops are open, and everything works. */
    void inTheMiddle(Parts parts) throws Exception {}

    /** Everything has come through, and the job is stopped. */
    void atTheEnd(Parts parts) throws IOException {}

    private static List<Path> journals(Path spool) throws IOException {
        try (Stream<Path> files = Files.walk(spool)) {
            return files.filter(file -> file.toString().endsWith(".journal")).toList();
        }
    }

    private static Path largest(Path archive) throws IOException {
        return new Archive(archive)
                .files().stream()
                        .max(Comparator.comparing(BrokenRule::size))
                        .orElseThrow(() -> new IOException("nothing in " + archive));
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
