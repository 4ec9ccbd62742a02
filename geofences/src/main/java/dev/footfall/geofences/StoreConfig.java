package dev.footfall.geofences;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@code store.yaml} says, with the defaults filled in.
 *
 * @param store the store's id, as in topics
 * @param name for people
 * @param timezone IANA zone of its calendar
 * @param dayCut when its day begins, on its wall clock
 * @param capacity how many people may be in it at once, when said
 * @param parameters its thresholds
 * @param gateways the gateways whose frames make up its traffic; one named like the store unless said
 * @param devices its registry
 * @param funnels its funnels
 */
public record StoreConfig(
        String store,
        String name,
        ZoneId timezone,
        LocalTime dayCut,
        @Nullable Integer capacity,
        Parameters parameters,
        List<String> gateways,
        List<DeviceConfig> devices,
        List<FunnelConfig> funnels) {

    static final int MOST_GATEWAYS = 1_000;
    /** More than a store or a zone holds. */
    static final int MOST_PEOPLE = 1_000_000_000;

    public StoreConfig {
        Checks.identifier("store", store);
        gateways = List.copyOf(gateways);
        devices = List.copyOf(devices);
        funnels = List.copyOf(funnels);
        if (capacity != null) {
            Checks.between("capacity of store " + store, capacity, 1, MOST_PEOPLE);
        }
        Checks.between("number of gateways", gateways.size(), 1, MOST_GATEWAYS);
    }
}
