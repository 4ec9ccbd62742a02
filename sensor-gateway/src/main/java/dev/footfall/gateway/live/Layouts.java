package dev.footfall.gateway.live;

import dev.footfall.gateway.Gateway;
import dev.footfall.geofences.Fault;
import dev.footfall.geofences.PackNews;
import dev.footfall.geofences.PackReading;
import dev.footfall.geofences.StorePack;
import dev.footfall.geofences.StorePacks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands the layouts of a store to its gateway when their files have changed. */
final class Layouts implements PackNews {
    private static final Logger LOG = LoggerFactory.getLogger(Layouts.class);

    private final StorePacks packs;
    private final Gateway gateway;
    private StorePack pack;

    Layouts(StorePacks packs, StorePack pack, Gateway gateway) {
        this.packs = packs;
        this.pack = pack;
        this.gateway = gateway;
    }

    /** Looks whether there are others; cheap when it did so lately. */
    void look() {
        StorePack now = packs.refreshed(pack.config().store(), this).orElse(pack);
        if (!now.equals(pack)) {
            pack = now;
            gateway.useLayouts(now);
        }
    }

    @Override
    public void readAgain(String store, PackReading reading) {
        for (Fault fault : reading.faults()) {
            if (fault.isError()) {
                LOG.error("store {}: {}", store, fault);
            }
        }
        LOG.info(
                "store {}: {}",
                store,
                reading.pack() == null
                        ? "its files have errors, the layouts before stay"
                        : reading.pack().layouts().size() + " versions of its layout from now on");
    }
}
