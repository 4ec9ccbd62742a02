package dev.footfall.local;

import dev.footfall.floorboard.Floorboard;
import dev.footfall.gateway.live.LiveGateway;
import dev.footfall.gateway.settings.GatewayClock;
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
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
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
        usageHelpAutoWidth = true,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Run everything on this machine: broker, gateway, jobs, InfluxDB and the floorboard page.",
            "Without --broker the devices are simulated: the last hours first, then as time goes on.",
            "Ctrl-C ends all of it and leaves nothing behind but what --data names."
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
            description = {"End so long after everything has started, e.g. 60s, 10m.", "Default: when you press Ctrl-C."
            })
    private @Nullable Duration time;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "With --broker: folder for the spool, the state of the jobs and the database; the next start",
                "goes on from it. Default: a temporary one, removed at the end."
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
        check();
        Ending.Orderly orderly = ending.onSignals(END_PATIENCE, () -> say("it does not end in order"));
        try (orderly) {
            try (UpFolder folder = data == null ? UpFolder.temporary() : UpFolder.kept(data)) {
                folder.requireSpace();
                run(folder);
            } catch (Exception fault) {
                if (!ending.isAsked()) {
                    throw fault;
                }
                say("ended before everything had started");
            }
            say(data == null ? "everything has ended, nothing is left" : "everything has ended; " + data + " is kept");
        }
        return Footfall.DONE;
    }

    private void run(UpFolder folder) throws Exception {
        Clock clock = Clock.systemUTC();
        City city = City.inTheAfternoon(clock.instant());
        Path served = stores == null ? demo(folder, city) : stores;
        List<StorePack> packs = packs(served);
        boolean simulated = !broker.areGiven();
        long startMillis = clock.instant().minus(history).toEpochMilli() / MINUTE_MILLIS * MINUTE_MILLIS;
        Map<StorePack, Simulation> simulations = simulated ? simulations(served, packs, startMillis) : Map.of();
        say("starting; the first time, an InfluxDB is fetched from Debian unless one is installed ...");
        try (OneMachine machine = new OneMachine(folder, served, packs, ending)) {
            InfluxSettings database = influx.areGiven() ? influx.settings() : startInflux(machine);
            URI within = machine.startBroker();
            Broker devices = simulated ? Broker.at(within.toString()) : broker.broker();
            Floorboard page = startFloorboard(machine, database);
            LiveGateway gateway = machine.startGateway(
                    devices, within, simulated ? GatewayClock.ofPublisher() : GatewayClock.ofWall());
            LiveRun job = machine.startJob(within, database, parallelism);
            SimulatedTraffic traffic = simulated
                    ? machine.with(new SimulatedTraffic(
                            simulations,
                            startMillis,
                            new Outbox(devices, spec.commandLine().getErr()),
                            clock))
                    : null;
            UpReport report = new UpReport(spec.commandLine().getOut());
            report.part("floorboard", "http://localhost:" + page.url().getPort() + "/  <- open this", "");
            report.part(
                    "stores",
                    packs.stream().map(pack -> pack.config().name()).collect(Collectors.joining(", ")),
                    stores == null ? where(city, clock) : "");
            report.part("devices", simulated ? "simulated, at " + devices : "at " + devices, "");
            report.part("broker", within.toString(), "in this process");
            report.part("gateway", "http://127.0.0.1:" + gateway.metricsPort() + "/metrics", "in this process");
            report.part("jobs", "Flink, " + parallelism + " side by side", "in this process");
            report.part(
                    "InfluxDB",
                    database.url() + ", database " + database.database(),
                    influx.areGiven() ? "" : "a child of this process");
            report.part("data", folder.path().toString(), folder.kept() ? "kept" : "removed at the end");
            report.next(devices, database, simulated);
            Progress progress = new Progress(spec.commandLine().getErr());
            Long endNanos = time == null ? null : System.nanoTime() + time.toNanos();
            new UpWatch(machine, folder, job, traffic, report, progress).untilEnd(ending, endNanos);
            report.say("ending ...");
        }
    }

    private static String where(City city, Clock clock) {
        return "in " + city.name() + ", where it is afternoon: "
                + city.time(clock.instant()).truncatedTo(ChronoUnit.MINUTES);
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

    private Map<StorePack, Simulation> simulations(Path served, List<StorePack> packs, long startMillis) {
        Map<StorePack, Simulation> simulations = new LinkedHashMap<>();
        for (StorePack pack : packs) {
            try {
                simulations.put(
                        pack,
                        Simulation.of(served.resolve(pack.config().store()), SensorErrors.DEFAULT, seed, startMillis));
            } catch (IllegalArgumentException | UncheckedIOException fault) {
                throw new UnusableInputException("--stores: cannot be simulated: " + fault.getMessage(), fault);
            }
        }
        return simulations;
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
        if (data != null && !broker.areGiven()) {
            faults.add("--data " + data
                    + ": goes with --broker; simulated shops begin anew each time, nothing is kept of them");
        }
        if (influx.areGiven()) {
            checkInflux(faults);
        }
        if (stores != null) {
            faults.addThoseOf(stores);
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
}
