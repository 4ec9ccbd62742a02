package dev.footfall.geofences;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Every real store pack is read without a fault. */
class RealStoresTest {

    @Test
    void read_everyRealStore_hasNoErrors() {
        for (Path store : SharedData.stores()) {
            PackReading reading = StorePack.read(store);
            assertThat(reading.faults()).as(store.toString()).noneMatch(Fault::isError);
            assertThat(reading.pack()).isNotNull();
        }
    }
}
