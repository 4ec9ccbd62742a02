package dev.footfall.benchmarks.chain;

import dev.footfall.benchmarks.Bench;
import dev.footfall.benchmarks.load.FootfallProcess;
import dev.footfall.benchmarks.load.Load;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.mqtt.Broker;
import dev.footfall.servers.Influxd;
import dev.footfall.simulator.chain.Chain;
import dev.footfall.simulator.chain.Chain.Stretch;
import dev.footfall.simulator.chain.StoreFormat;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * What the job's process needed while all stores were at their busiest.
 *
 * @param cores of processor that it used
 * @param cpuSecondsAMessage what a frame or tick that it took cost it
 * @param backlogBefore frames and ticks that were sent and not taken when the measurement began
 * @param lagBeforeMillis of the lane that was furthest behind, then
 * @param catchingUpSeconds how long the load went on before the measurement began: until the lanes were not behind any more, or for so long
 * @param loadDelayMillis by how much the load was late at most
 */
record BusyHour(
        double cores,
        double cpuSecondsAMessage,
        double seconds,
        double positionsPerSecond,
        double messagesPerSecond,
        String threads,
        long heapBytes,
        long stateBytes,
        double backlogBefore,
        double backlogAfter,
        double lagBeforeMillis,
        double lagAfterMillis,
        double catchingUpSeconds,
        long loadDelayMillis,
        long checkpointMillis,
        long pauseMillis,
        long synchronousMillis) {

    /** With so many visits a day, a store has four people in it at that time of the day: four positions a second. */
    private static final int VISITS_PER_DAY = 530;

    private static final long HOUR_MILLIS = 3_600_000;

    private static final long LOOK_EVERY_MILLIS = 500;

    /** In the first minutes every point begins a series, and stores read their layouts: that is not what the busiest hour of a day is like. */
    private static final long PATIENCE_MILLIS = 360_000;

    /** How often a store sends a frame or a tick: what a chain is advised to. */
    static final int EVERY_MILLIS = Integer.getInteger("footfall.bench.frameEvery", 5_000);

    /** The lag of a lane that is not behind: the devices' slack, the time of a frame and some of its way. */
    private static final long CAUGHT_UP_MILLIS = 5_000L + EVERY_MILLIS;

    static BusyHour run(Bench bench, Path template, int stores, String brokerUri, Influxd influx)
            throws IOException, InterruptedException {
        Path folder = bench.folder();
        long five = WholeDay.at(17, 0);
        long now = System.currentTimeMillis();
        Chain chain = Chain.of(
                List.of(new StoreFormat(template, stores, VISITS_PER_DAY)),
                20261122,
                new Stretch(five, five + HOUR_MILLIS / 2, HOUR_MILLIS, true),
                now);
        Path packs = folder.resolve("chain-stores");
        chain.writePacks(packs);
        bench.say(stores + " stores are written; the job starts");
        try (FootfallProcess job = FootfallProcess.start(
                        folder.resolve("chain-job.log"),
                        "3g",
                        "job: running",
                        WholeDay.job(
                                packs,
                                brokerUri,
                                influx,
                                "chain",
                                folder.resolve("chain-checkpoints"),
                                bench.quick() ? "2s" : "10s"));
                Load load = new Load(chain, Broker.at(brokerUri), (store, lane, frame) -> {})) {
            FlinkRest rest = new FlinkRest(job);
            awaitConnected(rest);
            bench.say("warming up");
            long started = System.currentTimeMillis();
            load.playLive(started + bench.size(2_000, 70_000), EVERY_MILLIS);
            while (!bench.quick()
                    && rest.lanes().lagMillis() > CAUGHT_UP_MILLIS
                    && System.currentTimeMillis() - started < PATIENCE_MILLIS) {
                load.playLive(System.currentTimeMillis() + 2L * EVERY_MILLIS, EVERY_MILLIS);
            }
            double catchingUpSeconds = (System.currentTimeMillis() - started) / 1e3;
            bench.say("measuring");
            long cpuBefore = job.cpu().toNanos();
            long sentBefore = load.sent();
            FlinkRest.Lanes before = rest.lanes();
            load.playLive(
                    System.currentTimeMillis() + 2L * EVERY_MILLIS, EVERY_MILLIS); // makes up for the time of asking
            long sent = load.sent();
            long positions = load.positions();
            Map<String, Double> threads = job.cpuByThread();
            long cpu = job.cpu().toNanos();
            long began = System.nanoTime();
            long beganMillis = System.currentTimeMillis();
            load.playLive(System.currentTimeMillis() + bench.size(6_000, 60_000), EVERY_MILLIS);
            double seconds = (System.nanoTime() - began) / 1e9;
            long cpuAfter = job.cpu().toNanos();
            String byThread = FootfallProcess.inWords(threads, job.cpuByThread(), seconds);
            FlinkRest.Lanes after = rest.lanes();
            List<FlinkRest.Checkpoint> checkpoints = rest.checkpoints().stream()
                    .filter(each -> each.endMillis() >= beganMillis)
                    .toList();
            if (checkpoints.isEmpty()) {
                throw new IOException("no checkpoint was completed in " + seconds + " s");
            }
            return new BusyHour(
                    (cpuAfter - cpu) / 1e9 / seconds,
                    (cpuAfter - cpuBefore) / 1e9 / (after.taken() - before.taken()),
                    seconds,
                    (load.positions() - positions) / seconds,
                    (load.sent() - sent) / seconds,
                    byThread,
                    job.heapAfterCollection(),
                    checkpoints.get(checkpoints.size() - 1).bytes(),
                    sentBefore - before.taken(),
                    load.sent() - after.taken(),
                    before.lagMillis(),
                    after.lagMillis(),
                    catchingUpSeconds,
                    load.latestDelayMillis(),
                    most(checkpoints, FlinkRest.Checkpoint::durationMillis),
                    most(checkpoints, FlinkRest.Checkpoint::pauseMillis),
                    most(checkpoints, FlinkRest.Checkpoint::synchronousMillis));
        }
    }

    /** Nobody here sends again, as a gateway would: of a store whose first frame is lost, no other could be taken. */
    private static void awaitConnected(FlinkRest rest) throws IOException, InterruptedException {
        long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (rest.sumOfLanes(".connected") < Framing.DEFAULT_LANES) {
            if (System.currentTimeMillis() > deadline) {
                throw new IOException("not all lanes of the job are connected");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
    }

    private static long most(
            List<FlinkRest.Checkpoint> checkpoints, java.util.function.ToLongFunction<FlinkRest.Checkpoint> figure) {
        return checkpoints.stream().mapToLong(figure).max().orElseThrow();
    }

    /** Cores that the job would use if all stores were heard as often as they should. */
    double coresAtWholeRate(int stores) {
        return cpuSecondsAMessage * stores * 1_000 / EVERY_MILLIS;
    }

    /** For how long stores sent what had not been taken in the end. */
    double backlogSeconds(int stores) {
        return backlogAfter / (stores * 1_000.0 / EVERY_MILLIS);
    }
}
