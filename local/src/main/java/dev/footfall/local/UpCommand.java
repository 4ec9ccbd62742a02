package dev.footfall.local;

import dev.footfall.floorboard.Floorboard;
import dev.footfall.gateway.live.LiveGateway;
import dev.footfall.gateway.settings.GatewayClock;
import dev.footfall.geofences.Fault;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import dev.footfall.jobs.DurationOption;
import dev.footfall.jobs.influx.InfluxOptions;
import dev.footfall.jobs.influx.InfluxSettings;
import dev.footfall.jobs.influx.InfluxSink;
import dev.footfall.jobs.mqtt.BrokerOptions;
import dev.footfall.mqtt.Broker;
import dev.footfall.simulator.SensorErrors;
import dev.footfall.simulator.Simulation;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall up}: every part on this machine, with simulated shops or real devices, until it is stopped. */
@Command(
        name = "up",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Run everything on this machine: broker, gateway, jobs, InfluxDB and the floorboard page.",
            "Without --broker the devices are simulated: the last hours first, then as time goes on. Ctrl-C ends all of it",
            "and leaves nothing behind but what --data names."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  footfall up                                              three demo shops",
            "  footfall up --stores stores                              your own shops, simulated",
            "  footfall up --stores stores --broker mqtt://10.0.0.5 --data /srv/footfall",
            "                                                           real devices"
        })
final class UpCommand implements Callable<Integer> {
    private static final long MINUTE_MILLIS = 60_000;
    private static final Duration END_PATIENCE = Duration.ofSeconds(60);

