package dev.footfall.gateway.settings;

import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.settings.GatewaySettings.Served;
import dev.footfall.gateway.spool.SpoolSettings;
import dev.footfall.geofences.Fault;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads options to settings and collects what is wrong. */
final class SettingsReader {
    private static final String BROKER_PASSWORD = "FOOTFALL_BROKER_PASSWORD";
    private static final String UPLINK_PASSWORD = "FOOTFALL_UPLINK_PASSWORD";
    private static final String SECRET = "FOOTFALL_SECRET";
    private static final String OFF = "off";
    private static final long SMALLEST_SPOOL_BYTES = 16L << 20;
    private static final int SHORTEST_SECRET_BYTES = 16;
    private static final int HIGHEST_PORT = 65_535;

    private final GatewayOptions options;
    private final List<String> faults = new ArrayList<>();

    SettingsReader(GatewayOptions options) {
        this.options = options;
    }

    GatewaySettings read() throws FaultySettingsException {
        List<Served> stores = stores();
        Broker devices = broker(
                "--broker",
                options.broker,
                options.brokerUser,
                password("--broker-password-file", options.brokerPasswordFile, BROKER_PASSWORD),
                options.brokerCa,
                options.brokerCertificate,
                options.brokerKey);
        Broker uplink = options.uplink == null
                ? devices
                : broker(
                        "--uplink",
                        options.uplink,
                        options.uplinkUser,
                        password("--uplink-password-file", options.uplinkPasswordFile, UPLINK_PASSWORD),
                        options.uplinkCa,
                        options.uplinkCertificate,
                        options.uplinkKey);
        if (options.spool == null) {
            faults.add("--spool is missing: the folder for what the jobs do not have yet");
        }
        SpoolSettings spool = read("--spool-size", options.spoolSize, SettingsReader::spool);
        Integer lanes = read("--lanes", options.lanes, Integer::valueOf);
        Long frameEvery = read("--frame-every", options.frameEvery, Amounts::millis);
        Long frameSize = read("--frame-size", options.frameSize, Amounts::bytes);
        Long window = read("--window", options.window, Amounts::bytes);
        GatewayClock clock = read("--clock", options.clock, SettingsReader::clock);
        Integer port = OFF.equals(options.metricsPort)
                ? null
                : read("--metrics-port", options.metricsPort, SettingsReader::port);
        Secret secret = password("--secret-file", options.secretFile, SECRET);
        if (secret != null) {
            check("--secret-file", () -> longEnough(secret));
        } else if (options.secretFile == null) {
            stores.stream()
                    .filter(served -> served.pack().config().gateways().size() > 1)
                    .forEach(this::needsSecret);
        }
        if (!faults.isEmpty()
                || devices == null
                || uplink == null
                || options.spool == null
                || spool == null
                || lanes == null
                || frameEvery == null
                || frameSize == null
                || window == null
                || clock == null) {
            throw new FaultySettingsException(faults);
        }
        try {
            Framing framing = new Framing(lanes, frameEvery, Math.toIntExact(frameSize), 1);
            return new GatewaySettings(
                    stores,
                    devices,
                    uplink,
                    Path.of(options.spool),
                    spool,
                    secret,
                    options.groups,
                    framing,
                    window,
                    clock,
                    options.metricsHost,
                    port);
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new FaultySettingsException(List.of(String.valueOf(e.getMessage())));
        }
    }

    private List<Served> stores() {
        List<Served> served = new ArrayList<>();
        if (options.stores == null) {
            faults.add("--stores is missing: the folder of store packs");
            return served;
        }
        Path folder = Path.of(options.stores);
        if (!Files.isDirectory(folder)) {
            faults.add("--stores " + folder + ": there is no such folder");
            return served;
        }
        try {
            StorePacks packs = StorePacks.open(folder);
            List<String> wanted = options.serve == null ? packs.stores() : options.serve;
            if (wanted.isEmpty()) {
                faults.add("--stores " + folder + ": no store pack in it; a store pack is a folder with a store.yaml");
            }
            for (String store : wanted) {
                packs.find(store).ifPresentOrElse(pack -> serve(pack, packs, served), () -> unusable(folder, store));
            }
        } catch (IOException e) {
            faults.add("--stores " + folder + ": " + e.getMessage());
        }
        return served;
    }

