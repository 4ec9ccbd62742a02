package dev.footfall.gateway.live;

import dev.footfall.gateway.framing.Framing;
import dev.footfall.gateway.settings.GatewayClock;
import dev.footfall.gateway.spool.SpoolSettings;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import dev.footfall.mqtt.Broker;
import java.util.List;

/**
 * What the line of one store is run with.
 *
 * @param pack the store
 * @param packs where further versions of its layout are found
 * @param gateway which of the store's gateways this is
 * @param devices the broker that devices publish to
 * @param spool how much the disk may hold
 * @param framing how frames are cut
 * @param clock whose clock counts
 * @param groups the groups of jobs that must have every frame
 * @param windowBytes how much is sent beyond what they confirmed
 */
record LineSettings(
        StorePack pack,
        StorePacks packs,
        String gateway,
        Broker devices,
        SpoolSettings spool,
        Framing framing,
        GatewayClock clock,
        List<String> groups,
        long windowBytes) {

    String store() {
        return pack.config().store();
    }
}