    @Option(
            names = "--stores",
            paramLabel = "DIR",
            description =
                    "Folder of store packs, one folder a store. Default: three demo shops, where it is afternoon now.")
    private @Nullable Path stores;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port of the floorboard page; 0 for any. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationOption.class,
            description = "End after this time, e.g. 60s, 10m. Default: when you press Ctrl-C.")
    private @Nullable Duration time;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "Folder for the spool, the state of the jobs and the database; the next start goes on from it.",
                "Default: a temporary one, removed at the end."
            })
    private @Nullable Path data;

    @Option(
            names = "--history",
            paramLabel = "DURATION",
            converter = DurationOption.class,
            description = "How much of the past is simulated first. Default: 3h.")
    private Duration history = Duration.ofHours(3);

    @Option(names = "--seed", paramLabel = "N", description = "Seed of the simulation. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--parallelism",
            paramLabel = "N",
            description = "Tasks of the jobs side by side. Default: one a core, ${DEFAULT-VALUE} here.")
    private int parallelism = Runtime.getRuntime().availableProcessors();

    @Mixin
    private BrokerOptions broker = new BrokerOptions();

    @Mixin
    private InfluxOptions influx = new InfluxOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    private final Ending ending = new Ending();

    /** Asks the running command to end, as Ctrl-C does. */
    void stop() {
        ending.ask();
    }

    @Override
    public Integer call() throws Exception {
        long startedNanos = System.nanoTime();
        check();
        Ending.Orderly orderly = ending.onSignals(END_PATIENCE, () -> say("it does not end in order"));
        try (orderly) {
            try (UpFolder folder = data == null ? UpFolder.temporary() : UpFolder.kept(data)) {
                folder.requireSpace();
                run(folder, startedNanos);
            }
            say(data == null ? "everything has ended, nothing is left" : "everything has ended; " + data + " is kept");
        }
        return Footfall.DONE;
    }

    private void run(UpFolder folder, long startedNanos) throws Exception {
        Clock clock = Clock.systemUTC();
        City city = City.inTheAfternoon(clock.instant());
        Path served = stores == null ? demo(folder, city) : stores;
        List<StorePack> packs = packs(served);
        try (OneMachine machine = new OneMachine(folder, served, packs)) {
            InfluxSettings database = influx.areGiven() ? influx.settings() : startInflux(machine);
            URI within = machine.startBroker();
            Broker devices = broker.areGiven() ? broker.broker() : Broker.at(within.toString());
            Floorboard page = startFloorboard(machine, database);
            LiveGateway gateway = machine.startGateway(
                    devices, within, broker.areGiven() ? GatewayClock.ofWall() : GatewayClock.ofPublisher());
            LiveRun job = machine.startJob(within, database, parallelism);
            SimulatedTraffic traffic = broker.areGiven() ? null : machine.with(traffic(served, packs, devices, clock));
            UpReport report = new UpReport(spec.commandLine().getOut());
            report.part("floorboard", "http://localhost:" + page.url().getPort() + "/  <- open this", "");
            report.part(
                    "stores",
                    packs.stream().map(pack -> pack.config().name()).collect(Collectors.joining(", ")),
                    stores == null
                            ? "in " + city.name() + ", where it is "
                                    + city.time(clock.instant()).toString().substring(0, 5)
                            : "");
            report.part("devices", traffic == null ? "at " + devices : "simulated, at " + devices, "");
            report.part("broker", within.toString(), "in this process");
            report.part("gateway", "http://127.0.0.1:" + gateway.metricsPort() + "/metrics", "in this process");
            report.part("jobs", "Flink, " + parallelism + " side by side", "in this process");
            report.part(
                    "InfluxDB",
                    database.url() + ", database " + database.database(),
                    influx.areGiven() ? "" : "a child of this process");
            report.part(
                    "data",
                    folder.path().toString(),
                    folder.kept() ? "kept" : "removed at the end; --data DIR keeps it");
            report.next(devices, database, traffic != null);
            new UpWatch(
                            machine,
                            folder,
                            job,
                            traffic,
                            report,
                            new Progress(spec.commandLine().getErr()))
                    .untilEnd(ending, time == null ? null : startedNanos + time.toNanos());
            report.say("ending ...");
        }
    }

    private static Path demo(UpFolder folder, City city) throws IOException {
        Path stores = folder.part("stores");
        DemoStores.copy(stores, city.zone());
        return stores;
    }

    private static List<StorePack> packs(Path stores) throws IOException {
        StorePacks packs = StorePacks.open(stores);
        return packs.stores().stream()
                .map(store -> packs.find(store).orElseThrow())
                .toList();
    }

    private static InfluxSettings startInflux(OneMachine machine) {
        try {
            return machine.startInflux(END_PATIENCE);
        } catch (IOException fault) {
            throw new UnusableInputException(
                    "no InfluxDB is to be had: " + fault.getMessage()
                            + "\nInstall one (Debian: apt install influxdb), or name a running one with --influx URL.",
                    fault);
        }
    }

    private Floorboard startFloorboard(OneMachine machine, InfluxSettings database) {
        try {
            return machine.startFloorboard(port, database);
        } catch (IOException fault) {
            throw new UnusableInputException(fault.getMessage() + "\nName another port with --port; 0 is any.", fault);
        }
    }

    private SimulatedTraffic traffic(Path served, List<StorePack> packs, Broker devices, Clock clock) {
        long startMillis = clock.instant().minus(history).toEpochMilli() / MINUTE_MILLIS * MINUTE_MILLIS;
        Map<StorePack, Simulation> simulations = new LinkedHashMap<>();
        for (StorePack pack : packs) {
            try {
                simulations.put(
                        pack,
                        Simulation.of(served.resolve(pack.config().store()), SensorErrors.DEFAULT, seed, startMillis));
            } catch (IllegalArgumentException fault) {
                throw new UnusableInputException("--stores: cannot be simulated: " + fault.getMessage(), fault);
            }
        }
        Outbox outbox = new Outbox(devices, spec.commandLine().getErr());
        return new SimulatedTraffic(simulations, startMillis, outbox, clock);
    }

    private void say(String words) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(words);
        out.flush();
    }

    /** Finds every fault of the command line and the store packs, before anything starts. */
    private void check() throws IOException {
        Faults faults = new Faults();
        if (port < 0 || port > 65_535) {
            faults.add("--port " + port + ": must be 0 to 65535");
        } else if (!PreferredPort.isFree(port)) {
            faults.add("--port " + port + ": in use by another program, or not allowed; name another, or 0 for any");
        }
        if (parallelism < 1) {
            faults.add("--parallelism " + parallelism + ": at least 1");
        }
        if (history.isNegative() || history.compareTo(Duration.ofHours(24)) > 0) {
            faults.add("--history " + history + ": must be 0s to 24h");
        }
        if (broker.areGiven()) {
            broker.faults().forEach(faults::add);
            if (stores == null) {
                faults.add("--stores is missing: the store packs of the devices at the broker");
            }
        }
        if (influx.areGiven()) {
            checkInflux(faults);
        }
        if (stores != null) {
            checkStores(stores, faults);
        }
        if (!faults.isEmpty()) {
            throw faults.exception();
        }
    }

    private void checkInflux(Faults faults) {
        List<String> found = influx.faults();
        found.forEach(faults::add);
        if (found.isEmpty()) {
            try {
                new InfluxSink(influx.settings()).ask();
            } catch (IOException fault) {
                faults.add("--influx: " + fault.getMessage());
            }
        }
    }

    private static void checkStores(Path folder, Faults faults) throws IOException {
        if (!Files.isDirectory(folder)) {
            faults.add("--stores " + folder + ": there is no such folder");
            return;
        }
        StorePacks packs = StorePacks.open(folder);
        if (packs.stores().isEmpty()) {
            faults.add("--stores " + folder + ": no store pack in it; a store pack is a folder with a store.yaml");
        }
        packs.faults().stream()
                .filter(Fault::isError)
                .forEach(fault -> faults.add(folder.resolve(fault.file()) + ": "
                        + (fault.where().isEmpty() ? "" : fault.where() + ": ") + fault.message()));
    }
}