    private void serve(StorePack pack, StorePacks packs, List<Served> served) {
        List<String> gateways = pack.config().gateways();
        if (options.name == null && gateways.size() == 1) {
            served.add(new Served(pack, gateways.get(0), packs));
        } else if (options.name != null && gateways.contains(options.name)) {
            served.add(new Served(pack, options.name, packs));
        } else {
            faults.add("--name " + (options.name == null ? "is missing" : options.name) + ": store "
                    + pack.config().store() + " lists the gateways " + String.join(", ", gateways));
        }
    }

    /** Gateways with secrets of their own would make two people of one whom both hear of. */
    private void needsSecret(Served served) {
        faults.add("--secret-file is missing: store " + served.pack().config().store() + " lists the gateways "
                + String.join(", ", served.pack().config().gateways()) + ", which must share a secret");
    }

    private static String longEnough(Secret secret) {
        try {
            String read = secret.read();
            if (read.getBytes(StandardCharsets.UTF_8).length < SHORTEST_SECRET_BYTES) {
                throw new IllegalArgumentException("the secret is too short, at least 16 bytes");
            }
            return read;
        } catch (IOException alreadyTold) {
            return "";
        }
    }

    private void unusable(Path folder, String store) {
        if (!Files.exists(folder.resolve(store).resolve("store.yaml"))) {
            faults.add("--serve " + store + ": there is no store pack of that name in " + folder);
            return;
        }
        StorePack.read(folder.resolve(store)).faults().stream()
                .filter(Fault::isError)
                .forEach(fault -> faults.add(folder.resolve(store) + ": " + fault));
    }

    private @Nullable Broker broker(
            String option,
            @Nullable String uri,
            @Nullable String user,
            @Nullable Secret password,
            @Nullable String ca,
            @Nullable String certificate,
            @Nullable String key) {
        if (uri == null) {
            faults.add(option + " is missing: the address of the broker, such as mqtt://127.0.0.1:1883");
            return null;
        }
        file(option + "-ca", ca);
        file(option + "-certificate", certificate);
        file(option + "-key", key);
        return read(option, uri, text -> new Broker(text, user, password, ca, certificate, key));
    }

    private @Nullable Secret password(String option, @Nullable String file, String variable) {
        Secret secret = file != null
                ? Secret.ofFile(Path.of(file))
                : System.getenv(variable) != null ? Secret.ofVariable(variable) : null;
        if (secret != null) {
            check(option, () -> {
                try {
                    return secret.read();
                } catch (IOException e) {
                    throw new IllegalArgumentException("cannot be read: " + e.getMessage(), e);
                }
            });
        }
        return secret;
    }

    private void file(String option, @Nullable String file) {
        if (file != null && !Files.isReadable(Path.of(file))) {
            faults.add(option + " " + file + ": there is no such file, or it may not be read");
        }
    }

    private <T> @Nullable T read(String option, String text, Function<String, T> reading) {
        return check(option, () -> reading.apply(text));
    }

    private <T> @Nullable T check(String option, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (NumberFormatException e) {
            faults.add(option + ": must be a whole number");
        } catch (IllegalArgumentException | ArithmeticException e) {
            faults.add(option + ": " + e.getMessage());
        }
        return null;
    }

    private static SpoolSettings spool(String text) {
        long bytes = Amounts.bytes(text);
        if (bytes < SMALLEST_SPOOL_BYTES) {
            throw new IllegalArgumentException(
                    text + " is too small, at least 16MiB: it must hold the largest messages");
        }
        return SpoolSettings.ofMaxBytes(bytes);
    }

    private static GatewayClock clock(String whose) {
        return switch (whose) {
            case "wall" -> GatewayClock.ofWall();
            case "publisher" -> GatewayClock.ofPublisher();
            default -> throw new IllegalArgumentException("'" + whose + "' is neither wall nor publisher");
        };
    }

    private static Integer port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(port + " is no port");
        }
        return port;
    }
}
