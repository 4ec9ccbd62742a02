package dev.footfall.gateway.settings;

import dev.footfall.events.Identifiers;
import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.spool.SpoolSettings;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import dev.footfall.mqtt.Broker;
import dev.footfall.mqtt.Secret;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a gateway runs with.
 *
 * @param stores the stores it serves, at least one
 * @param devices the broker that devices publish to
 * @param uplink the broker of the jobs
 * @param spool folder of the spools
 * @param spoolSettings how much a store's spool may hold
 * @param secret of the pseudonyms; null to make one and keep it beside the spools
 * @param groups the groups of jobs that must have every frame
 * @param framing how frames are cut
 * @param windowBytes how much of a store is sent beyond what the jobs confirmed
 * @param clock whose clock counts
 * @param metricsHost where to listen for Prometheus
 * @param metricsPort 0 for any; null for none
 */
public record GatewaySettings(
        List<Served> stores,
        Broker devices,
        Broker uplink,
        Path spool,
        SpoolSettings spoolSettings,
        @Nullable Secret secret,
        List<String> groups,
        Framing framing,
        long windowBytes,
        GatewayClock clock,
        String metricsHost,
        @Nullable Integer metricsPort) {

    public GatewaySettings {
        if (stores.isEmpty()) {
            throw new IllegalArgumentException("stores is empty: a gateway serves at least one");
        }
        if (groups.isEmpty()) {
            throw new IllegalArgumentException("groups is empty: nobody would ever have the frames");
        }
        groups.forEach(group -> Identifiers.check("group", group));
        if (windowBytes < framing.frameBytes()) {
            throw new IllegalArgumentException(
                    "windowBytes = " + windowBytes + ", must hold a frame of " + framing.frameBytes());
        }
    }

    /**
     * A store, and which of its gateways this is.
     *
     * @param pack the store as it is at the start
     * @param packs where further versions of its layout are found while the gateway runs
     */
    public record Served(StorePack pack, String gateway, StorePacks packs) {}

    /**
     * Makes sense of what was written.
     *
     * @throws FaultySettingsException with every fault
     */
    public static GatewaySettings of(GatewayOptions options) throws FaultySettingsException {
        return new SettingsReader(options).read();
    }
}
