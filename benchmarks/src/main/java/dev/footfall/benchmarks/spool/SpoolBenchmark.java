package dev.footfall.benchmarks.spool;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.Benchmark;
import dev.footfall.benchmarks.Cost;
import dev.footfall.benchmarks.Report;
import dev.footfall.benchmarks.Rounds;
import dev.footfall.benchmarks.Target;
import dev.footfall.events.FrameBuilder;
import dev.footfall.events.FrameHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Keeps records on the disk. */
public final class SpoolBenchmark implements Benchmark {
    private static final long BEGIN_MILLIS = 1_767_607_117_000L;
    private static final int MOST_IN_GROUP = 1_000;

    @Override
    public String name() {
        return "spool";
    }

    @Override
    public String title() {
        return "Spool";
    }

    @Override
    public Report run(Bench bench) throws Exception {
        List<byte[]> records = records(bench.size(MOST_IN_GROUP, 5 * MOST_IN_GROUP));
        List<byte[]> few = records.subList(0, bench.size(20, 300));
        bench.say("reading back what each way keeps");
        for (Store store : stores(bench.folder().resolve("check"))) {
            store.keep(few);
            store.check();
        }
        List<Store> stores = stores(bench.folder().resolve("timed"));
        Rounds rounds = new Rounds();
        for (Store store : stores) {
            List<byte[]> given = store.group() >= 100 ? records : few;
            rounds.add(store.name(), given.size(), () -> store.keep(given));
        }
        List<Cost> costs = rounds.medians(bench.size(1, 7));
        for (Store store : stores) {
            store.check();
        }
        return new Report(
                "what each way keeps is read back from its files and is what it was given, before the timing and after it.",
                "record",
                costs,
                List.of(Target.ratio(costs.get(0), costs.get(stores.size() - 1), 40)),
                List.of(
                        "A record is the rows of one event, " + records.get(0).length
                                + " bytes or so, in the same folder, rounds of each way in turn, median. A group is what is at hand: up to 2,000 messages wait at a gateway that lags; where a message"
                                + " comes alone, it costs an fsync like everywhere else, and a little more.",
                        "A message of 50 events, as cameras send them, is one record: the gateway journals all rows at hand as one."));
    }

    private static List<Store> stores(Path folder) throws IOException {
        Files.createDirectory(folder);
        return List.of(
                new Store.SyncedFile(folder),
                new Store.PahoFiles(folder),
                new Store.Spool(folder, 1),
                new Store.Spool(folder, 10),
                new Store.Spool(folder, 100),
                new Store.Spool(folder, MOST_IN_GROUP));
    }

    private static List<byte[]> records(int count) {
        Random random = new Random(5);
        FrameBuilder rows = new FrameBuilder();
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.addTrack(
                    BEGIN_MILLIS + i,
                    "camera-1",
                    random.nextLong() | 1,
                    "0",
                    random.nextInt(60_000),
                    random.nextInt(36_000),
                    false);
            records.add(rows.encode(new FrameHeader("shop", "gateway-1", "epoch-1", i, 0, BEGIN_MILLIS)));
        }
        return records;
    }
}
