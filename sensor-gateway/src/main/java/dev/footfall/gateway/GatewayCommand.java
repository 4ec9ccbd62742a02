package dev.footfall.gateway;

import dev.footfall.gateway.health.StoreHealth;
import dev.footfall.gateway.live.LiveGateway;
import dev.footfall.gateway.settings.FaultySettingsException;
import dev.footfall.gateway.settings.GatewayOptions;
import dev.footfall.gateway.settings.GatewaySettings;
import dev.footfall.gateway.settings.OptionSources;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code footfall gateway}: takes what the devices of stores publish, and sends it to the jobs. Runs until it is told to end. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpAutoWidth = true,
        abbreviateSynopsis = true,
        description = {
            "Keep what devices publish safe on disk, and send it to the jobs.",
            "Runs until it is told to end (Ctrl-C, SIGTERM); may be killed at any time."
        },
        footer = {
            "",
            "Every setting can also stand in the file of --config, as a key without dashes",
            "in front, or in an environment variable: --frame-every is frame-every there",
            "and FOOTFALL_GATEWAY_FRAME_EVERY here. What is nearer wins: command line,",
            "environment, file. Secrets stand in files or in the environment, never here.",
            "",
            "Example:",
            "  footfall gateway --stores stores --broker mqtt://127.0.0.1 --spool spool"
        })
public final class GatewayCommand implements Callable<Integer> {
    private static final int UNUSABLE = CommandLine.ExitCode.USAGE;
    private static final long LOOK_EVERY_SECONDS = 1;

    @Option(names = "--config", paramLabel = "FILE", description = "File of settings, YAML.")
    private @Nullable Path config;

    @Mixin
    private final GatewayOptions options = new GatewayOptions();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before call
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        GatewaySettings settings;
        try {
            settings = settings();
        } catch (IOException | FaultySettingsException e) {
            err.println("footfall: " + e.getMessage());
            return UNUSABLE;
        }
        CountDownLatch ending = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> awaitEnd(ending, ended), "end-gateway");
        Runtime.getRuntime().addShutdownHook(hook);
        try (LiveGateway gateway = LiveGateway.start(settings)) {
            announce(settings, gateway);
            SortedMap<String, String> told = new TreeMap<>();
            while (!ending.await(LOOK_EVERY_SECONDS, TimeUnit.SECONDS)) {
                gateway.health().forEach((store, health) -> tell(store, health, told));
            }
            say("ending; what the jobs do not have yet stays in " + settings.spool());
        } catch (IOException e) {
            err.println("footfall: " + e.getMessage());
            return UNUSABLE;
        } finally {
            ended.countDown();
        }
        return CommandLine.ExitCode.OK;
    }

    private GatewaySettings settings() throws IOException, FaultySettingsException {
        OptionSources sources =
                config == null ? OptionSources.of(System.getenv()) : OptionSources.of(System.getenv(), config);
        sources.complete(spec.commandLine().getParseResult());
        return GatewaySettings.of(options);
    }

    private static void awaitEnd(CountDownLatch ending, CountDownLatch ended) {
        ending.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void announce(GatewaySettings settings, LiveGateway gateway) {
        int stores = settings.stores().size();
        say("gateway of " + stores + (stores == 1 ? " store: " : " stores: ")
                + settings.stores().stream()
                        .limit(5)
                        .map(served -> served.pack().config().store())
                        .collect(Collectors.joining(", ", "", settings.stores().size() > 5 ? ", …" : "")));
        say("devices at " + settings.devices() + ", jobs at " + settings.uplink() + ", spool in " + settings.spool());
        if (gateway.metricsPort() != null) {
            say("metrics at http://" + settings.metricsHost() + ":" + gateway.metricsPort() + "/metrics");
        }
    }

    /** Says how a store is when that is another thing than before. */
    private void tell(String store, StoreHealth health, Map<String, String> told) {
        String state = (health.connected() ? "" : "store's broker not connected, ")
                + (health.uplink().connected() ? "" : "jobs' broker not connected, ")
                + (health.disk() != null ? "DISK FAILS, " : health.full() ? "SPOOL FULL, " : "")
                + (health.clockHeld() && health.connected() ? "waiting for what the broker kept, " : "");
        String words = state.isEmpty() ? "connected" : state.substring(0, state.length() - 2);
        if (!words.equals(told.put(store, words))) {
            say(store + ": " + words);
        }
    }

    private void say(String line) {
        PrintWriter out = spec.commandLine().getOut();
        out.println(line);
        out.flush();
    }
}
