package dev.footfall.gateway.settings;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Every setting of a gateway, as it is written. {@link GatewaySettings#of} makes sense of them. */
public final class GatewayOptions {
    @Option(names = "--stores", paramLabel = "DIR", description = "Folder of store packs, one folder a store.")
    @Nullable
    String stores;

    @Option(
            names = "--serve",
            split = ",",
            paramLabel = "STORE",
            description = "Stores to serve, with commas. Default: all of the folder.")
    @Nullable
    List<String> serve;

    @Option(
            names = "--name",
            paramLabel = "GATEWAY",
            description = "Which of a store's gateways this is. Default: the one that store.yaml lists.")
    @Nullable
    String name;

    @Option(
            names = "--broker",
            paramLabel = "URL",
            description = "The broker that devices publish to. " + "mqtt://host:port, or mqtts:// with TLS.")
    @Nullable
    String broker;

    @Option(names = "--broker-user", paramLabel = "NAME", description = "User there.")
    @Nullable
    String brokerUser;

    @Option(
            names = "--broker-password-file",
            paramLabel = "FILE",
            description = "Its password. Or environment variable FOOTFALL_BROKER_PASSWORD.")
    @Nullable
    String brokerPasswordFile;

    @Option(names = "--broker-ca", paramLabel = "FILE", description = "PEM certificates to trust, for mqtts.")
    @Nullable
    String brokerCa;

    @Option(names = "--broker-certificate", paramLabel = "FILE", description = "PEM certificate to show, for mqtts.")
    @Nullable
    String brokerCertificate;

    @Option(names = "--broker-key", paramLabel = "FILE", description = "Its PEM key (PKCS #8).")
    @Nullable
    String brokerKey;

    @Option(
            names = "--uplink",
            paramLabel = "URL",
            description = "The broker of the jobs. Default: the same broker, with the same user and certificates.")
    @Nullable
    String uplink;

    @Option(names = "--uplink-user", paramLabel = "NAME", description = "User there.")
    @Nullable
    String uplinkUser;

    @Option(
            names = "--uplink-password-file",
            paramLabel = "FILE",
            description = "Its password. Or environment variable FOOTFALL_UPLINK_PASSWORD.")
    @Nullable
    String uplinkPasswordFile;

    @Option(names = "--uplink-ca", paramLabel = "FILE", description = "PEM certificates to trust.")
    @Nullable
    String uplinkCa;

    @Option(names = "--uplink-certificate", paramLabel = "FILE", description = "PEM certificate to show.")
    @Nullable
    String uplinkCertificate;

    @Option(names = "--uplink-key", paramLabel = "FILE", description = "Its PEM key (PKCS #8).")
    @Nullable
    String uplinkKey;

    @Option(
            names = "--spool",
            paramLabel = "DIR",
            description = "Folder for what the jobs do not have yet, a folder a store. Survives restarts.")
    @Nullable
    String spool;

    @Option(
            names = "--spool-size",
            paramLabel = "SIZE",
            description = "How much it may hold for a store [${DEFAULT-VALUE}].",
            defaultValue = "1GiB")
    String spoolSize = "";

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description =
                    "Secret of the pseudonyms, at least 16 bytes, the same for all gateways of a store. Or environment variable "
                            + "FOOTFALL_SECRET. Default: one is made, in the spool.")
    @Nullable
    String secretFile;

    @Option(
            names = "--groups",
            split = ",",
            paramLabel = "GROUP",
            description = "Groups of jobs that must have every frame before it is forgotten [${DEFAULT-VALUE}].",
            defaultValue = "footfall")
    List<String> groups = List.of();

    @Option(
            names = "--lanes",
            paramLabel = "N",
            description = "Lanes of the chain, the same for all gateways and jobs [${DEFAULT-VALUE}].",
            defaultValue = "16")
    String lanes = "";

    @Option(
            names = "--frame-every",
            paramLabel = "TIME",
            description = "How long a frame is kept open [${DEFAULT-VALUE}].",
            defaultValue = "1s")
    String frameEvery = "";

    @Option(
            names = "--frame-size",
            paramLabel = "SIZE",
            description = "The largest frame [${DEFAULT-VALUE}].",
            defaultValue = "64KiB")
    String frameSize = "";

    @Option(
            names = "--window",
            paramLabel = "SIZE",
            description = "How much of a store is sent before the jobs confirm [${DEFAULT-VALUE}].",
            defaultValue = "4MiB")
    String window = "";

    @Option(
            names = "--clock",
            paramLabel = "WHOSE",
            description =
                    "wall, or publisher: each message says in its user property 'at' when it was received [${DEFAULT-VALUE}].",
            defaultValue = "wall")
    String clock = "";

    @Option(
            names = "--metrics-port",
            paramLabel = "PORT",
            description = "Where Prometheus reads /metrics; 0: any free port; off: nowhere [${DEFAULT-VALUE}].",
            defaultValue = "9464")
    String metricsPort = "";

    @Option(
            names = "--metrics-host",
            paramLabel = "HOST",
            description = "Address to listen on for it [${DEFAULT-VALUE}].",
            defaultValue = "127.0.0.1")
    String metricsHost = "";
}
